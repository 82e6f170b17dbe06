public import Finance

/// A member or another donor.
public struct Contributor: Sendable, Hashable {
  public let id: String
  public let name: String
  public let kind: ContributorKind
  /// Other spellings and former names, found in ledgers.
  public let aliases: [String]
  /// First month of the contributor's own budget year, 1 ... 12 (India: 4).
  public let fiscalYearStart: Int
  /// Spells by first year, ascending; the first also holds for earlier years.
  public let spells: [Spell]

  /// Group and seat from some year on.
  public struct Spell: Sendable, Hashable {
    /// `nil`: from the beginning.
    public let fromYear: Int?
    public let group: ContributorGroup
    public let councilMember: Bool
    public let provenance: Provenance

    public init(fromYear: Int?, group: ContributorGroup, councilMember: Bool, provenance: Provenance) {
      (self.fromYear, self.group, self.councilMember) = (fromYear, group, councilMember)
      self.provenance = provenance
    }
  }

  public init(
    id: String, name: String, kind: ContributorKind, aliases: [String], fiscalYearStart: Int, spells: [Spell]
  ) {
    precondition(!spells.isEmpty, "a contributor has at least one spell")
    (self.id, self.name, self.kind, self.aliases) = (id, name, kind, aliases)
    (self.fiscalYearStart, self.spells) = (fiscalYearStart, spells)
  }

  /// The spell in force in `year`.
  public func spell(in year: Int) -> Spell {
    spells.last { ($0.fromYear ?? Int.min) <= year } ?? spells[0]
  }
}

public enum ContributorKind: String, Sendable, CaseIterable {
  case government
  case other
  /// Not a giver: rows that carry a ledger from its donors' sum to its printed total.
  case adjustment
}

/// The groups of METHODS section 2; the host is told apart by `Centre.host`.
public enum ContributorGroup: String, Sendable, CaseIterable {
  case ldc
  case developing
  case developed
  case nonGovernment = "non-government"

  public var title: String {
    switch self {
    case .ldc: "least developed country"
    case .developing: "developing country"
    case .developed: "developed country"
    case .nonGovernment: "not a government"
    }
  }
}

/// The yearly amount a contributor or a group is recommended to give. It creates no receivable.
public struct RecommendedLevel: Sendable, Hashable {
  public let subject: Subject
  public let years: ClosedRange<Int>
  public let amount: Money
  public let provenance: Provenance

  public enum Subject: Sendable, Hashable {
    case contributor(String)
    case group(ContributorGroup)
  }

  public init(subject: Subject, years: ClosedRange<Int>, amount: Money, provenance: Provenance) {
    (self.subject, self.years, self.amount, self.provenance) = (subject, years, amount, provenance)
  }
}
