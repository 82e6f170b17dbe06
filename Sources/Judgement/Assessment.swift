import Measures
public import Simulation

/// What the ledger and the simulated futures mean: statements, indicators and the mandate's rules.
public struct Assessment: Sendable {
  public let ensemble: Ensemble
  public let statements: [StatementLine]
  public let indicators: [IndicatorRow]
  public let mandate: [MandateVerdict]
  public let largestGivers: [LargestGiver]

  public init(_ ensemble: Ensemble) {
    self.ensemble = ensemble
    statements = Statements(ensemble).all
    let table = IndicatorTable(ensemble)
    (indicators, largestGivers) = (table.all, table.largestGivers)
    mandate = MandateAssessment(ensemble).all
  }

  /// The row of an indicator, for the reader who asks for one number.
  public func value(
    _ indicator: String, year: Int, fund: String, basis: IndicatorRow.Basis, statistic: String = "value"
  ) -> Double? {
    indicators.first {
      $0.definition.id == indicator && $0.year == year && $0.fund == fund && $0.basis == basis
        && $0.statistic == statistic
    }?.value
  }
}
