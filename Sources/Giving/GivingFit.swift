/// The fitted giving model of a book: the crowd's behaviour, and every contributor's own record and departure
/// from it.
///
/// It is data, written to `fit.json` with shortest round-trip decimals; drawing from it is `GivingSampler`.
public struct GivingFit: Sendable, Equatable, Codable {
  public let prior: GivingPrior
  public let timing: GivingTiming
  /// Contributor-years of the book behind the contributors' and the fund's departures.
  public let participationRows: Int
  /// Changes of amount on the book's record: they move the contributors' states alone.
  public let amountRows: Int
  public let givers: [Giver]

  public var behaviour: Behaviour { prior.behaviour }
}

/// One contributor to one fund, as the model sees it at its origin.
public struct Giver: Sendable, Equatable, Codable {
  public let contributor: String
  public let fund: String
  public let isHost: Bool
  /// Whether gifts by habit are modelled; `false`: it pays what is agreed and nothing else.
  public let habitual: Bool
  public let state: GivingState
  public let surroundings: Surroundings
  /// Its departure from the crowd, the fund's with it.
  public let effect: Effect
  /// Last fiscal year its behaviour is known for.
  public let origin: Int
  /// Size of a first gift of one that never gave: its recommended level or the fund's median gift
  /// (a logarithm of cents).
  public let firstGift: Double
  /// Whether its recorded gifts are cash already (then they are not late again).
  public let cashLedger: Bool
  /// Years seen and years given, for the reader.
  public let yearsSeen: Int
  public let yearsGiven: Int
  public let totalGiven: Int

  /// A normal departure on the logit scale: its mean, what is uncertain of the contributor's own part, and what is
  /// uncertain of the fund's, which all its contributors share on a path.
  public struct Effect: Sendable, Equatable, Codable {
    public let mean: Double
    public let deviation: Double
    public let sharedDeviation: Double

    public init(mean: Double, deviation: Double, sharedDeviation: Double = 0) {
      (self.mean, self.deviation, self.sharedDeviation) = (mean, deviation, sharedDeviation)
    }
  }

  public init(
    contributor: String, fund: String, isHost: Bool, habitual: Bool, state: GivingState,
    surroundings: Surroundings, effect: Effect, origin: Int, firstGift: Double, cashLedger: Bool,
    yearsSeen: Int, yearsGiven: Int, totalGiven: Int
  ) {
    (self.contributor, self.fund, self.isHost, self.habitual) = (contributor, fund, isHost, habitual)
    (self.state, self.surroundings, self.effect, self.origin) = (state, surroundings, effect, origin)
    (self.firstGift, self.cashLedger) = (firstGift, cashLedger)
    (self.yearsSeen, self.yearsGiven, self.totalGiven) = (yearsSeen, yearsGiven, totalGiven)
  }
}
