public import Forecasting

extension ForecastAudit {
  /// What was told of one amount, and what came.
  public struct Cell: Sendable {
    public let year: Int
    /// `FrozenForecast.total`: all contributors of the fund together.
    public let contributor: String
    public let fund: String
    /// `nil`: the run told nothing of this contributor.
    public let told: PredictiveDistribution?
    /// Cents as the book has them; below nothing where more was taken back than given.
    public let came: Int
    /// The documents the book names for it, each once, in the book's order.
    public let sources: [String]

    /// What is scored: never below nothing.
    public var outcome: Double { Double(max(came, 0)) }

    /// Where what came lies in what was told.
    public var standing: Standing? {
      guard let told else { return nil }
      let (low, high) = (told.quantiles[Cell.low], told.quantiles[Cell.high])
      if outcome > high { return .above }
      if outcome < low { return .below }
      return .within
    }

    /// How far what came lies from the told middle, in cents; the whole amount where nothing was told.
    public var distance: Double { (outcome - (told?.median ?? 0)).magnitude }

    /// Whether what came lies outside the told 5 % and 95 %, or was not told at all.
    public var isMiss: Bool { standing != .within }

    /// Places of the 5 % and the 95 % quantile.
    public static let (low, high) = (1, 13)
  }

  /// Against the 5 % and the 95 % quantile.
  public enum Standing: Sendable, Hashable, CaseIterable {
    case below
    case within
    case above
  }
}
