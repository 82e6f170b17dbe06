/// What a formula may cost, so that no text makes the program crash or hang.
enum FormulaLimit {
  static let characters = 100_000
  /// Brackets and operators inside each other.
  static let depth = 100
  static let terms = 10_000
  /// Variables of terms looked at while terms are crossed or removed.
  static let crossings = 2_000_000
  static let columns = 10_000
  /// Rows times columns: 8 GB of doubles.
  static let cells = 1_000_000_000
}
