public import Finance

/// Whether an agreed amount arrives in full, in part, or never.
///
/// Three outcomes with Dirichlet pseudo-counts and, for what arrives in part, a beta distribution of the
/// share that does. Differences of a fifth and less are exchange gains and losses of a pledge in another
/// currency and count as paid in full: a run draws exchange rates for themselves.
public struct CollectionModel: Sendable, Equatable, Codable {
  public let name: String
  public let source: String
  /// The run's date must not lie before the end of this year; `nil`: assumption only.
  public let dataYear: Int?
  /// Contributions it was learned from.
  public let observations: Int
  public let never: Double
  public let inPart: Double
  public let inFull: Double
  /// Beta counts of the share that arrives where only a part does.
  public let share: BetaCounts

  public var neverChance: Double { never / (never + inPart + inFull) }
  public var inPartChance: Double { inPart / (never + inPart + inFull) }
  /// What arrives in the end of a unit agreed, on average.
  public var expectedShare: Double { 1 - neverChance - inPartChance * (1 - share.mean) }

  /// The chances of something that has been open for so long that a share `survival` of what is paid at all
  /// is still unpaid by then: P(never | open) = q / (q + (1 - q) S), which grows while months pass.
  ///
  /// Where nothing could still be open (`survival` 0, a scenario's word against the ledger's) nothing is
  /// learned.
  public func chances(open survival: Double) -> (never: Double, inPart: Double) {
    guard survival > 0 else { return (neverChance, inPartChance) }
    let open = neverChance + (1 - neverChance) * survival
    return (neverChance / open, inPartChance * survival / open)
  }

  /// A scenario's probability that an instalment is never paid stands for everything that can fail.
  public func stating(never probability: Double) -> CollectionModel {
    CollectionModel(
      name: "scenario", source: "assumption: scenario", dataYear: nil, observations: 0, never: probability,
      inPart: 0, inFull: 1 - probability, share: share)
  }
}

extension CollectionModel {
  /// The newest set an as-of date may use.
  public static func stated(asOf date: CalendarDate) -> CollectionModel {
    date >= CalendarDate.endOfYear(emergencyFund.dataYear ?? 0) ? emergencyFund : plain
  }

  /// Before anything is counted: 1 in 33 never paid, 1 in 66 in part (assumption).
  public static let plain = CollectionModel(
    name: "collection-plain",
    source: "assumption: of 33 instalments 1 is never paid and half a one in part",
    dataYear: nil, observations: 0, never: 1, inPart: 0.5, inFull: 31.5, share: BetaCounts(yes: 1, no: 1))

  /// `plain` and the CERF's contributions at a quarter each: 0 of 734 were never paid, 1 was paid in part
  /// (Nigeria 2006: 2,452 of a pledge of 21,891,892), 733 in full.
  ///
  /// Payments of 2013 were seen by the end of 2014 (assumption). No size and no kind of donor differs.
  public static let emergencyFund = CollectionModel(
    name: "collection-2014",
    source: "pledge, commitment and receipts of 734 contributions by 156 donors to the Central Emergency "
      + "Response Fund, 2006-2013 (OCHA): none unpaid, one in part; each counts a quarter beside 33 assumed "
      + "instalments, since one prompt fund does not speak for all (assumption)",
    dataYear: 2014, observations: 734, never: 1, inPart: 0.75, inFull: 31.5 + 183.25,
    share: BetaCounts(yes: 1, no: 2))
}
