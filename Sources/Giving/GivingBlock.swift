public import Vectors

/// One amount of one giver on eight paths: when it became revenue, fell due and was paid.
public struct LanePayment: Sendable {
  /// Index into the givers.
  public let giver: Int
  /// Which eight of the block's paths.
  public let eight: Int
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
  public init(_ payment: Payment, eight: Int = 0) {
    (giver, currency, recognised, self.eight) = (payment.giver, payment.currency, payment.recognised, eight)
    (cents, due) = (Lanes(payment.cents), Lanes(Double(payment.due)))
    paid = Lanes(payment.paid == Payment.never ? .infinity : Double(payment.paid))
  }

  init(giver: Int, eight: Int, cents: Lanes, currency: Int, recognised: Int, due: Lanes, paid: Lanes) {
    (self.giver, self.eight, self.cents, self.currency) = (giver, eight, cents, currency)
    (self.recognised, self.due, self.paid) = (recognised, due, paid)
  }
}

/// What the givers do on some paths in a row, one giver after the other; made by `GivingSampler.block` for one worker
/// and used from block to block. Its columns fit the first-level cache together with one giver's state.
public final class GivingBlock {
  /// Paths in a block, in eights.
  public static let eights = 8
  public static let paths = eights * Lanes.count

  // A block is one worker's: asking at every access whether another has it at hand costs a twentieth of the run.

  /// Of the givers drawn since they were last removed.
  @exclusivity(unchecked)
  public internal(set) var payments: [LanePayment] = []

  /// Number of the first path.
  @exclusivity(unchecked)
  var first: UInt64 = 0
  /// The crowd's parameters on these paths.
  let crowd: LaneBehaviour
  /// By year: shifts of the logit of giving and of ln(next / last).
  let givingShifts: LaneColumns
  let changeShifts: LaneColumns
  /// By fund of the sampler: standard normal numbers of what its givers share.
  let fundEffects: LaneColumns
  /// The giver at hand.
  let state: LaneState
  let work: GivingWork
  @exclusivity(unchecked)
  var lateness: [LaneCurve] = []
  /// Standard normal numbers on their way to parameters.
  let normals: LaneColumn

  private let store: LaneStore

  init(_ behaviour: Behaviour, years: Int, funds: Int) {
    let eights = GivingBlock.eights
    let columns =
      LaneBehaviour.columnCount + LaneState.columnCount + GivingWork.columnCount + 2 * years + funds
    store = LaneStore(eights: columns * eights + 64)
    crowd = LaneBehaviour(behaviour, store, eights: eights)
    givingShifts = LaneColumns(store, years, eights: eights)
    changeShifts = LaneColumns(store, years, eights: eights)
    fundEffects = LaneColumns(store, funds, eights: eights)
    state = LaneState(store, eights: eights)
    work = GivingWork(store, eights: eights)
    normals = store.column(16)
  }

  public func removePayments() { payments.removeAll(keepingCapacity: true) }

  /// What happens on one of the paths.
  public func path(_ index: Int) -> GivingPath {
    let (eight, lane) = (index / Lanes.count, index % Lanes.count)
    return GivingPath(
      payments: payments.filter { $0.eight == eight && $0.cents[lane] != 0 }.map { payment in
        let paid = payment.paid[lane]
        return Payment(
          giver: payment.giver, cents: payment.cents[lane], currency: payment.currency,
          recognised: payment.recognised, due: Int(payment.due[lane]),
          paid: paid.isFinite ? Int(paid) : Payment.never)
      })
  }
}

/// Columns of one giver's year on the way from chances to a gift.
struct GivingWork {
  /// Of the logit what stands for all years, once it has given and until then.
  let standing, firstGift: LaneColumn
  /// Logits, then chances.
  let chance: LaneColumn
  /// Uniform numbers: gives?, in which month, how far from the last gift, to a round amount?
  let gives, month, shock, rounding: LaneColumn
  /// 1 on the paths where habit may give, where it does, where an agreement is renewed, and where it lapses.
  let free, habit, renewed, lapsed: LaneColumn
  /// 1 on the paths to which the question of another agreement is open, and on those a renewed one binds.
  let open, bound: LaneColumn
  /// The gift of the year: its logarithm, its cents, and whether it is a round amount.
  let amount, cents, isRound: LaneColumn
  /// Paths whose gift is not the last one again.
  let changed: LaneColumn

  static let columnCount = 17

  init(_ store: LaneStore, eights: Int) {
    func column() -> LaneColumn { store.column(eights) }
    (standing, firstGift, chance) = (column(), column(), column())
    (gives, month, shock, rounding) = (column(), column(), column(), column())
    (free, habit, renewed, lapsed) = (column(), column(), column(), column())
    (open, bound) = (column(), column())
    (amount, cents, isRound, changed) = (column(), column(), column(), column())
  }
}
