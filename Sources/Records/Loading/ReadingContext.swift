import Finance
import OrderedCollections

/// What rows are checked against: facts of `centre.yaml` as far as it could be read, and the as-of date.
struct ReadingContext: Sendable {
  var asOf: CalendarDate?
  /// `nil` where `centre.yaml` does not say; then nothing is checked against it.
  var years: ClosedRange<Int>?
  var fundPurposes: OrderedDictionary<String, FundPurpose>?
  var budgetCurrency: Currency?
  var fiscalYearStart = 1
  var classNames: OrderedDictionary<String, ObjectClass>?
  /// `nil` where `contributors.csv` could not be read.
  var contributors: ContributorIndex?
}

/// Finds contributors by identifier, name or alias, to the letter.
struct ContributorIndex: Sendable {
  private var identifiers: OrderedDictionary<String, String> = [:]

  func identifier(of spelling: String) -> String? { identifiers[spelling] }
  var spellings: [String] { Array(identifiers.keys) }
  var ids: [String] { identifiers.elements.filter { $0.key == $0.value }.map(\.key) }

  /// Adds a spelling; returns the other contributor that already goes by it, if one does.
  mutating func add(_ spelling: String, for identifier: String) -> String? {
    if let other = identifiers[spelling], other != identifier { return other }
    identifiers[spelling] = identifier
    return nil
  }
}
