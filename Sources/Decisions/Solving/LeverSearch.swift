import Budgeting
import Finance
import Judgement
import Measures
import Outlook
import Scenarios

/// Tries a lever at values and remembers what came of it.
struct LeverSearch {
  private let solver: Solver
  private let questions: Questions
  private let progress: @Sendable (Int) -> Void
  private let isCancelled: @Sendable () -> Bool
  private var known: [Int: Attempt] = [:]
  private var scouted: [Int: Attempt] = [:]

  init(
    _ solver: Solver, progress: @escaping @Sendable (Int) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.solver = solver
    questions = Questions(solver.condition)
    (self.progress, self.isCancelled) = (progress, isCancelled)
  }

  /// Everything tried with all futures, ascending.
  var all: [Attempt] { known.values.sorted { $0.value < $1.value } }

  /// - Parameter scouting: with fewer futures, where that saves anything.
  mutating func tries(at value: Int, scouting: Bool = false) throws -> Attempt {
    if let attempt = known[value] { return attempt }
    let trial = solver.trial
    var base = trial.base.scenario
    let scouts = min(base.paths, Solver.scouts)
    let isWhole = !scouting || scouts == base.paths
    if !isWhole {
      if let attempt = scouted[value] { return attempt }
      base.paths = scouts
    }
    let first = trial.base.timeline.years[0].year
    let answers = try trial.answers(
      questions, of: solver.lever.scenario(base, at: value, from: first), isCancelled: isCancelled)
    let condition = solver.condition
    let attempt = Attempt(
      value: value, estimates: questions.quantities.compactMap { answers[$0] },
      holds: answers.holds(condition), mayHold: answers.mayHold(condition),
      surelyHolds: answers.surelyHolds(condition))
    if isWhole { known[value] = attempt } else { scouted[value] = attempt }
    progress(known.count + scouted.count)
    return attempt
  }

  /// Of the scenario itself.
  func unchanged() throws -> [Estimate] {
    let answers = try solver.trial.answers(
      questions, of: solver.trial.base.scenario, isCancelled: isCancelled)
    return questions.quantities.compactMap { answers[$0] }
  }

  /// The smallest value that does, where every larger one does; `nil` where the last does not.
  mutating func first(from low: Int, to high: Int, where does: (Attempt) -> Bool) throws -> Int? {
    var (below, above) = (nearest(below: high, above: low) { !does($0) }, high)
    guard does(try tries(at: high)) else { return nil }
    if below == low, does(try tries(at: low)) { return low }
    above =
      known.values.filter { $0.value > below && $0.value <= high && does($0) }.map(\.value).min() ?? high
    while above - below > solver.lever.step {
      let middle = self.middle(below, above)
      if does(try tries(at: middle)) { above = middle } else { below = middle }
    }
    return above
  }

  /// The largest value that does, where every smaller one does; `nil` where the first does not.
  mutating func last(from low: Int, to high: Int, where does: (Attempt) -> Bool) throws -> Int? {
    guard does(try tries(at: low)) else { return nil }
    if does(try tries(at: high)) { return high }
    var above =
      known.values.filter { $0.value > low && $0.value <= high && !does($0) }.map(\.value).min() ?? high
    var below =
      known.values.filter { $0.value < above && $0.value >= low && does($0) }.map(\.value).max() ?? low
    while above - below > solver.lever.step {
      let middle = self.middle(below, above)
      if does(try tries(at: middle)) { below = middle } else { above = middle }
    }
    return below
  }

  /// The largest value tried within bounds of which something is so; the lower bound where there is none.
  private func nearest(below high: Int, above low: Int, where isSo: (Attempt) -> Bool) -> Int {
    known.values.filter { $0.value >= low && $0.value < high && isSo($0) }.map(\.value).max() ?? low
  }

  /// Halfway, on a multiple of the step above the range's lower end.
  private func middle(_ below: Int, _ above: Int) -> Int {
    let (start, step) = (solver.range.lowerBound, solver.lever.step)
    let steps = ((below - start) / step + (above - start + step - 1) / step) / 2
    return start + max((below - start) / step + 1, steps) * step
  }
}
