public import Forecasting

extension GivingPrior {
  /// A reference class fitted to a panel; what a panel of yearly amounts does not show (renewal of agreements)
  /// stays as assumed.
  /// - Throws: `RegressionError` where the numbers give out.
  public static func fitted(to panel: Panel, name: String, source: String) throws -> GivingPrior {
    GivingPrior(
      name: name, source: source, dataYear: panel.years.upperBound, panel: PanelDescription(panel),
      behaviour: try Behaviour.fitted(to: panel))
  }
}

extension GivingPrior.PanelDescription {
  public init(_ panel: Panel) {
    self.init(
      firstYear: panel.years.lowerBound, lastYear: panel.years.upperBound,
      contributors: Set(panel.series.map(\.contributor)).count, funds: panel.funds.map(\.name),
      series: panel.series.count,
      gifts: panel.series.reduce(0) { $0 + $1.amounts.count { $0 > 0 } })
  }
}
