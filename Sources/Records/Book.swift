public import Finance
public import OrderedCollections

/// A centre's book as it could be seen on one day: everything read, checked and in file order.
public struct Book: Sendable {
  public let centre: Centre
  public let contributors: OrderedDictionary<String, Contributor>
  public let levels: [RecommendedLevel]
  public let agreements: [Agreement]
  public let contributions: [Contribution]
  public let inKind: [InKind]
  public let expenditures: [Expenditure]
  public let budget: [BudgetLine]
  public let posts: [Post]
  public let balances: [Balance]
  public let exchangeRates: ExchangeRates
  public let controls: [ControlTotal]
  /// The files it was read from, by name.
  public let inputs: [InputFile]
  /// Rows left out because they were not known yet.
  public let asOf: CalendarDate?

  /// A file of the book and the digest of what was seen of it.
  public struct InputFile: Sendable, Hashable {
    public let name: String
    /// SHA-256 of the file's bytes less the lines not known on the as-of date; where every line is known it is
    /// the digest of the file itself.
    public let sha256: String
    public init(name: String, sha256: String) { (self.name, self.sha256) = (name, sha256) }
  }

  /// An amount in the budget currency at the rate of its day's month, or at its year's mean.
  /// `nil` where the book has no rate; a loaded book always has one.
  public func inBudgetCurrency(_ amount: Money, on occasion: Occasion) -> Int? {
    if amount.currency == centre.budgetCurrency { return amount.cents }
    func rate(_ currency: Currency) -> ExchangeRate? {
      switch occasion {
      case .day(let date): exchangeRates.rate(of: currency, in: Month(date))
      case .year(let year): exchangeRates.meanRate(of: currency, in: year)
      }
    }
    guard let from = rate(amount.currency), let to = rate(centre.budgetCurrency) else { return nil }
    return from.convert(amount.cents, to: to)
  }

  /// The level recommended to a contributor for a year: its own before its group's.
  public func recommendedLevel(of contributor: Contributor, in year: Int) -> RecommendedLevel? {
    let standing = levels.filter { $0.years.contains(year) }
    return standing.first { $0.subject == .contributor(contributor.id) }
      ?? standing.first { $0.subject == .group(contributor.spell(in: year).group) }
  }
}
