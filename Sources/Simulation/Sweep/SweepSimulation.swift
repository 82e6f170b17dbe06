public import Outlook
public import Scenarios

/// Runs every combination of a sweep on the book and the fit of one run.
public struct SweepSimulation: Sendable {
  /// The run the sweep belongs to.
  public let assumptions: Assumptions
  public let sweep: Sweep

  public init(_ sweep: Sweep, of assumptions: Assumptions) {
    (self.sweep, self.assumptions) = (sweep, assumptions)
  }

  /// Paths of all combinations together.
  public var paths: Int { sweep.points.count * sweep.paths }

  /// - Throws: what `Simulator.run` throws, `OutlookError` where a combination cannot be resolved.
  public func run(
    threads: Int, progress: @Sendable (Int) -> Void = { _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> SweepResult {
    let batch = SimulationBatch(count: sweep.points.count, paths: sweep.paths, threads: threads)
    let measures = try batch.run(
      progress: progress, isCancelled: isCancelled, assumptions: { try resolved(sweep.points[$0]) },
      measure: SweepMeasures.init)
    return SweepResult(sweep: sweep, measures: measures)
  }

  /// The giving of a book does not depend on what is varied: as-of date, book and prior are the same.
  private func resolved(_ point: Sweep.Point) throws(OutlookError) -> Assumptions {
    do throws(OutlookError) {
      return try Assumptions(
        book: assumptions.book, scenario: point.scenario, giving: assumptions.giving)
    } catch {
      let values = zip(sweep.levers, point.values).map { "\($0.name) \($1)" }.joined(separator: ", ")
      throw OutlookError("\(error.description) (in the sweep, at \(values))")
    }
  }
}
