public import Finance
public import Records
public import Tabular

/// One thing a scenario changes, and where its file says so.
public struct Change: Sendable, Hashable {
  public let kind: Kind
  public let location: SourceLocation

  public init(kind: Kind, location: SourceLocation) { (self.kind, self.location) = (kind, location) }

  public enum Kind: Sendable, Hashable {
    case setContribution(SetContribution)
    case collectLevels(CollectLevels)
    case keepAgreements(KeepAgreements)
    case payLate(PayLate)
    case payIn(PayIn)
    case exchangeShock(ExchangeShock)
    case addPosts(AddPosts)
    case endInKind(EndInKind)
    case scalePlan(ScalePlan)
  }
}

/// A contributor gives this amount a year to a fund in place of whatever it would have given.
public struct SetContribution: Sendable, Hashable {
  public let contributor: String
  public let fund: String
  public let years: ClosedRange<Int>
  public let amount: Money
  /// Month of the fiscal year in which it is paid or due, 1 ... 12.
  public let month: Int
  /// Whether it is agreed and then comes as agreements come, late or not at all; else it is paid for certain and on
  /// time.
  public let isAgreed: Bool

  public init(
    contributor: String, fund: String, years: ClosedRange<Int>, amount: Money, month: Int,
    isAgreed: Bool = false
  ) {
    (self.contributor, self.fund, self.years) = (contributor, fund, years)
    (self.amount, self.month, self.isAgreed) = (amount, month, isAgreed)
  }
}

/// Every council member but the host pays this share of its recommended level, for certain and on time,
/// in place of its own giving to the fund.
public struct CollectLevels: Sendable, Hashable {
  public let share: Rate
  public let fund: String
  public let years: ClosedRange<Int>
  public let month: Int
  /// `nil`: every group.
  public let group: ContributorGroup?

  public init(share: Rate, fund: String, years: ClosedRange<Int>, month: Int, group: ContributorGroup? = nil)
  {
    (self.share, self.fund, self.years) = (share, fund, years)
    (self.month, self.group) = (month, group)
  }
}

/// Instalments of agreements are paid in full in the month they are due.
public struct KeepAgreements: Sendable, Hashable {
  /// `nil`: every contributor's.
  public let contributor: String?
  public let years: ClosedRange<Int>

  public init(contributor: String? = nil, years: ClosedRange<Int>) {
    (self.contributor, self.years) = (contributor, years)
  }
}

/// Everything a contributor pays comes so many months later.
public struct PayLate: Sendable, Hashable {
  public let contributor: String
  public let months: Int
  public let years: ClosedRange<Int>

  public init(contributor: String, months: Int, years: ClosedRange<Int>) {
    (self.contributor, self.months) = (contributor, months)
    self.years = years
  }
}

/// A contributor's agreements are fixed in another currency at the rate of the as-of date.
public struct PayIn: Sendable, Hashable {
  public let contributor: String
  public let currency: Currency

  public init(contributor: String, currency: Currency) {
    (self.contributor, self.currency) = (contributor, currency)
  }
}

/// A currency's value in dollars changes once, by this share, from a year on.
public struct ExchangeShock: Sendable, Hashable {
  public let currency: Currency
  public let change: Rate
  public let from: Int

  public init(currency: Currency, change: Rate, from: Int) {
    (self.currency, self.change) = (currency, change)
    self.from = from
  }
}

public struct AddPosts: Sendable, Hashable {
  public let post: Post
  public let count: Int

  public init(post: Post, count: Int) {
    (self.post, self.count) = (post, count)
  }
}

/// In-kind support ends; the lines it replaced must be paid.
public struct EndInKind: Sendable, Hashable {
  public let from: Int
  public let contributor: String?
  public let what: String?

  public init(from: Int, contributor: String? = nil, what: String? = nil) {
    (self.from, self.contributor) = (from, contributor)
    self.what = what
  }
}

/// Planned amounts change by this share.
public struct ScalePlan: Sendable, Hashable {
  public let change: Rate
  public let years: ClosedRange<Int>
  public let fund: String?
  public let line: String?

  public init(change: Rate, years: ClosedRange<Int>, fund: String? = nil, line: String? = nil) {
    (self.change, self.years) = (change, years)
    (self.fund, self.line) = (fund, line)
  }
}
