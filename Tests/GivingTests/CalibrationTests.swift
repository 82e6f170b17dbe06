import Forecasting
import Testing

@testable import Giving

@Suite("A reference class fitted to a panel") struct CalibrationTests {
  /// Thirty contributors to three funds over six years; in each fund a third is steady, by turns, once.
  static func panel() throws -> Panel {
    var rows: [Panel.Row] = []
    for giver in 0..<30 {
      for year in 2015...2020 {
        let gives =
          switch giver % 3 {
          case 0: true
          case 1: (year + giver) % 2 == 0
          default: year == 2015 + giver % 5
          }
        guard gives else { continue }
        let amount = Double(1000 * (giver + 1) + (giver % 2) * 37 * (year - 2015) * (giver + 3))
        rows.append(
          Panel.Row(
            contributor: "c\(giver)", fund: "f\(giver / 10)", group: nil, year: year, amount: amount))
      }
    }
    return try #require(Panel(rows: rows))
  }

  @Test("says what the panel held, and can be drawn from")
  func description() throws {
    let panel = try CalibrationTests.panel()
    let prior = try GivingPrior.fitted(to: panel, name: "ours", source: "invented")
    #expect(prior.dataYear == 2020 && prior.fault == nil)
    let held = try #require(prior.panel)
    #expect((held.firstYear, held.lastYear, held.contributors, held.series) == (2015, 2020, 30, 30))
    #expect(held.funds == ["f0", "f1", "f2"])
    #expect(held.gifts == 10 * 6 + 10 * 3 + 10)
  }

  @Test("observed shares are counts by hand; the fitted ones are near and tell a streak from a gap")
  func frequencies() throws {
    let panel = try CalibrationTests.panel()
    let behaviour = try Behaviour.fitted(to: panel)
    let table = GivingFrequency.table(of: panel, under: behaviour)
    #expect(table.map(\.past).first == .gave(years: 1) && table.count == 9)
    // Ten steady givers are asked once at each length up to four, and the fifth year follows one of five.
    #expect(table[1...3].allSatisfy { $0.cases == 10 && $0.gave == 10 })
    #expect((table[4].cases, table[4].gave) == (10, 10))
    let cases = Double(table.reduce(0) { $0 + $1.cases })
    let seen = Double(table.reduce(0) { $0 + $1.gave }) / cases
    let expected = table.reduce(0) { $0 + $1.expected * Double($1.cases) } / cases
    // The fitted chances are those before departures of contributors and funds, which are large in this panel;
    // without any the means would agree.
    #expect(table[3].expected > table[6].expected + 0.1)
    #expect(abs(seen - expected) < 0.1, "\(seen) \(expected)")
    #expect(GivingFrequency(past: .gave(years: 1), cases: 0, gave: 0, expected: 0).share == nil)
  }

  @Test("a covariance that is none, and columns of another version, are named")
  func faults() {
    func prior(_ change: FittedCoefficients) -> GivingPrior {
      let stated = Behaviour.stated
      return GivingPrior(
        name: "x", source: "x", dataYear: nil, panel: nil,
        behaviour: stated.with(participation: change))
    }
    let good = Behaviour.stated.participation
    #expect(prior(good).fault == nil && GivingPrior.plain.fault == nil)
    var covariance = good.covariance
    covariance[1][1] = -1
    #expect(
      prior(FittedCoefficients(names: good.names, means: good.means, covariance: covariance)).fault
        == "participation: its covariance is not positive definite")
    #expect(
      prior(
        FittedCoefficients(names: good.names.reversed(), means: good.means, covariance: good.covariance)
      ).fault == "participation: its columns are not those of this version")
    #expect(
      prior(FittedCoefficients(names: good.names, means: [], covariance: good.covariance)).fault
        == "participation: \(good.names.count) coefficients and their covariance are needed")
  }
}

extension Behaviour {
  /// The same with other coefficients of participation.
  fileprivate func with(participation: FittedCoefficients) -> Behaviour {
    Behaviour(
      participation: participation, repeats: repeats, change: change, spread: spread, residuals: residuals,
      rounding: rounding, arrivals: arrivals, firstGift: firstGift, yearEffect: yearEffect, effects: effects,
      unknownActivity: unknownActivity, renewals: renewals, returns: returns, transitions: transitions,
      changes: changes)
  }
}
