/// What a fund has and owes on a day, as far as its books say; whole cents.
///
/// Assets are cash with investments and what is receivable; both are current. What is payable is current, what is
/// owed to employees is not.
public struct FundPosition: Sendable, Hashable {
  public let cash: Double
  public let receivable: Double?
  public let payable: Double?
  public let employeeLiabilities: Double?

  public init(cash: Double, receivable: Double?, payable: Double?, employeeLiabilities: Double?) {
    (self.cash, self.receivable) = (cash, receivable)
    (self.payable, self.employeeLiabilities) = (payable, employeeLiabilities)
  }

  /// Current assets over current liabilities. `nil` where either is not recorded or nothing is owed.
  public var currentRatio: Double? { ratio(receivable.map { cash + $0 }, payable) }

  /// Cash, investments and receivables over current liabilities: of these books the same assets, since they hold
  /// no inventories or prepayments.
  public var quickRatio: Double? { currentRatio }

  /// Cash and investments over current liabilities.
  public var cashRatio: Double? { ratio(cash, payable) }

  /// Total assets over total liabilities.
  public var solvencyRatio: Double? { ratio(receivable.map { cash + $0 }, liabilities) }

  /// Total assets less total liabilities; `nil` where a part of them is not recorded.
  public var equity: Double? {
    guard let receivable, let liabilities else { return nil }
    return cash + receivable - liabilities
  }

  private var liabilities: Double? {
    guard let payable, let employeeLiabilities else { return nil }
    return payable + employeeLiabilities
  }

  private func ratio(_ assets: Double?, _ owed: Double?) -> Double? {
    guard let assets, let owed else { return nil }
    return Concentration.share(of: assets, total: owed)
  }

  /// Which figures a ratio lacks, in the words of `balances.csv`.
  public func missing(withAssets: Bool, withEmployees: Bool) -> [String] {
    [
      withAssets && receivable == nil ? "receivable" : nil, payable == nil ? "payable" : nil,
      withEmployees && employeeLiabilities == nil ? "employee_liabilities" : nil,
    ].compactMap { $0 }
  }
}
