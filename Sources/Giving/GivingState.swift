/// What a contributor's past in one fund says about its next year.
///
/// Amounts are natural logarithms of cents of the budget currency.
public struct GivingState: Sendable, Equatable, Codable {
  /// Consecutive years given up to now; 0 after a missed year.
  public var streak: Int
  /// Consecutive years missed; 0 after a gift. Meaningless where nothing was ever given.
  public var gap: Int
  /// The last gift (of an agreement: a year of its term); `nil`: never gave.
  public var last: Double?
  /// Mean of all past gifts' logarithms; `nil`: never gave.
  public var usual: Double?
  /// Number of gifts behind `usual`.
  public var gifts: Int

  public static let never = GivingState(streak: 0, gap: 0, last: nil, usual: nil, gifts: 0)

  /// The state after a year in which `amount` (a logarithm of cents) was given.
  public func giving(_ amount: Double) -> GivingState {
    let count = gifts + 1
    let before = usual ?? amount
    return GivingState(
      streak: streak + 1, gap: 0, last: amount, usual: before + (amount - before) / Double(count),
      gifts: count)
  }

  /// The state after a year without a gift.
  public func missing() -> GivingState {
    last == nil ? self : GivingState(streak: 0, gap: gap + 1, last: last, usual: usual, gifts: gifts)
  }
}
