/// One amount of one giver on one path: when it became revenue, fell due and was paid.
public struct Payment: Sendable, Hashable {
  /// Index into the givers.
  public let giver: Int
  public let cents: Double
  /// Index into the projection's currencies.
  public let currency: Int
  /// Year index; -1: before the projection.
  public let recognised: Int
  /// Month index it was due.
  public let due: Int
  /// Month index it was paid; `Payment.never` if it never is.
  public let paid: Int

  public static let never = Int.max
}

/// Everything the givers do on one path.
public struct GivingPath: Sendable {
  public var payments: [Payment]

  public init(payments: [Payment] = []) { self.payments = payments }
}
