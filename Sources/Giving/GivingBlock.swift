public import Vectors

/// One amount of one giver on eight paths: when it became revenue, fell due and was paid.
public struct LanePayment: Sendable {
  /// Index into the givers.
  public let giver: Int
  /// Cents; 0 on the paths where there is no such payment.
  public let cents: Lanes
  /// Index into the projection's currencies.
  public let currency: Int
  /// Year index; -1: before the projection.
  public let recognised: Int
  /// Month index it was due.
  public let due: Lanes
  /// Month index it was paid; infinite where it never is.
  public let paid: Lanes

  /// The same payment on eight paths.
  public init(_ payment: Payment) {
    (giver, currency, recognised) = (payment.giver, payment.currency, payment.recognised)
    (cents, due) = (Lanes(payment.cents), Lanes(Double(payment.due)))
    paid = Lanes(payment.paid == Payment.never ? .infinity : Double(payment.paid))
  }

  init(giver: Int, cents: Lanes, currency: Int, recognised: Int, due: Lanes, paid: Lanes) {
    (self.giver, self.cents, self.currency) = (giver, cents, currency)
    (self.recognised, self.due, self.paid) = (recognised, due, paid)
  }
}

/// What the givers do on eight paths in a row; made by `GivingSampler.block` and reused from block to block.
public struct GivingBlock: Sendable {
  public internal(set) var payments: [LanePayment] = []

  /// What happens on one of the paths.
  public func path(_ lane: Int) -> GivingPath {
    GivingPath(
      payments: payments.filter { $0.cents[lane] != 0 }.map { payment in
        let paid = payment.paid[lane]
        return Payment(
          giver: payment.giver, cents: payment.cents[lane], currency: payment.currency,
          recognised: payment.recognised, due: Int(payment.due[lane]),
          paid: paid.isFinite ? Int(paid) : Payment.never)
      })
  }

  /// The crowd's parameters on these paths.
  var crowd: LaneBehaviour
  /// By year: shifts of the logit of giving and of ln(next / last).
  var givingShifts: [Lanes]
  var changeShifts: [Lanes]
  /// Normal numbers on their way to parameters.
  var normals = Array(repeating: Lanes(0), count: 16)
  var departures = Array(repeating: Lanes(0), count: 16)
}
