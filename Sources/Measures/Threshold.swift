/// The line an indicator is judged by, and who drew it.
public struct Threshold: Sendable, Hashable, CustomStringConvertible {
  public let comparison: Comparison
  public let value: Double
  /// A symbol and paragraph, or a text that begins with `assumption`.
  public let source: String

  public init(_ comparison: Comparison, _ value: Double, source: String) {
    (self.comparison, self.value, self.source) = (comparison, value, source)
  }

  /// Whether the line is assumed rather than found.
  public var isAssumption: Bool { source.hasPrefix("assumption") }

  public func verdict(_ value: Double) -> Verdict {
    comparison.holds(value, against: self.value) ? .met : .notMet
  }

  /// The verdict's word, also where nothing could be measured.
  public func word(for value: Double?) -> String {
    value.map { verdict($0).rawValue } ?? Verdict.notMeasurable
  }

  /// `>= 1.0`: the comparison and the shortest decimals of the line.
  public var description: String { "\(comparison.rawValue) \(value)" }
}

/// On which side of its threshold a value stands.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  case met
  case notMet = "not-met"

  /// The word for a measure that has no value: its denominator is nothing, or a figure is not known.
  public static let notMeasurable = "not-measurable"
}
