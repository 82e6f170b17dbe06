/// The fitted giving model of a book: parameters with their uncertainty, and every giver's state.
///
/// It is data, written to `fit.json` with shortest round-trip decimals; drawing from it is `GivingSampler`.
public struct GivingFit: Sendable, Equatable, Codable {
  public let prior: GivingPrior
  public let participation: Coefficients
  public let amount: Coefficients
  /// Scale and degrees of freedom of the residual spread of ln(next / last).
  public let amountScale: Double
  public let amountDegreesOfFreedom: Double
  public let repeats: BetaCounts
  public let punctual: BetaCounts
  /// Contributor-years behind the participation and the amount part.
  public let participationRows: Int
  public let amountRows: Int
  public let givers: [Giver]

  /// Normal coefficients: means and a covariance (for the amount part to be multiplied by a drawn variance).
  public struct Coefficients: Sendable, Equatable, Codable {
    public let names: [String]
    public let means: [Double]
    /// Rows of the symmetric covariance.
    public let covariance: [[Double]]
  }
}

/// One contributor to one fund, as the model sees it at its origin.
public struct Giver: Sendable, Equatable, Codable {
  public let contributor: String
  public let fund: String
  public let isHost: Bool
  /// Whether gifts by habit are modelled; `false`: it pays what is agreed and nothing else.
  public let habitual: Bool
  public let state: GivingState
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

  public init(
    contributor: String, fund: String, isHost: Bool, habitual: Bool, state: GivingState, origin: Int,
    firstGift: Double, cashLedger: Bool, yearsSeen: Int, yearsGiven: Int, totalGiven: Int
  ) {
    (self.contributor, self.fund, self.isHost, self.habitual) = (contributor, fund, isHost, habitual)
    (self.state, self.origin, self.firstGift, self.cashLedger) = (state, origin, firstGift, cashLedger)
    (self.yearsSeen, self.yearsGiven, self.totalGiven) = (yearsSeen, yearsGiven, totalGiven)
  }
}
