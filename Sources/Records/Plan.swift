public import Finance

/// One line of the approved plan for one year, direct cost only: support cost is computed, never planned.
public struct BudgetLine: Sendable, Hashable {
  public let year: Int
  public let fund: String
  public let line: String
  public let objectClass: ObjectClass
  public let purpose: LinePurpose
  public let amount: Money
  /// May be cut by a response to a shortfall.
  public let discretionary: Bool
  /// Months it still costs after it is given notice.
  public let noticeMonths: Int
  public let provenance: Provenance
}

public enum LinePurpose: String, Sendable, CaseIterable {
  case core
  case project
}

/// A post; it costs from its first to its last month.
public struct Post: Sendable, Hashable {
  public let id: String
  public let grade: String
  public let fund: String
  public let from: CalendarDate
  /// `nil`: continues.
  public let to: CalendarDate?
  public let yearlyCost: Money
  public let noticeMonths: Int
  /// Paid once when the post is ended.
  public let separationCost: Int
  public let provenance: Provenance

  public init(
    id: String, grade: String, fund: String, from: CalendarDate, to: CalendarDate?, yearlyCost: Money,
    noticeMonths: Int, separationCost: Int, provenance: Provenance
  ) {
    (self.id, self.grade, self.fund, self.from, self.to) = (id, grade, fund, from, to)
    (self.yearlyCost, self.noticeMonths, self.separationCost) = (yearlyCost, noticeMonths, separationCost)
    self.provenance = provenance
  }
}
