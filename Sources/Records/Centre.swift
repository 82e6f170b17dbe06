public import Finance
public import OrderedCollections
public import Tabular

/// What `centre.yaml` says: the centre, its rules and its funds.
public struct Centre: Sendable {
  /// The identifier reports are filed under.
  public let id: String
  public let name: String
  /// The contributor that hosts the centre; `nil` for one without a host.
  public let host: String?
  public let budgetCurrency: Currency
  /// 1 ... 12.
  public let fiscalYearStart: Int
  /// A date or year outside these is an error.
  public let years: ClosedRange<Int>
  public let recognition: Recognition
  public let reserve: ReserveRule
  public let funds: OrderedDictionary<String, Fund>
  public let mandate: [MandateRule]
  /// The centre's own names of object classes, for its files.
  public let classNames: OrderedDictionary<String, ObjectClass>
  public let location: SourceLocation
}

/// When a multi-year agreement becomes revenue: whole when it binds (IPSAS 23), or year by year.
public enum Recognition: String, Sendable, CaseIterable {
  case upfront
  case overTime = "over-time"
}

/// Operating reserve: a rate of the next year's approved plan, direct plus support cost.
public struct ReserveRule: Sendable, Hashable {
  public let rate: Rate
  public let source: String
}

/// Ring-fenced money with a balance of its own.
public struct Fund: Sendable, Hashable {
  public let id: String
  public let name: String
  public let sourceOfFunds: SourceOfFunds
  public let purpose: FundPurpose
  /// Support cost charged on direct spending.
  public let supportCost: Rate
  /// Overrides the centre's reserve rule; a fund without a reserve says `0%`.
  public let reserve: Rate?
  public let location: SourceLocation
}

public enum SourceOfFunds: String, Sendable, CaseIterable {
  case extrabudgetary
  case regularBudget = "regular-budget"
}

/// What a fund may pay: anything of the centre's core, or its own project's lines only.
public enum FundPurpose: String, Sendable, CaseIterable {
  case core
  case earmarked
}

/// A rule of the centre's mandate, kept as data.
public struct MandateRule: Sendable, Hashable {
  public let id: String
  public let symbol: String
  /// The rule's own words, or those of the document that reports it.
  public let wording: String
  /// `extrabudgetary-share > 0.5`.
  public let predicate: String
  /// Years over which the measure is taken.
  public let window: Int
  /// `all` funds, `core` funds, or one fund's identifier.
  public let scope: String
  public let source: String
  /// What had to be assumed to make the wording a number; empty where nothing had.
  public let assumption: String
  public let location: SourceLocation
}

/// Object class of expenditure.
public enum ObjectClass: String, Sendable, CaseIterable, Comparable {
  case staff
  case consultants
  case travel
  case contractualServices = "contractual-services"
  case operating
  case supplies
  case equipment
  case transfers
  case programmeSupport = "programme-support"
  /// Recorded spending that its source prints as one total.
  case unclassified

  /// Name in reports.
  public var title: String {
    switch self {
    case .staff: "Staff and other personnel"
    case .consultants: "Consultants"
    case .travel: "Travel"
    case .contractualServices: "Contractual services"
    case .operating: "General operating"
    case .supplies: "Supplies"
    case .equipment: "Equipment"
    case .transfers: "Transfers and grants"
    case .programmeSupport: "Programme support cost"
    case .unclassified: "Not split by class"
    }
  }

  public static func < (left: ObjectClass, right: ObjectClass) -> Bool {
    allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
  }
}
