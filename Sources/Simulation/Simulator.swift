public import Outlook
import Scenarios

/// Runs the central projection and all paths of resolved assumptions.
public struct Simulator: Sendable {
  public let assumptions: Assumptions
  /// Workers; results never depend on it.
  public let threads: Int
  /// What is measured on every path beside the accounts.
  public let measures: [any PathMeasure]
  /// Quantiles of what givers give.
  public let levels: [Double]

  public init(
    _ assumptions: Assumptions, threads: Int, measures: [any PathMeasure] = [],
    levels: [Double] = Summary.probabilities
  ) {
    (self.assumptions, self.threads) = (assumptions, max(1, threads))
    (self.measures, self.levels) = (measures, levels)
  }

  /// - Parameters:
  ///   - progress: called with the number of finished paths, from any worker.
  ///   - isCancelled: asked between blocks; once true the run ends with `Interrupted`.
  /// - Throws: `SimulationError` where accounts do not add up, `LinearAlgebraError` where a covariance gives out,
  ///   `Interrupted`.
  public func run(
    progress: @Sendable (Int) -> Void = { _ in }, isCancelled: @Sendable () -> Bool = { false }
  ) throws -> Ensemble {
    let center = try BlockWorker(assumptions)
    return try run(
      SimulatedPaths(assumptions, expected: center.expectedReceipts), center, progress, isCancelled)
  }

  /// The same of paths that come from elsewhere, such as the shards of an earlier run of these assumptions.
  public func run(
    _ source: some BlockSource, progress: @Sendable (Int) -> Void = { _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> Ensemble {
    try run(source, BlockWorker(assumptions), progress, isCancelled)
  }

  private func run(
    _ source: some BlockSource, _ center: BlockWorker, _ progress: @Sendable (Int) -> Void,
    _ isCancelled: @Sendable () -> Bool
  ) throws -> Ensemble {
    var center = center
    let central = try center.runCentral()
    let plan = self.plan
    let answers = try withoutActuallyEscaping(isCancelled) { isCancelled in
      try PathStatistics(source: source, plan: plan, tasks: Tasks(threads: threads, isCancelled: isCancelled))
        .answers(progress: progress)
    }
    return Ensemble(assumptions, central: central, paths: source.paths, plan: plan, answers: answers)
  }

  /// What is asked of the paths.
  var plan: StatisticsPlan {
    let funds = assumptions.funds.indices
    let own: [any PathMeasure] =
      funds.map { EventMeasure(assumptions, fund: $0) } + [SharedShortfall(assumptions)]
      + funds.map { RevenueMeasure(assumptions, fund: $0, levels: levels) }
    return StatisticsPlan(PathLayout(assumptions), measures: own + measures, levels: levels)
  }
}
