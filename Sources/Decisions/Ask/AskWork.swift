import Budgeting
import Finance
import Judgement
import Measures
import Outlook
import Records
import Scenarios

/// Tries sets of pledges.
struct AskWork {
  private let ask: Ask
  private let questions: Questions
  private let progress: @Sendable (Int) -> Void
  private let isCancelled: @Sendable () -> Bool
  private var known: [[Pledge]: Answers] = [:]

  init(
    _ ask: Ask, progress: @escaping @Sendable (Int) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) {
    (self.ask, questions) = (ask, Questions(ask.condition))
    (self.progress, self.isCancelled) = (progress, isCancelled)
  }

  mutating func answers(_ pledges: [Pledge]) throws -> Answers {
    if let answers = known[pledges] { return answers }
    let base = ask.trial.base
    let years = base.timeline.years
    let currency = base.book.centre.budgetCurrency
    let changes = pledges.map { pledge in
      Change.decided(
        .setContribution(
          SetContribution(
            contributor: pledge.contributor, fund: ask.fund,
            years: years[0].year...years[years.count - 1].year,
            amount: Money(cents: pledge.cents, currency: currency), month: Self.month)))
    }
    let answers = try ask.trial.answers(
      questions, of: base.scenario.adding(changes), isCancelled: isCancelled)
    known[pledges] = answers
    progress(known.count)
    return answers
  }

  /// The month of the fiscal year in which a pledge is paid (assumption).
  static let month = 7

  /// Fewest of all pledges that do, the last one lowered, needless ones taken back.
  mutating func smallest(_ all: [Pledge]) throws -> [Pledge] {
    var (below, above) = (0, all.count)
    while above - below > 1 {
      let middle = (below + above) / 2
      if try holds(Array(all.prefix(middle))) { above = middle } else { below = middle }
    }
    var pledges = Array(all.prefix(above))
    for index in pledges.indices.dropLast().reversed() {
      var fewer = pledges
      fewer.remove(at: index)
      if try holds(fewer) { pledges = fewer }
    }
    return try lowered(pledges)
  }

  /// The same with the last pledge no larger than it must be.
  private mutating func lowered(_ pledges: [Pledge]) throws -> [Pledge] {
    guard let last = pledges.last else { return pledges }
    let kept = Array(pledges.dropLast())
    func with(_ steps: Int) -> [Pledge] {
      kept + [Pledge(contributor: last.contributor, cents: min(last.cents, steps * Ask.step))]
    }
    var (below, above) = (0, (last.cents + Ask.step - 1) / Ask.step)
    while above - below > 1 {
      let middle = (below + above) / 2
      if try holds(with(middle)) { above = middle } else { below = middle }
    }
    return with(above)
  }

  private mutating func holds(_ pledges: [Pledge]) throws -> Bool {
    try answers(pledges).holds(ask.condition)
  }
}
