public import Measures

/// One measured indicator: a line of `indicators.csv`.
public struct IndicatorRow: Sendable, Hashable {
  public let year: Int
  /// A fund, or `all`.
  public let fund: String
  public let basis: Basis
  public let definition: Definition
  /// `value`, `mean`, `mcse`, a quantile, `probability`.
  public let statistic: String
  /// Amounts in cents of the budget currency; `nil`: not measurable.
  public let value: Double?
  /// `nil`: shown, not judged.
  public let verdict: Verdict?
  /// What the value was taken from, or why there is none.
  public let source: String
  /// The ledger rows or the futures behind it.
  public let evidence: Evidence

  /// Out of what an indicator is measured.
  public enum Basis: String, Sendable, CaseIterable {
    /// The book's ledger.
    case recorded
    /// The central projection.
    case central
    /// All simulated paths.
    case simulated
  }
}

/// One line of the statements.
public struct StatementLine: Sendable, Hashable {
  public let year: Int
  public let fund: String
  public let basis: IndicatorRow.Basis
  /// `received.india`, `spent.total`, ...
  public let line: String
  /// Cents of the budget currency.
  public let amount: Int

  public init(year: Int, fund: String, basis: IndicatorRow.Basis, line: String, amount: Int) {
    (self.year, self.fund, self.basis, self.line, self.amount) = (year, fund, basis, line, amount)
  }
}
