import Probability

/// What a contributor's past in one fund says about its next year.
///
/// Amounts are natural logarithms of cents. A year inside an agreement's term counts as given, at its part.
public struct GivingState: Sendable, Equatable, Codable {
  /// Consecutive years given up to now; 0 after a missed year.
  public var streak: Int
  /// Consecutive years missed; 0 after a gift. Meaningless where nothing was ever given.
  public var gap: Int
  /// Years from the first gift on record to now, both counted; 0: never gave.
  public var years: Int
  /// Number of years with a gift.
  public var gifts: Int
  /// The last gift (of an agreement: a year of its term); `nil`: never gave.
  public var last: Double?
  /// The gift before the last one; `nil`: there is none.
  public var before: Double?
  /// Mean of all gifts' logarithms; `nil`: never gave.
  public var usual: Double?
  /// How often a gift followed the one before to the cent.
  public var repeats: Int
  /// Sum of squared ln(gift / gift before), each bounded by `ChangeDesign.longestStep`.
  public var squaredChange: Double
  /// Whether the record begins inside the streak that still goes on: it may be longer than it looks.
  public var censored: Bool
  /// Years in which it had given the year before, and in how many of them it gave again.
  public var asked: Int
  public var renewed: Int
  /// 2: a negative row (write-down, refund) stands in the last year; 1: in the year before; 0: in neither.
  public var adjusted: Int

  public static let never = GivingState(
    streak: 0, gap: 0, years: 0, gifts: 0, last: nil, before: nil, usual: nil, repeats: 0,
    squaredChange: 0, censored: false, asked: 0, renewed: 0, adjusted: 0)

  /// Pairs of successive gifts.
  public var changes: Int { max(gifts - 1, 0) }

  /// A year in which `amount` (a logarithm of cents) is given.
  /// - Parameter opening: whether it is the first year of the record.
  public mutating func give(_ amount: Double, opening: Bool = false) {
    if streak > 0 {
      asked += 1
      renewed += 1
    }
    if let last {
      if last == amount { repeats += 1 }
      let step = min(max(amount - last, -ChangeDesign.longestStep), ChangeDesign.longestStep)
      squaredChange += step * step
    } else {
      censored = opening
    }
    gifts += 1
    years += 1
    usual = usual.map { $0 + (amount - $0) / Double(gifts) } ?? amount
    (before, last) = (last, amount)
    (streak, gap) = (streak + 1, 0)
    adjusted = max(adjusted - 1, 0)
  }

  /// A year without a gift.
  /// - Parameter negative: whether a write-down or refund stands in it.
  public mutating func miss(negative: Bool = false) {
    guard last != nil else { return }
    if streak > 0 { asked += 1 }
    censored = false
    years += 1
    (streak, gap) = (0, gap + 1)
    adjusted = negative ? 2 : max(adjusted - 1, 0)
  }

  /// The state after a year in which `amount` was given.
  public func giving(_ amount: Double, opening: Bool = false) -> GivingState {
    var next = self
    next.give(amount, opening: opening)
    return next
  }

  /// The state after a year without a gift.
  public func missing(negative: Bool = false) -> GivingState {
    var next = self
    next.miss(negative: negative)
    return next
  }

  /// Spread of the contributor's own changes, ln(gift / gift before), as if one change of `typicalChange` had
  /// been seen beside its own: few changes say little.
  var volatility: Double {
    let prior = GivingState.typicalChange * GivingState.typicalChange
    return ((squaredChange + prior) / Double(changes + 1)).squareRoot()
  }

  /// |ln(gift / gift before)| of a contributor nothing is known of (assumption, near the public funds' median
  /// spread).
  static let typicalChange = 0.6
}
