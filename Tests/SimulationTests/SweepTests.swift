import Budgeting
import Finance
import Giving
import Outlook
import Scenarios
import Synchronization
import TestSupport
import Testing

@testable import Simulation

@Suite("sweeps: many simulations on the same random numbers")
struct SweepTests {
  private static let growth: [Sweep.Value] = [0, 5, 10, 20].map { .rate(Rate(basisPoints: $0 * 100)) }

  /// The plan grows by one value after the other.
  private func swept(paths: Int = 300) -> Scenario {
    func scenario(_ values: [Sweep.Value]) -> Scenario {
      var named = NamedAssumptions()
      if case .rate(let rate)? = values.first { named.planGrowth = rate }
      return .sample(paths: paths, assumptions: named)
    }
    let lever = Sweep.Lever(name: "plan-growth", values: Self.growth, own: Self.growth[0])
    return scenario([Self.growth[0]]).varying([lever], paths: paths, scenario)
  }

  private func simulation(_ scenario: Scenario) throws -> SweepSimulation {
    SweepSimulation(try #require(scenario.sweep), of: try assumptions(scenario))
  }

  @Test("a combination measures what a run of it alone measures, exactly")
  func law() throws {
    let simulation = try simulation(swept())
    let result = try simulation.run(threads: 2)
    #expect(result.measures.count == 4)
    for (point, measures) in zip(simulation.sweep.points, result.measures) {
      let ensemble = try Simulator(assumptions(point.scenario), threads: 1).run()
      for year in 0..<3 {
        let cell = measures.cells[0][year]
        let cash = try #require(ensemble.summary(.closingCash, fund: 0, year: year))
        #expect(cell.closingCash == [cash.quantiles[0], cash.median, cash.quantiles[6]])
        #expect(cell.meanClosingCash == cash.mean)
        #expect(cell.meanGap == ensemble.summary(.fundingGap, fund: 0, year: year)?.mean)
        #expect(cell.meanReceived == ensemble.summary(.received, fund: 0, year: year)?.mean)
        for (index, event) in YearEvent.allCases.enumerated() {
          #expect(cell.inYear[index] == ensemble.frequency(of: event, fund: 0, year: year))
          #expect(cell.byYearEnd(event) == ensemble.frequency(of: event, fund: 0, by: year))
        }
      }
    }
    #expect(Set(result.measures.map(\.cells)).count == 4, "every value changes something")
  }

  @Test("the same on any number of threads, and told of as it goes")
  func threads() throws {
    let simulation = try simulation(swept(paths: 40))
    let one = try simulation.run(threads: 1)
    for threads in [2, 3, 16] {
      let last = Highest()
      #expect(try simulation.run(threads: threads, progress: { last.see($0) }) == one)
      #expect(last.value == simulation.paths && simulation.paths == 160)
    }
  }

  @Test("Ctrl-C ends it; a combination that cannot be resolved is named")
  func ends() throws {
    let simulation = try simulation(swept(paths: 40))
    #expect(throws: Interrupted.self) { try simulation.run(threads: 2, isCancelled: { true }) }
    let scenario = swept(paths: 8).varying(
      [Sweep.Lever(name: "lever", values: [.number(7)], own: nil)], paths: 8
    ) { _ in .sample(horizon: 2019, paths: 8) }
    let error = #expect(throws: OutlookError.self) { try self.simulation(scenario).run(threads: 1) }
    #expect(error?.description.hasSuffix(" (in the sweep, at lever 7)") == true)
  }
}

/// The largest number seen, from any thread.
private final class Highest: Sendable {
  private let seen = Mutex(0)
  var value: Int { seen.withLock { $0 } }
  func see(_ number: Int) { seen.withLock { $0 = max($0, number) } }
}
