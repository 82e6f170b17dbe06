/// How a value is held against a line.
public enum Comparison: String, Sendable, Hashable, CaseIterable {
  case above = ">"
  case atLeast = ">="
  case below = "<"
  case atMost = "<="

  /// Whether `value` stands on the wanted side of `line`; never for a value that is not a number.
  public func holds(_ value: Double, against line: Double) -> Bool {
    switch self {
    case .above: value > line
    case .atLeast: value >= line
    case .below: value < line
    case .atMost: value <= line
    }
  }

  /// Whether more of the value is what is wanted.
  public var wantsMore: Bool { self == .above || self == .atLeast }
}
