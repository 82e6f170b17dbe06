public import Vectors

/// One fund's year on eight paths: the fields of `YearAccount`, whole numbers all of them.
public struct LaneYear: Sendable {
  public var openingCash = Lanes(0)
  public var received = Lanes(0)
  public var interest = Lanes(0)
  public var direct = Lanes(0)
  public var separation = Lanes(0)
  public var support = Lanes(0)
  public var settled = Lanes(0)
  public var closingCash = Lanes(0)
  public var openCommitments = Lanes(0)
  public var reserveRequired = Lanes(0)

  public var plannedDirect = Lanes(0)
  public var plannedSupport = Lanes(0)
  public var shortfall = Lanes(0)
  /// Month index of the first month of the shortfall; -1: none.
  public var shortfallMonth = Lanes(-1)
  public var cutDirect = Lanes(0)
  public var fundingGap = Lanes(0)
  public var breach = Lanes(0)
  public var lowestCash = Lanes(0)
  public var lowestMonth = Lanes(0)
  public var postsEnded = Lanes(0)

  public init() {}

  public var spent: Lanes { direct + separation + support }
  /// Cash not tied by earlier commitments.
  public var freeCash: Lanes { closingCash - openCommitments }
}

extension YearAccount {
  /// The year of one of eight paths.
  init(_ year: LaneYear, lane: Int) {
    openingCash = year.openingCash[lane]
    received = year.received[lane]
    interest = year.interest[lane]
    direct = year.direct[lane]
    separation = year.separation[lane]
    support = year.support[lane]
    settled = year.settled[lane]
    closingCash = year.closingCash[lane]
    openCommitments = year.openCommitments[lane]
    reserveRequired = year.reserveRequired[lane]
    plannedDirect = year.plannedDirect[lane]
    plannedSupport = year.plannedSupport[lane]
    shortfall = year.shortfall[lane]
    shortfallMonth = Int(year.shortfallMonth[lane])
    cutDirect = year.cutDirect[lane]
    fundingGap = year.fundingGap[lane]
    breach = year.breach[lane]
    lowestCash = year.lowestCash[lane]
    lowestMonth = Int(year.lowestMonth[lane])
    postsEnded = Int(year.postsEnded[lane])
  }
}
