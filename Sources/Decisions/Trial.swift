public import Judgement
public import Outlook
public import Records
public import Scenarios
public import Simulation

/// One book and its fit, asked for figures of any scenario of it. Scenarios with one seed share their random numbers, so
/// that what differs between their figures differs by what they say and not by chance.
public struct Trial: Sendable {
  /// The run that everything is held against.
  public let base: Assumptions
  /// Workers; results never depend on it.
  public let threads: Int

  public init(_ base: Assumptions, threads: Int) { (self.base, self.threads) = (base, max(1, threads)) }

  /// A scenario on the book and the fit of the base; the giving of a book does not depend on what a scenario says.
  /// - Parameter book: the book with something else in it, such as another reserve rule; `nil`: that of the base.
  /// - Throws: `OutlookError` where it cannot be resolved.
  public func assumptions(of scenario: Scenario, book: Book? = nil) throws(OutlookError) -> Assumptions {
    try Assumptions(book: book ?? base.book, scenario: scenario, giving: base.giving)
  }

  /// The central projection of a scenario.
  /// - Throws: `OutlookError`, what a simulation throws.
  public func central(of scenario: Scenario) throws -> PathResult {
    try SimulatedPaths(assumptions(of: scenario)).centralResult()
  }

  /// Puts questions to all paths of a scenario.
  /// - Throws: `OutlookError`, `QuestionError`, what a simulation throws, `Interrupted`.
  public func answers(
    _ questions: Questions, of scenario: Scenario, book: Book? = nil,
    progress: @Sendable (Int) -> Void = { _ in }, isCancelled: @Sendable () -> Bool = { false }
  ) throws -> Answers {
    try questions.answers(
      assumptions(of: scenario, book: book), threads: threads, progress: progress, isCancelled: isCancelled)
  }
}
