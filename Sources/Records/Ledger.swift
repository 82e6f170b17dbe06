public import Finance

/// Which of the five amounts a row holds; refunds and write-offs are negative events of their own.
public enum Stage: String, Sendable, CaseIterable {
  case pledged
  case agreed
  case recognised
  case received
  case refunded
  case writtenOff = "written-off"
}

/// One row of `contributions.csv`.
public struct Contribution: Sendable, Hashable {
  public let occasion: Occasion
  public let contributor: String
  public let fund: String
  public let stage: Stage
  /// Negative rows (write-downs, corrections) are kept as they stand.
  public let amount: Money
  public let agreement: String?
  public let reference: String?
  public let provenance: Provenance
}

/// A signed (or standing) commitment of one contributor to one fund.
public struct Agreement: Sendable, Hashable {
  public let id: String
  public let contributor: String
  public let fund: String
  public let signed: CalendarDate
  public let from: CalendarDate
  /// `nil`: stands until somebody ends it (instalments are then yearly and `amount` is per year).
  public let to: CalendarDate?
  /// The whole agreement's amount; with yearly instalments and no end, the amount of a year.
  public let amount: Money
  /// Depends on something (a yearly appropriation): not revenue before it is paid or due.
  public let conditional: Bool
  public let instalments: Instalments
  public let provenance: Provenance

  public enum Instalments: Sendable, Hashable {
    /// Every year from `from`, each of the full `amount`, until `to` or without end.
    case yearly
    /// That many equal parts, one a year from `from`; the last takes the odd cents.
    case equal(Int)
    /// Written out: due dates and cents, adding up to at most the agreement.
    case dated([DatedAmount])
  }

  public struct DatedAmount: Sendable, Hashable {
    public let due: CalendarDate
    public let cents: Int
    public init(due: CalendarDate, cents: Int) { (self.due, self.cents) = (due, cents) }
  }
}

/// One row of `expenditures.csv`.
public struct Expenditure: Sendable, Hashable {
  public let occasion: Occasion
  public let fund: String
  public let objectClass: ObjectClass
  public let amount: Money
  public let provenance: Provenance
}

/// Support that is not money, at replacement cost.
public struct InKind: Sendable, Hashable {
  public let year: Int
  public let contributor: String
  public let what: String
  public let value: Money
  /// The line of `budget.csv` that would have to pay if the support ended.
  public let replaces: String
  public let provenance: Provenance
}

/// A fund's position at the end of a day, in the budget currency.
public struct Balance: Sendable, Hashable {
  public let date: CalendarDate
  public let fund: String
  public let cash: Int
  public let receivable: Int?
  public let payable: Int?
  public let openCommitments: Int?
  public let employeeLiabilities: Int?
  public let provenance: Provenance
}

/// A printed total that rows must reach.
public struct ControlTotal: Sendable, Hashable {
  /// `contributions.csv` or `expenditures.csv`.
  public let file: String
  public let fund: String
  public let year: Int
  /// A contribution stage, or `spent` for expenditures.
  public let stage: String
  public let total: Money
  public let provenance: Provenance
}
