/// Five steps of a rating, worst first.
public enum Rating: Int, Sendable, Hashable, CaseIterable, Comparable {
  case veryLow
  case low
  case moderate
  case high
  case veryHigh

  public static func < (left: Rating, right: Rating) -> Bool { left.rawValue < right.rawValue }

  /// `very low`.
  public var word: String {
    switch self {
    case .veryLow: "very low"
    case .low: "low"
    case .moderate: "moderate"
    case .high: "high"
    case .veryHigh: "very high"
    }
  }

  /// The lower of the two middle ones, or the middle one: half of the ratings are no better. `nil` of none.
  ///
  /// Raising one of them never lowers it.
  public static func lowerMiddle(_ ratings: [Rating]) -> Rating? {
    ratings.isEmpty ? nil : ratings.sorted()[(ratings.count - 1) / 2]
  }
}
