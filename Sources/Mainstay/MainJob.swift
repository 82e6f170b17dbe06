import Giving
import Outlook
import Records
public import Reporting
public import Scenarios
import Simulation
import Tabular

/// The main job: read a book, fit, resolve, simulate, judge, report.
public struct MainJob: Sendable {
  /// `Scenarios/apctt/baseline.yaml`, or several joined by `+`.
  public let scenario: String
  public let overrides: ScenarioOverrides
  public let threads: Int

  public init(scenario: String, overrides: ScenarioOverrides, threads: Int) {
    (self.scenario, self.overrides, self.threads) = (scenario, overrides, threads)
  }

  /// The chain of the design, each step a value for the next. Nothing is written.
  /// - Throws: `BookError` for bad data, `OutlookError`, `RegressionError`, `SimulationError`, `Interrupted`.
  public func run(
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> Report {
    let (scenario, folder) = try ScenarioLoader.load(
      ScenarioLoader.parseArgument(self.scenario), overrides: overrides)
    let book = try BookLoader.load(folder: folder, asOf: scenario.asOf)
    let faults = ScenarioLoader.validate(scenario, against: book)
    if faults.hasErrors { throw BookError(faults) }
    let fit = try GivingModel(prior: .stated(asOf: scenario.asOf)).fit(book, asOf: scenario.asOf)
    let assumptions = try Assumptions(book: book, scenario: scenario, giving: fit)
    let paths = scenario.paths
    let ensemble = try Simulator(assumptions, threads: threads)
      .run(progress: { progress($0, paths) }, isCancelled: isCancelled)
    return try Report(ensemble, threads: threads)
  }
}
