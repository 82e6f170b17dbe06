import Forecasting
import Probability
import Regression
import Testing

@testable import Giving

@Suite("a behaviour fitted to a panel of a known process")
struct BehaviourFittingTests {
  private func panel(_ made: MadeGiving) throws -> Panel { try #require(Panel(rows: made.rows())) }

  @Test("chances after a gift and after a miss are those of the process")
  func participation() throws {
    let made = MadeGiving()
    let panel = try panel(made)
    let behaviour = try Behaviour.fitted(to: panel)
    let draw = BehaviourDraw(behaviour)
    let steps = PanelWalk(panel).transitions
    for (truth, chosen, counts) in [
      (made.renewal, steps.filter { $0.state.streak > 0 }, behaviour.renewals),
      (made.return, steps.filter { $0.state.gap > 0 }, behaviour.returns),
    ] {
      let error = (truth * (1 - truth) / Double(chosen.count)).squareRoot()
      let mean = chosen.reduce(0) { $0 + draw.chance($1.state, $1.around) } / Double(chosen.count)
      // Four standard errors of the sample, and 0.03 for what the priors and the crossed effects take.
      #expect(abs(mean - truth) < 4 * error + 0.03, "\(mean) \(truth)")
      #expect(abs(counts.mean - truth) < 4 * error + 0.01, "\(counts) \(truth)")
    }
    // Nobody differs but by chance: the effects stay below their scale.
    #expect(behaviour.effects.contributor < 0.5 && behaviour.effects.fund < 0.5)
    #expect(behaviour.transitions == steps.count)
  }

  @Test("the share of gifts that repeat the last to the cent")
  func repeats() throws {
    for share in [0.1, 0.7] {
      var made = MadeGiving()
      made.repeats = share
      let panel = try panel(made)
      let behaviour = try Behaviour.fitted(to: panel)
      let given = PanelWalk(panel).transitions.filter(\.gave)
      let coefficients = Row(coefficients: behaviour.repeats.means)
      let mean =
        given.reduce(0) { sum, step in
          let row = RepeatDesign.row(step.state, last: step.state.last ?? 0, step.around)
          return sum + Elementary.logistic(row.times(coefficients))
        } / Double(given.count)
      let error = (share * (1 - share) / Double(given.count)).squareRoot()
      #expect(abs(mean - share) < 4 * error + 0.01, "\(mean) \(share)")
      #expect(behaviour.changes == given.count { !$0.repeated })
    }
  }

  @Test("a shift that all share is the year's, a lasting difference the contributor's")
  func yearsAndContributors() throws {
    var calm = MadeGiving(renewal: 0.7, return: 0.4)
    let plain = try Behaviour.fitted(to: panel(calm))
    calm.yearShift = 1
    let shifted = try Behaviour.fitted(to: panel(calm))
    #expect(plain.yearEffect.participation < 0.3, "\(plain.yearEffect)")
    // Half the truth at least: four quiet years are counted beside nine.
    #expect((0.5...1.3).contains(shifted.yearEffect.participation), "\(shifted.yearEffect)")
    calm.yearShift = 0
    calm.contributorSpread = 1.5
    let various = try Behaviour.fitted(to: panel(calm))
    // Part of what lasts is in the columns (share of years given, activity elsewhere).
    #expect(various.effects.contributor > plain.effects.contributor, "\(various.effects) \(plain.effects)")
    #expect(various.effects.contributor < 1.6)
  }

  static let tinyPanels: [[Panel.Row]] =
    (1...8).map { count in
      gifts(Array(repeating: 100, count: count)) + gifts([50], by: "bo", from: 2000 + count)
    } + [
      gifts([100]), gifts([100, 100]), gifts([0.01, 0.01, 5e12]), gifts([-5, -7, -1]), gifts([-5]),
      gifts([100]) + gifts([70], by: "bo") + gifts([30], by: "bo", to: "g"),
      gifts([100, -100, 100, -100]), gifts([-1, 100]),
    ]

  @Test(
    "tiny panels, one year, and nothing but write-downs end in a behaviour that can be drawn from",
    arguments: tinyPanels.indices)
  func tiny(_ index: Int) throws {
    let panel = try #require(Panel(rows: BehaviourFittingTests.tinyPanels[index]))
    let prior = try GivingPrior.fitted(to: panel, name: "tiny", source: "invented")
    #expect(prior.fault == nil, "\(prior.fault ?? "")")
    let forecasts = try GivingForecaster(paths: 50).fitted(to: panel, horizon: 3)
      .forecast(panel, horizon: 3)
    for forecast in forecasts { #expect(ForecasterTests.faults(of: forecast).isEmpty) }
  }
}
