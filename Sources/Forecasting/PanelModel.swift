/// A way to forecast every series of a panel, before it has seen any data.
public protocol PanelModel: Sendable {
  /// Its name in `forecasts.csv`.
  var name: String { get }

  /// Learns whatever the model shares among series.
  /// - Parameters:
  ///   - training: rows up to the origin, of the panel to be forecast or of another one.
  ///   - horizon: the number of years ahead that will be asked for.
  func fitted(to training: Panel, horizon: Int) throws -> any FittedPanelModel
}

/// A model with its shared parameters: the past of a panel is its only further input.
public protocol FittedPanelModel: Sendable {
  /// Forecasts for the years after `past.years.upperBound`: of every series with a positive gift, then of every
  /// fund's total (`SeriesForecast.total`, new contributors included), in the panel's order.
  func forecast(_ past: Panel, horizon: Int) throws -> [SeriesForecast]
}

/// The forecast of one contributor to one fund, or of a fund's total.
public struct SeriesForecast: Sendable, Equatable {
  /// The contributor's name of a forecast that is a fund's total.
  public static let total = "*"

  public let contributor: String
  public let fund: String
  /// One distribution for each year ahead.
  public let years: [PredictiveDistribution]

  public init(contributor: String, fund: String, years: [PredictiveDistribution]) {
    (self.contributor, self.fund, self.years) = (contributor, fund, years)
  }
}
