/// How a series stands at an origin, its amounts apart: how long it has given, or been silent.
struct Standing: Sendable {
  /// Years with a gift in a row, the last one of them the last gift; 0 before the first gift.
  private(set) var streak = 0
  /// Years since the last gift; 0 when the last year has one.
  private(set) var gap = 0
  /// Years with a gift.
  private(set) var gifts = 0
  private(set) var lastGift = 0.0
  private var sum = 0.0

  var meanGift: Double { sum / Double(max(gifts, 1)) }

  mutating func observe(_ amount: Double) {
    guard amount > 0 else {
      gap += 1
      return
    }
    streak = gap == 0 ? streak + 1 : 1
    gap = 0
    gifts += 1
    lastGift = amount
    sum += amount
  }
}

/// Which series resemble each other: classes in a tree whose root, class 0, holds all; classes 1 and 2 are
/// those that gave in the last year and those that did not.
enum Classing: Sendable {
  /// For point forecasts, below these: years since the last gift (0, 1, more) and whether the forecast is
  /// above 0; then the same (0 ... 3) with the streak, or after a missed year the number of gifts (1 ... 4).
  case byPoint
  /// The transition table: a streak of 1 ... 5 years or a gap of 1 ... 4, the last of each open to the right.
  case byTransition

  /// The number of classes; a class's number is larger than its parent's.
  var count: Int { self == .byPoint ? 41 : 12 }

  func leaf(_ standing: Standing, point: Double) -> Int {
    switch self {
    case .byPoint:
      let years = min(standing.gap == 0 ? standing.streak : standing.gifts, 4)
      return 9 + (min(standing.gap, 3) * 2 + (point > 0 ? 1 : 0)) * 4 + years - 1
    case .byTransition:
      return standing.gap == 0 ? 2 + min(standing.streak, 5) : 7 + min(standing.gap, 4)
    }
  }

  /// The class around a class other than the root.
  func parent(_ index: Int) -> Int {
    switch self {
    case .byPoint where index >= 9:
      let (gap, side) = ((index - 9) / 8, (index - 9) / 4 % 2)
      return 3 + min(gap, 2) * 2 + side
    case .byPoint where index >= 3: return index < 5 ? 1 : 2
    case .byTransition where index >= 3: return index < 8 ? 1 : 2
    default: return 0
    }
  }

  /// A class with fewer gifts than this takes its parent's change of amounts; the table has one for all.
  var fewestGifts: Int { self == .byPoint ? 40 : .max }
}
