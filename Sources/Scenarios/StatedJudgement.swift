public import Tabular

/// What a person puts over a mechanical signal, with the evidence for it.
public struct StatedJudgement: Sendable, Hashable {
  /// `low`, `moderate`, `high`
  public let signal: String
  public let because: String
  /// Lines of the book (`contributions.csv:12`) or documents by symbol and paragraph; at least one.
  public let evidence: [String]
  public let location: SourceLocation

  static let signals = ["low", "moderate", "high"]
}
