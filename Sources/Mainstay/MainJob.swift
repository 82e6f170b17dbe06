import Giving
import Outlook
import Records
public import Reporting
public import Scenarios
import Tabular

/// The main job: read a book, fit, resolve, simulate, judge, report.
public struct MainJob: Sendable {
  /// `Scenarios/apctt/baseline.yaml`, or several joined by `+`.
  public let scenario: String
  public let overrides: ScenarioOverrides
  public let threads: Int
  /// A file of a reference class in place of the shipped ones.
  public let prior: String?

  public init(scenario: String, overrides: ScenarioOverrides, threads: Int, prior: String? = nil) {
    (self.scenario, self.overrides, self.threads) = (scenario, overrides, threads)
    self.prior = prior
  }

  /// Everything before the draws: the book as of the scenario's date, the fit, the resolved assumptions.
  /// - Throws: `BookError` for bad data, `WorkbenchError` and `PriorError` for a prior that cannot be used,
  ///   `OutlookError`, `RegressionError`.
  public func prepare() throws -> PreparedRun {
    let (scenario, folder) = try ScenarioLoader.load(
      ScenarioLoader.parseArgument(self.scenario), overrides: overrides)
    let book = try BookLoader.load(folder: folder, asOf: scenario.asOf)
    return try PreparedRun(scenario, book: book, prior: prior.map { try PriorFile(path: $0) }, folder: folder)
  }

  /// The chain of the design, each step a value for the next. Nothing is written.
  /// - Throws: what `prepare` throws, `SimulationError`, `Interrupted`.
  public func run(
    formats: Set<ReportFormat> = ReportFormat.standard,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> Report {
    try prepare().report(
      threads: threads, formats: formats, progress: progress, isCancelled: isCancelled)
  }
}
