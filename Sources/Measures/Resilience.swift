/// How much stands between the centre and an empty account.
public enum Resilience {
  /// `balance / required reserve`. `nil` where no reserve is required.
  public static func reserveRatio(balance: Double, required: Double) -> Double? {
    Concentration.share(of: balance, total: required)
  }

  /// `cash / (spending / months)`, of the months the spending was taken over: 12, or those of a part year. `nil`
  /// where nothing is spent.
  public static func monthsOfSpending(cash: Double, spending: Double, months: Int) -> Double? {
    spending > 0 ? cash / (spending / Double(months)) : nil
  }

  /// `(revenue - expenses) / revenue`: what is left of each unit of revenue (Tuckman and Chang 1991). `nil`
  /// without revenue.
  public static func operatingMargin(revenue: Double, expenses: Double) -> Double? {
    Concentration.share(of: revenue - expenses, total: revenue)
  }

  /// `recurring income / recurring cost`. `nil` where nothing recurs.
  public static func structuralCover(income: Double, cost: Double) -> Double? {
    Concentration.share(of: income, total: cost)
  }

  /// `equity / revenue` (Tuckman and Chang 1991). `nil` without revenue.
  public static func equityRatio(equity: Double, revenue: Double) -> Double? {
    Concentration.share(of: equity, total: revenue)
  }
}
