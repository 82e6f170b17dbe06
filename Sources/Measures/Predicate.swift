/// A rule that can be checked: a measure, a comparison, a number (`extrabudgetary-share > 0.5`).
public struct Predicate: Sendable, Hashable, CustomStringConvertible {
  public let measure: String
  public let comparison: Comparison
  public let value: Double

  public init(measure: String, comparison: Comparison, value: Double) {
    (self.measure, self.comparison, self.value) = (measure, comparison, value)
  }

  /// Reads `measure comparison number`; `measures` are the names that are known. The number is a plain decimal,
  /// a share 0.5 and not 50%.
  public init(parsing text: String, measures: [String]) throws(PredicateError) {
    let vocabulary = Vocabulary(measures: measures, events: [], funds: [], years: 0...0)
    var reader = try ConditionReader(text, vocabulary)
    (measure, comparison, value) = try reader.wholeRule()
  }

  public func holds(_ value: Double) -> Bool { comparison.holds(value, against: self.value) }

  public var description: String { "\(measure) \(comparison.rawValue) \(value)" }
}

/// Why a text is no predicate.
public struct PredicateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where in the text it goes wrong; the first character is 1.
  public let column: Int
  /// What is wrong; what was expected; what to do.
  public let what: String

  public init(column: Int, what: String) { (self.column, self.what) = (column, what) }

  /// `column 22: comparison '=' is unknown; write one of >, >=, <, <=`.
  public var description: String { "column \(column): \(what)" }
}
