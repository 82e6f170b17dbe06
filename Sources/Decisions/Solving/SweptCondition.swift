public import Judgement
public import Measures
public import Scenarios

/// A condition held against every combination of a sweep, on common random numbers.
public struct SweptCondition: Sendable {
  public let condition: Condition
  /// In the order of the combinations.
  public let points: [Point]

  public struct Point: Sendable, Hashable {
    /// In the order of the condition's quantities.
    public let estimates: [Estimate]
    public let holds: Bool
  }

  /// - Parameter isCancelled: asked again and again; once true it ends with `Interrupted`.
  /// - Throws: `OutlookError`, `QuestionError`, what a simulation throws, `Interrupted`.
  public init(
    _ condition: Condition, sweep points: [Sweep.Point], of trial: Trial,
    isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    self.condition = condition
    let questions = Questions(condition)
    self.points = try points.map { point in
      let answers = try trial.answers(questions, of: point.scenario, isCancelled: isCancelled)
      return Point(
        estimates: questions.quantities.compactMap { answers[$0] }, holds: answers.holds(condition))
    }
  }
}
