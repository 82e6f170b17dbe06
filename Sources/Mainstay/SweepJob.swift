public import Outlook
import Scenarios
public import Simulation

/// The step of a run that asks its scenario again for other values.
public struct SweepJob: Sendable {
  private let simulation: SweepSimulation

  /// `nil` where the scenario varies nothing.
  public init?(_ assumptions: Assumptions) {
    guard let sweep = assumptions.scenario.sweep else { return nil }
    simulation = SweepSimulation(sweep, of: assumptions)
  }

  /// Paths of all combinations together.
  public var paths: Int { simulation.paths }

  /// The giving of the run's fit serves every combination; only what is varied is resolved and simulated again.
  /// - Throws: `OutlookError` where a combination cannot be resolved, `SimulationError`, `LinearAlgebraError`,
  ///   `Interrupted`.
  public func run(
    threads: Int, progress: @Sendable (_ done: Int) -> Void = { _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> SweepResult {
    try simulation.run(threads: threads, progress: progress, isCancelled: isCancelled)
  }
}
