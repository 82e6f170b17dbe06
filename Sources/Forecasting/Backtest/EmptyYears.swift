/// What a year means in which a fund has no row at all.
public enum EmptyYears: String, Sendable, CaseIterable {
  /// The fund received nothing, and forecasts of that year are scored against 0.
  case zero
  /// The fund did not report, and forecasts of that year are not scored.
  case unknown
}
