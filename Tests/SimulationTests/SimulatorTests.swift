import Budgeting
import Finance
import Outlook
import Scenarios
import Synchronization
import TestSupport
import Testing
import Vectors

@testable import Simulation

@Suite("simulation")
struct SimulatorTests {
  @Test("the same bytes with one, two and three threads")
  func threads() throws {
    let assumptions = try assumptions(.sample(paths: 700))
    let one = try Simulator(assumptions, threads: 1).run()
    #expect(one.bits.count == 700 * (3 * FundMeasure.allCases.count + 36 + 4 * 3 * 2))
    for threads in 2...3 {
      #expect(try Simulator(assumptions, threads: threads).run().bits == one.bits)
    }
    #expect(Set(one.values(.closingCash, fund: 0, year: 2)).count > 300)
    let other = try self.assumptions(seed: 2)
    #expect(try Simulator(other, threads: 1).run().bits != one.bits)
  }

  private func assumptions(_ scenario: Scenario) throws -> Assumptions {
    try SimulationTests.assumptions(scenario)
  }

  private func assumptions(seed: UInt32) throws -> Assumptions {
    try SimulationTests.assumptions(.sample(seed: seed, paths: 700))
  }

  @Test("a path run alone is that path of a run")
  func alone() throws {
    let assumptions = try assumptions(.sample(paths: 300))
    let ensemble = try Simulator(assumptions, threads: 2).run()
    var worker = try BlockWorker(assumptions)
    for path in [299, 0, 257, 17] {
      // Wherever a block begins, a path stays the same.
      let rows = Rows()
      let first = max(path - 43, 0)
      try worker.run(paths: first, into: rows, row: first)
      for column in 0..<ensemble.table.columnCount {
        #expect(ensemble.table.values(column).at(path) == rows.value(column, path))
      }
    }
    #expect(try worker.runCentral().accounts == ensemble.central.accounts)
  }

  @Test("what givers pay is what the accounts receive, what is owed moves with revenue and cash")
  func addsUp() throws {
    let assumptions = try assumptions(.sample(paths: 40, assumptions: unrenewed))
    var worker = try BlockWorker(assumptions)
    let rows = Rows()
    try worker.run(paths: 0, into: rows, row: 0)
    let layout = PathTable(layoutOf: assumptions)
    for path in 0..<40 {
      for year in 0..<3 {
        let given = (0..<4).reduce(0) {
          $0 + (rows.value(layout.receivedColumn(giver: $1, year: year), path) ?? .nan)
        }
        #expect(given == rows.value(layout.column(.received, fund: 0, year: year), path))
      }
    }
    let central = try worker.runCentral()
    // The host's rupees at 75 a dollar, in March of each year; the last instalment of ada in June 2021.
    #expect(Array(central.received.prefix(4)) == [40_000_000, 40_000_000, 40_000_000, 3_000_000])
    #expect(central.receivable == [0, 0, 0])
  }

  @Test("a late instalment is receivable, and provided for by quarters of overdue years")
  func allowance() throws {
    let changes: [Change.Kind] = [.late("host", months: 30, 2021...2021), .keep(nil, 2021...2023)]
    var worker = try BlockWorker(try assumptions(.sample(assumptions: unrenewed, changes: changes)))
    let central = try worker.runCentral()
    #expect(central.received[0] == 0)
    // Due in March 2021 and paid in September 2023: overdue 9, then 21 months at the years' ends.
    #expect(central.receivable == [40_000_000, 40_000_000, 0])
    #expect(central.allowance == [0, 10_000_000, 0])
  }

  @Test("a run that is stopped ends with Interrupted, also half way")
  func cancelled() throws {
    let simulator = Simulator(try assumptions(.sample(paths: 700)), threads: 2)
    #expect(throws: Interrupted.self) { try simulator.run(isCancelled: { true }) }
    let done = Mutex(0)
    #expect(throws: Interrupted.self) {
      try simulator.run(
        progress: { count in done.withLock { $0 = max($0, count) } },
        isCancelled: { done.withLock { $0 > 0 } })
    }
    #expect(done.withLock { $0 } < 700)
  }

  @Test("progress ends at the number of paths")
  func progress() throws {
    let last = Mutex(0)
    _ = try Simulator(try assumptions(.sample(paths: 300)), threads: 2).run(
      progress: { count in last.withLock { $0 = max($0, count) } })
    #expect(last.withLock { $0 } == 300)
  }
}

/// What a worker wrote, by column and path.
private final class Rows: PathSink {
  private var numbers: [SIMD2<Int>: Double] = [:]

  func set(_ column: Int, _ row: Int, _ values: Lanes) {
    for lane in 0..<Lanes.count { numbers[SIMD2(column, row + lane)] = values[lane] }
  }

  func value(_ column: Int, _ path: Int) -> Double? { numbers[SIMD2(column, path)] }
}

extension ArraySlice {
  /// The element at a place counted from the slice's own beginning.
  fileprivate func at(_ place: Int) -> Element { self[startIndex + place] }
}
