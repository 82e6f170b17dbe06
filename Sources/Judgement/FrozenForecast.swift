public import Finance
public import Forecasting
public import Records

/// What a run told, read back from the files it left behind; amounts in cents of the budget currency.
public struct FrozenForecast: Sendable, Equatable {
  /// Identifier of the centre it was made for.
  public let centre: String
  public let currency: Currency
  /// Nothing known later was seen.
  public let asOf: CalendarDate
  /// Seed of the run, from which the draws of a randomised score are taken as well.
  public let seed: UInt32
  /// In the order of the file: contributors, then funds' totals.
  public let gifts: [Gift]
  /// In the order of the file.
  public let plans: [Plan]

  /// The amount of one contributor to one fund in one year, or of a fund from all of them.
  public struct Gift: Sendable, Equatable {
    public let year: Int
    /// `FrozenForecast.total`: all contributors together.
    public let contributor: String
    public let fund: String
    public let stage: Stage
    public let amount: PredictiveDistribution

    public init(year: Int, contributor: String, fund: String, stage: Stage, amount: PredictiveDistribution) {
      (self.year, self.contributor, self.fund) = (year, contributor, fund)
      (self.stage, self.amount) = (stage, amount)
    }
  }

  /// The plan of a fund's year, and the risk the run saw in it.
  public struct Plan: Sendable, Equatable {
    public let year: Int
    public let fund: String
    /// Approved plan, direct and support cost.
    public let planned: Int
    /// Cash required as reserve at the end of the year.
    public let reserve: Int
    /// Cash at the end of the year that 5, 50 and 95 of 100 futures do not exceed.
    public let closingCash: [Double]
    /// Chance of a shortfall in the year.
    public let shortfall: Double
    /// Chance of a shortfall in this year or an earlier one.
    public let shortfallByThen: Double

    public init(
      year: Int, fund: String, planned: Int, reserve: Int, closingCash: [Double], shortfall: Double,
      shortfallByThen: Double
    ) {
      (self.year, self.fund, self.planned, self.reserve) = (year, fund, planned, reserve)
      (self.closingCash, self.shortfall, self.shortfallByThen) = (closingCash, shortfall, shortfallByThen)
    }
  }

  public init(
    centre: String, currency: Currency, asOf: CalendarDate, seed: UInt32, gifts: [Gift], plans: [Plan]
  ) {
    (self.centre, self.currency, self.asOf, self.seed) = (centre, currency, asOf, seed)
    (self.gifts, self.plans) = (gifts, plans)
  }

  /// The contributor's name in rows that are a fund's total.
  public static let total = "*"
  /// The contributor's name in rows for all who have not given yet, where a model forecasts them.
  public static let newContributors = "new-contributors"
  /// The file that holds `gifts`.
  public static let contributionsFile = "contributions-outlook.csv"
  /// Names of the statistics in that file, one for each of `PredictiveDistribution.levels`.
  public static let quantileNames = [
    "q025", "q05", "q10", "q20", "q25", "q30", "q40", "q50", "q60", "q70", "q75", "q80", "q90", "q95", "q975",
  ]
}
