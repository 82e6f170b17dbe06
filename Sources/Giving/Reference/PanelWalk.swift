import Forecasting
import Probability

/// A panel as the model sees it: every series' steps and its state at the panel's last year.
struct PanelWalk {
  let panel: Panel
  let transitions: [Transition]
  let states: [GivingState]
  let surroundings: [Surroundings]
  /// Numbers of each series' fund and contributor.
  let fund: [Int]
  let contributor: [Int]
  let funds: [(name: String, series: Range<Int>)]

  var contributors: Int { (contributor.max() ?? -1) + 1 }

  /// Logarithm of the cents of one dollar: panels are in dollars.
  static let dollar = Elementary.log(100)

  init(_ panel: Panel) {
    self.panel = panel
    let funds = panel.funds
    let fund = funds.indices.flatMap { index in funds[index].series.map { _ in index } }
    let contributor = PanelWalk.numbers(panel.series.map(\.contributor))
    (self.funds, self.fund, self.contributor) = (funds, fund, contributor)
    let neighbourhood = Neighbourhood(
      fund: fund, contributor: contributor, funds: funds.count,
      contributors: (contributor.max() ?? -1) + 1,
      isGovernment: panel.series.map { $0.group.map { $0 == "Government" } ?? true },
      dollar: PanelWalk.dollar)
    let gifts = panel.series.map { $0.amounts.map(PanelWalk.gift) }
    let opened = panel.series.map { (panel.firstReported[$0.fund] ?? 0) - panel.years.lowerBound }
    var states = panel.series.map { _ in GivingState.never }
    var steps: [Transition] = []
    for year in 0..<panel.years.count {
      if year > 0 {
        let around = neighbourhood.surroundings(of: states)
        for index in states.indices where states[index].last != nil {
          steps.append(
            Transition(
              state: states[index], around: around[index], next: gifts[index][year],
              year: panel.years.lowerBound + year, contributor: contributor[index], fund: fund[index]))
        }
      }
      for index in states.indices where year >= opened[index] {
        if let gift = gifts[index][year] {
          states[index].give(gift, opening: year == opened[index])
        } else {
          states[index].miss(negative: panel.series[index].amounts[year] < 0)
        }
      }
    }
    (transitions, self.states) = (steps, states)
    surroundings = neighbourhood.surroundings(of: states)
  }

  /// Logarithm of cents of a positive amount.
  static func gift(_ amount: Double) -> Double? {
    let cents = (amount * 100).rounded()
    return cents > 0 ? Elementary.log(cents) : nil
  }

  /// Numbers names in the order of their first appearance.
  private static func numbers(_ names: [String]) -> [Int] {
    var known: [String: Int] = [:]
    return names.map { name in
      let number = known[name] ?? known.count
      known[name] = number
      return number
    }
  }
}
