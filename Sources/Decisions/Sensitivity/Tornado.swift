import Finance
import Giving
public import Judgement
public import Measures
import Outlook
import Probability
import Scenarios
import Simulation

/// A measure with every driver by itself at its 10 % and at its 90 % point, all else as it is, on the same random numbers.
public struct Tornado: Sendable {
  public let measure: Quantity
  public let base: Estimate
  /// The widest first.
  public let bars: [Bar]
  /// Drivers that have no range, in words.
  public let fixed: [String]

  public struct Bar: Sendable, Hashable {
    public let driver: TornadoDriver.Label
    public let low: Estimate
    public let high: Estimate
    /// Monte Carlo error of `high` less `low`, on the same futures; of a quantile as if they were not the same.
    public let error: Double

    public var width: Double { high.value - low.value }
  }

  /// - Parameter progress: called with the number of finished paths of all runs, from any thread.
  /// - Throws: `QuestionError` where the measure is not measured, `OutlookError`, what a simulation throws,
  ///   `Interrupted`.
  public init(
    _ plan: SensitivityPlan, of trial: Trial,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    measure = plan.measure
    let questions = Questions([plan.measure])
    let drivers = try TornadoDrivers(trial, plan, isCancelled: isCancelled)
    let paths = trial.base.scenario.paths
    let runs = 1 + 2 * drivers.all.count
    var done = 0
    func answers(_ assumptions: Assumptions) throws -> (Estimate, [Double]) {
      let before = done
      let answers = try questions.answers(
        assumptions, threads: trial.threads, progress: { progress(before + $0, runs * paths) },
        isCancelled: isCancelled)
      done += paths
      guard let estimate = answers[plan.measure] else {
        throw QuestionError("'\(plan.measure)' has no answer; name another measure")
      }
      return (estimate, answers.values[0])
    }
    base = try answers(trial.base).0
    bars = try drivers.all.map { driver in
      let (low, high) = (try answers(driver.low), try answers(driver.high))
      return Bar(
        driver: driver.label, low: low.0, high: high.0,
        error: Tornado.error(plan.measure, low, high))
    }
    .sorted {
      $0.width.magnitude == $1.width.magnitude
        ? $0.driver.id < $1.driver.id : $0.width.magnitude > $1.width.magnitude
    }
    fixed = drivers.fixed
  }

  private static func error(
    _ measure: Quantity, _ low: (Estimate, [Double]), _ high: (Estimate, [Double])
  ) -> Double {
    if case .statistic(.quantile, _, _) = measure {
      return (low.0.error * low.0.error + high.0.error * high.0.error).squareRoot()
    }
    return PairedDifference(a: low.1, b: high.1).error
  }
}

/// A driver at both of its points.
public struct TornadoDriver: Sendable {
  let label: Label
  let low: Assumptions
  let high: Assumptions

  /// What is told of it.
  public struct Label: Sendable, Hashable {
    /// `giving india core`, `plan-size`, `exchange INR`
    public let id: String
    /// At the 10 % point, in words.
    public let low: String
    public let high: String
    /// Where the points come from; begins with `assumption` where they are one.
    public let source: String
  }
}
