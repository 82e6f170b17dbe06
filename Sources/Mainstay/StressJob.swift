import Budgeting
import Decisions
import Outlook
import Records
import Reporting

/// The step of a run that puts its scenario to the battery of shocks, for the forms of a report that tell of it.
struct StressJob: Sendable {
  private let assumptions: Assumptions
  private let battery: StressBattery

  /// `nil` where the battery says nothing to the book: it has no core fund, or plans nothing of it.
  /// - Parameter folder: of the book.
  /// - Throws: `BookError` for a bad battery of the book's own.
  init?(_ assumptions: Assumptions, folder: String) throws(BookError) {
    guard StressJob.tells(of: assumptions) else { return nil }
    self.assumptions = assumptions
    battery = try BatteryReader.battery(folder: folder)
  }

  /// Whether there is a core fund with something planned, which may fall short.
  static func tells(of assumptions: Assumptions) -> Bool {
    guard let fund = StressTest.fund(of: assumptions) else { return false }
    return assumptions.funds[fund].units.contains { $0.monthly.contains { $0 > 0 } }
  }

  /// Paths of the scenario and all shocks together; those of shocks that say nothing are counted too.
  var paths: Int { (battery.shocks.count + 1) * assumptions.scenario.paths }

  /// The battery and the signal, as `mainstay stress` finds them; no remedies.
  /// - Throws: what a simulation throws, `Interrupted`.
  func run(
    threads: Int, progress: @Sendable (_ done: Int) -> Void = { _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> StressFindings {
    let paths = assumptions.scenario.paths
    let result = try StressTest(Trial(assumptions, threads: threads), battery)
      .run(.battery, progress: { done, _ in progress(done * paths) }, isCancelled: isCancelled)
    return StressFindings(result, battery)
  }
}
