import Budgeting
import Finance
public import Measures
import Outlook
import Scenarios

/// What one lever must be for some values of another: several ways to the same end.
public struct Frontier: Sendable {
  public let condition: Condition
  public let first: Lever
  public let second: Lever
  /// In ascending values of the second lever.
  public let points: [Point]

  public struct Point: Sendable {
    public let value: Int
    public let solution: Solution
  }

  /// Values of the second lever.
  static let values = 5

  /// - Parameter progress: called with the number of points done.
  /// - Throws: what `Solver.solve` throws.
  public init(
    _ trial: Trial, _ condition: Condition, first: (lever: Lever, range: ClosedRange<Int>),
    second: (lever: Lever, range: ClosedRange<Int>), progress: @escaping @Sendable (Int) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws {
    (self.condition, self.first, self.second) = (condition, first.lever, second.lever)
    let year = trial.base.timeline.years[0].year
    let steps = (second.range.upperBound - second.range.lowerBound) / second.lever.step
    var points: [Point] = []
    for place in 0..<Frontier.values {
      let value = second.range.lowerBound + steps * place / (Frontier.values - 1) * second.lever.step
      guard points.last?.value != value else { continue }
      let scenario = second.lever.scenario(trial.base.scenario, at: value, from: year)
      let varied = Trial(try trial.assumptions(of: scenario), threads: trial.threads)
      let solver = Solver(varied, condition, lever: first.lever, range: first.range)
      points.append(Point(value: value, solution: try solver.solve(isCancelled: isCancelled)))
      progress(points.count)
    }
    self.points = points
  }
}

/// A solution tried with other random numbers.
public struct SolutionCheck: Sendable {
  public let seed: UInt32
  public let attempt: Attempt

  /// `nil` where there is no value to try.
  /// - Throws: what a simulation throws.
  public init?(_ solution: Solution, _ trial: Trial, isCancelled: @escaping @Sendable () -> Bool = { false })
    throws
  {
    guard let value = solution.value else { return nil }
    var scenario = trial.base.scenario
    seed = scenario.seed &+ 1
    scenario.seed = seed
    let other = Trial(try trial.assumptions(of: scenario), threads: trial.threads)
    let solver = Solver(other, solution.condition, lever: solution.lever, range: solution.range)
    var search = LeverSearch(solver, progress: { _ in }, isCancelled: isCancelled)
    attempt = try search.tries(at: value)
  }
}
