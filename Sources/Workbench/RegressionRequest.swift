/// What `mainstay regress` was asked: a table, a formula and how to estimate.
public struct RegressionRequest: Sendable {
  /// The path of a CSV file.
  public var file: String
  /// An R formula.
  public var formula: String

  public init(file: String, formula: String) {
    self.file = file
    self.formula = formula
  }
}
