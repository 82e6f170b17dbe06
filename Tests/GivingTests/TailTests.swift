import Forecasting
import Foundation
import Probability
import Testing

@testable import Giving

/// Many years of change compound: how far simulated gifts stray from the usual one.
@Suite("tails of giving over many years")
struct TailTests {
  /// Gifts about a level that stands still: ln(amount) = level + 0.7 x normal, every year.
  private func aboutLevels(years: Int) -> [Panel.Row] {
    let stream = RandomStream(seed: 9, named: "levels")
    return (0..<120).flatMap { giver in
      let level = 10 + 2 * stream.normal(path: UInt64(giver), draw: 99)
      return (0..<years).map { year in
        Panel.Row(
          contributor: "c\(giver)", fund: "f\(giver % 4)", group: nil, year: 2001 + year,
          amount: Elementary.exp(level + 0.7 * stream.normal(path: UInt64(giver), draw: UInt64(year))))
      }
    }
  }

  @Test("in a panel of three years usual gift and gift before tell the same: the prior holds them apart")
  func threeYears() throws {
    let panel = try #require(Panel(rows: aboutLevels(years: 3)))
    let change = try Behaviour.fitted(to: panel).change
    for step in PanelWalk(panel).transitions where step.state.gifts == 2 {
      let row = ChangeDesign.row(step.state, last: step.state.last ?? 0, step.around)
      #expect(abs(row[1] - row[3] / 2) < 1e-9 || abs(row[3]) == ChangeDesign.longestStep)
    }
    // Of two noisy looks at a level the mean says most: ln(next / last) = half of ln(before / last).
    #expect(abs(change.means[1] / 2 + change.means[3] - 0.5) < 0.1, "\(change.means)")
    #expect(abs(change.means[1] - 0.25) < 0.25 && change.covariance[1][1].squareRoot() < 0.25)
  }

  @Test("what a short panel cannot tell does not drive simulated gifts apart", arguments: [3, 8])
  func bounded(years: Int) throws {
    let panel = try #require(Panel(rows: aboutLevels(years: years)))
    let strays = try SimulatedStrays(panel, behaviour: Behaviour.fitted(to: panel), paths: 50, horizon: 8)
    for level in [0.025, 0.975] {
      let (first, last) = (strays.quantile(level, ahead: 1), strays.quantile(level, ahead: 8))
      // The truth is no growth at all. Three years leave open how much of a change stays; without the prior they
      // leave a factor of nine to chance.
      #expect(abs(last) < (years == 3 ? 3 : 1.2) * abs(first), "\(level): \(first) \(last)")
    }
  }

  @Test("a gift stays within its bound of the usual one however many years pass, on one path and on eight")
  func longestStray() throws {
    let years = 60
    let drawn = try sampler(
      [GiverPlan(giver: giver(), years: years)], horizon(years: years), repeats: hardlyEver)
    let lanes = (0..<600).flatMap { drawn.payments($0).map { Elementary.log($0.cents / 1_000_000) } }
    let panel = try #require(Panel(rows: gifts([10_000, 10_000, 10_000])))
    let paths = try SimulatedStrays(
      panel, behaviour: sharpBehaviour(repeats: hardlyEver), paths: 600, horizon: years)
    for strays in [lanes, paths.years.flatMap(\.self)] {
      // Whole cents: half of one of 4,000.
      #expect(strays.allSatisfy { abs($0) <= ChangeDesign.longestStray + 2e-4 })
      #expect(strays.contains { $0 > ChangeDesign.longestStray - 0.01 })
      #expect(strays.contains { $0 < 0.01 - ChangeDesign.longestStray })
    }
  }

  @Test("a last gift that lies farther off already is allowed again, and nothing beyond it")
  func fartherOff() {
    for (last, range) in [(14.0, 8.5...19.5), (20.0, 8.5...20.0), (7.0, 7.0...19.5)] {
      #expect(ChangeDesign.range(after: last, home: 14) == range)
    }
  }

  /// Prints the figures beside which the article sets those of `Scripts/tails.py`.
  @Test(
    "simulated giving beside a panel's record",
    .enabled(if: ProcessInfo.processInfo.environment["MAINSTAY_TAILS_PANEL"] != nil))
  func record() throws {
    let environment = ProcessInfo.processInfo.environment
    let rows = try String(contentsOfFile: try #require(environment["MAINSTAY_TAILS_PANEL"]), encoding: .utf8)
      .split(separator: "\n").map { line in
        let parts = line.split(separator: "\t")
        return Panel.Row(
          contributor: String(parts[0]), fund: String(parts[1]), group: nil,
          year: try #require(Int(parts[2])), amount: try #require(Double(parts[3])))
      }
    var years = [[Double]](repeating: [], count: 9)
    for origin in (environment["MAINSTAY_TAILS_ORIGINS"] ?? "").split(separator: ",") {
      let panel = try #require(Panel(rows: rows, through: Int(origin)))
      let drawn = try SimulatedStrays(
        panel, behaviour: Behaviour.fitted(to: panel), paths: 100, horizon: years.count)
      for year in years.indices { years[year] += drawn.years[year] }
    }
    let strays = SimulatedStrays(years: years)
    for ahead in 1...years.count {
      let figures = [0.05, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99].map { level in
        "\((strays.quantile(level, ahead: ahead) * 100).rounded() / 100)"
      }
      print("\(ahead) ahead:", figures.joined(separator: "  "))
    }
  }
}

/// ln(simulated gift / usual gift at the panel's end) of every series with two gifts or more, by years ahead, sorted.
struct SimulatedStrays {
  let years: [[Double]]

  init(_ panel: Panel, behaviour: Behaviour, paths: Int, horizon: Int) throws {
    let walk = PanelWalk(panel)
    let simulation = try PanelSimulation(
      of: walk, behaviour: behaviour, paths: paths, horizon: horizon, seed: 1, scope: "tails")
    var years = [[Double]](repeating: [], count: horizon)
    for index in walk.states.indices where walk.states[index].gifts >= 2 {
      let home = (walk.states[index].usual ?? 0) - PanelWalk.dollar
      for (year, amounts) in simulation.draw(index).years.enumerated() {
        years[year] += amounts.filter { $0 > 0 }.map { Elementary.log($0) - home }
      }
    }
    self.init(years: years)
  }

  init(years: [[Double]]) { self.years = years.map { $0.sorted() } }

  func quantile(_ level: Double, ahead: Int) -> Double {
    let sorted = years[ahead - 1]
    return sorted[min(Int(level * Double(sorted.count)), sorted.count - 1)]
  }
}
