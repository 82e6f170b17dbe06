import Finance
import OrderedCollections
import Probability
import Records

/// A book as the giving model sees it: every history's steps, its state at its origin, and who stands around it.
struct GivingRecord {
  let histories: [GivingHistory]
  let transitions: [Transition]
  let states: [GivingState]
  let surroundings: [Surroundings]
  /// Numbers of each history's contributor and fund.
  let contributor: [Int]
  let fund: [Int]
  let contributors: Int
  let funds: Int

  init(_ book: Book, asOf: CalendarDate) {
    let histories = GivingHistory.all(in: book, asOf: asOf)
    let walks = histories.map { $0.walk(in: book) }
    let contributorIDs = OrderedSet(histories.map(\.contributor.id))
    let fundIDs = OrderedSet(histories.map(\.fund.id))
    contributor = histories.map { contributorIDs.firstIndex(of: $0.contributor.id) ?? 0 }
    fund = histories.map { fundIDs.firstIndex(of: $0.fund.id) ?? 0 }
    (contributors, funds) = (contributorIDs.count, fundIDs.count)
    let neighbourhood = Neighbourhood(
      fund: fund, contributor: contributor, funds: funds, contributors: contributors,
      isGovernment: histories.map { $0.contributor.kind == .government },
      dollar: GivingRecord.dollar(of: book, asOf: asOf))
    (self.histories, states) = (histories, walks.map(\.state))
    surroundings = neighbourhood.surroundings(of: walks.map(\.state))
    transitions = GivingRecord.transitions(walks.map(\.steps), neighbourhood, contributor, fund)
  }

  /// The steps of every year with the surroundings of that year. A history without a step in the year stands in
  /// the state of its latest step.
  private static func transitions(
    _ steps: [[GivingStep]], _ neighbourhood: Neighbourhood, _ contributor: [Int], _ fund: [Int]
  ) -> [Transition] {
    Set(steps.joined().map(\.year)).sorted().flatMap { year -> [Transition] in
      let states = steps.map { own in own.last { $0.year <= year }?.state ?? .never }
      let around = neighbourhood.surroundings(of: states)
      return steps.indices.compactMap { index in
        steps[index].first { $0.year == year }.map {
          Transition(
            state: $0.state, around: around[index], next: $0.gift, year: year,
            contributor: contributor[index], fund: fund[index])
        }
      }
    }
  }

  /// Logarithm of the cents of the budget currency that a dollar is; where the book has no rate of the dollar
  /// the budget currency counts as one (assumption).
  private static func dollar(of book: Book, asOf: CalendarDate) -> Double {
    let dollars = Money(cents: 1_000_000_00, currency: .usd)
    let cents = book.inBudgetCurrency(dollars, on: .day(asOf)) ?? dollars.cents
    return Elementary.log(Double(max(cents, 1)) / 1_000_000)
  }
}
