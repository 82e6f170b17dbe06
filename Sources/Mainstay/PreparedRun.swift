import Decisions
import Giving
import Judgement
import Measures
public import Outlook
public import Records
public import Reporting
public import Scenarios
import Simulation
public import Tabular

/// A run with nothing left open but the draws.
public struct PreparedRun: Sendable {
  public let assumptions: Assumptions
  /// What its sweep wants, where it says so.
  let wanted: Condition?
  /// What is worth knowing and stops nothing, such as a change that acts on nothing.
  public let notes: [Problem]

  /// Where the book lies.
  private let folder: String?

  /// Fits and resolves a scenario on its book.
  /// - Parameter folder: of the book, whose battery of shocks page and workbook tell of; `nil`: they tell of none.
  /// - Throws: `BookError` where the scenario names what the book does not know, `PriorError`,
  ///   `OutlookError`, `RegressionError`.
  public init(_ scenario: Scenario, book: Book, prior: PriorFile? = nil, folder: String? = nil) throws {
    let problems = ScenarioLoader.validate(scenario, against: book)
    if problems.hasErrors { throw BookError(problems) }
    let known = try ReferenceClasses.prior(prior, for: book, asOf: scenario.asOf)
    let fit = try GivingModel(prior: known).fit(book, asOf: scenario.asOf)
    let scenario = prior.map { scenario.adding($0.input) } ?? scenario
    assumptions = try Assumptions(book: book, scenario: scenario, giving: fit)
    notes = problems.sorted
    self.folder = folder
    wanted = try PreparedRun.wanted(assumptions)
  }

  /// What the scenario's sweep wants of every combination.
  private static func wanted(_ assumptions: Assumptions) throws(BookError) -> Condition? {
    guard let wanted = assumptions.scenario.sweep?.wanted else { return nil }
    do throws(PredicateError) {
      return try Condition(parsing: wanted.text, PathNames(assumptions).vocabulary)
    } catch {
      var problems = Problems()
      problems.error(wanted.location, "wanted '\(wanted.text)': \(error.description)")
      throw BookError(problems)
    }
  }

  /// Identifier of the centre.
  public var centre: String { assumptions.book.centre.id }
  /// Name of the scenario, `a--b` for a combination.
  public var scenario: String { assumptions.scenario.name }

  /// `fit.json`, which needs no draws.
  public func fitFile() throws -> ReportFile {
    ReportFile(name: "fit.json", text: try JSONText.write(assumptions.giving))
  }

  /// Simulates, judges and tells.
  /// - Throws: `SimulationError`, `LinearAlgebraError`, `Interrupted`.
  public func report(
    threads: Int, formats: Set<ReportFormat> = ReportFormat.standard,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> Report {
    try report(nil as SimulatedPaths?, threads, formats, progress, isCancelled)
  }

  /// Judges and tells what paths come to that were drawn elsewhere; a sweep is drawn here.
  func report(
    of paths: some BlockSource, threads: Int, formats: Set<ReportFormat>,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void, isCancelled: @Sendable () -> Bool
  ) throws -> Report {
    try report(paths, threads, formats, progress, isCancelled)
  }

  /// The battery, where a form of the report tells of it.
  private func stressJob(_ formats: Set<ReportFormat>) throws(BookError) -> StressJob? {
    guard let folder, !formats.isDisjoint(with: ReportFormat.stressed) else { return nil }
    return try StressJob(assumptions, folder: folder)
  }

  /// - Parameter source: `nil`: the paths are drawn.
  private func report<Source: BlockSource>(
    _ source: Source?, _ threads: Int, _ formats: Set<ReportFormat>,
    _ progress: @Sendable (_ done: Int, _ of: Int) -> Void, _ isCancelled: @Sendable () -> Bool
  ) throws -> Report {
    let paths = assumptions.scenario.paths
    let job = SweepJob(assumptions)
    let stress = try stressJob(formats)
    let swept = paths + (job?.paths ?? 0)
    let total = swept + (stress?.paths ?? 0)
    let simulator = Simulator(judging: assumptions, threads: threads)
    let ensemble =
      if let source {
        try simulator.run(source, progress: { progress($0, total) }, isCancelled: isCancelled)
      } else {
        try simulator.run(progress: { progress($0, total) }, isCancelled: isCancelled)
      }
    let sweep = try job?.run(
      threads: threads, progress: { progress(paths + $0, total) }, isCancelled: isCancelled)
    if isCancelled() { throw Interrupted() }
    let held = try wanted.map { condition in
      try SweptCondition(
        condition, sweep: assumptions.scenario.sweep?.points ?? [], of: Trial(assumptions, threads: threads),
        isCancelled: isCancelled)
    }
    let shocked = try stress?.run(
      threads: threads, progress: { progress(swept + $0, total) }, isCancelled: isCancelled)
    let report = try Report(ensemble, sweep: sweep, wanted: held, stress: shocked, formats: formats)
    if isCancelled() { throw Interrupted() }
    return report
  }
}
