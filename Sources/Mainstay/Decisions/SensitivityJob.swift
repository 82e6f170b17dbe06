import Decisions
import Judgement
import Measures
import Outlook
public import Reporting
import Scenarios
import Simulation

/// What moves the answer of a prepared run.
public struct SensitivityJob: Sendable {
  private let trial: Trial
  private let plan: SensitivityPlan

  /// - Parameter measure: such as `P(shortfall by 2025)`, that of the horizon by default.
  /// - Throws: `UsageError` with the column where the measure is not understood.
  public init(_ run: PreparedRun, measure: String?, threads: Int) throws {
    trial = Trial(run.assumptions, threads: threads)
    guard let measure else {
      plan = .standard(trial)
      return
    }
    do {
      plan = SensitivityPlan(try Quantity(parsing: measure, PathNames(run.assumptions).vocabulary))
    } catch {
      throw UsageError("--measure '\(measure)': \(error)")
    }
  }

  /// - Throws: `QuestionError`, `OutlookError`, what a simulation throws, `Interrupted`.
  public func page(
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> DecisionPage {
    let tornado = try Tornado(
      plan, of: trial, progress: { progress($0, 2 * max($1, 1)) }, isCancelled: isCancelled)
    let sobol = try SobolAnalysis(
      plan, of: trial, progress: { progress(max($1, 1) + $0, 2 * max($1, 1)) }, isCancelled: isCancelled)
    if isCancelled() { throw Interrupted() }
    return SensitivityPage(tornado, sobol, of: trial).page
  }
}
