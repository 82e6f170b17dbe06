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
  @Test("the same answers with one, two and three threads")
  func threads() throws {
    let assumptions = try assumptions(.sample(paths: 1700))
    let one = try Simulator(assumptions, threads: 1).run()
    #expect(one.answers.count > 3 * FundMeasure.allCases.count + 36 + 4 * 3 * 2)
    for threads in 2...3 {
      #expect(try Simulator(assumptions, threads: threads).run().answers == one.answers)
    }
    #expect(try #require(one.summary(.closingCash, fund: 0, year: 2)).deviation > 0)
    let other = try self.assumptions(seed: 2)
    #expect(try Simulator(other, threads: 1).run().answers != one.answers)
  }

  private func assumptions(_ scenario: Scenario) throws -> Assumptions {
    try SimulationTests.assumptions(scenario)
  }

  private func assumptions(seed: UInt32) throws -> Assumptions {
    try SimulationTests.assumptions(.sample(seed: seed, paths: 1700))
  }

  @Test("a path run alone is that path of a run")
  func alone() throws {
    let assumptions = try assumptions(.sample(paths: 300))
    let (columns, layout) = (try columns(assumptions), PathLayout(assumptions))
    var worker = try BlockWorker(assumptions)
    for path in [299, 0, 257, 17] {
      // Wherever a block begins, a path stays the same.
      let first = max(path - 43, 0)
      let block = PathBlock(columns: layout.count)
      try worker.run(paths: first, into: block, vector: 0)
      for column in 0..<layout.count {
        #expect(columns[column][path] == block.place(column, 0)[path - first])
      }
    }
    let ensemble = try Simulator(assumptions, threads: 2).run()
    #expect(try worker.runCentral().accounts == ensemble.central.accounts)
  }

  @Test("what givers pay is what the accounts receive, what is owed moves with revenue and cash")
  func addsUp() throws {
    let assumptions = try assumptions(.sample(paths: 40, assumptions: unrenewed))
    var worker = try BlockWorker(assumptions)
    let layout = PathLayout(assumptions)
    let block = PathBlock(columns: layout.count)
    try worker.run(paths: 0, into: block, vector: 0)
    for path in 0..<40 {
      for year in 0..<3 {
        let given = (0..<4).reduce(0) { $0 + block.place(layout.received(giver: $1, year: year), 0)[path] }
        #expect(given == block.place(layout.fund(.received, fund: 0, year: year), 0)[path])
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
    let simulator = Simulator(try assumptions(.sample(paths: 1700)), threads: 2)
    #expect(throws: Interrupted.self) { try simulator.run(isCancelled: { true }) }
    let done = Mutex(0)
    #expect(throws: Interrupted.self) {
      try simulator.run(
        progress: { count in done.withLock { $0 = max($0, count) } },
        isCancelled: { done.withLock { $0 > 0 } })
    }
    #expect(done.withLock { $0 } < 1700)
  }

  @Test("progress ends at the number of paths")
  func progress() throws {
    let last = Mutex(0)
    _ = try Simulator(try assumptions(.sample(paths: 300)), threads: 2).run(
      progress: { count in last.withLock { $0 = max($0, count) } })
    #expect(last.withLock { $0 } == 300)
  }
}
