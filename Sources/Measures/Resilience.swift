/// How much stands between the centre and an empty account.
public enum Resilience {
  /// `balance / required reserve`. `nil` where no reserve is required.
  public static func reserveRatio(balance: Double, required: Double) -> Double? {
    Concentration.share(of: balance, total: required)
  }

  /// `cash / (yearly spending / 12)`. `nil` where nothing is spent.
  public static func monthsOfSpending(cash: Double, yearlySpending: Double) -> Double? {
    Concentration.share(of: cash, total: yearlySpending).map { $0 * 12 }
  }

  /// `(revenue - expenses) / revenue`: what is left of each unit of revenue (Tuckman and Chang 1991). `nil`
  /// without revenue.
  public static func operatingMargin(revenue: Double, expenses: Double) -> Double? {
    Concentration.share(of: revenue - expenses, total: revenue)
  }
}
