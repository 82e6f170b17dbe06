import Budgeting
import Finance
import Giving
import Judgement
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// What the ledger says of each member of the council: facts, no forecast.
struct BriefMembers {
  let rows: [Row]
  /// The last year that was whole on the as-of date; `nil`: the ledger holds none.
  let givenYear: Int?
  /// The first projected year.
  let levelYear: Int
  /// Of the amounts given, and of the levels.
  let givenSources: [String]
  let levelSources: [String]
  /// Of the amounts given that are assumed.
  let assumedSources: [String]

  struct Row {
    let contributor: Contributor
    let group: ContributorGroup
    let isHost: Bool
    /// Cents of the budget currency.
    let given: Double
    let isAssumed: Bool
    /// `nil`: none is recommended, as for the host.
    let level: Double?

    /// Recommended less given, where less was given.
    var gap: Double? { level.map { max(0, $0 - given) } }
  }

  init(_ reader: FindingsReader) {
    let (book, year) = (reader.book, reader.years[0].year)
    let then = reader.comparisonYear
    levelYear = year
    givenYear = then
    let funds = Set(reader.coreFunds.map { reader.assumptions.funds[$0].fund.id })
    let given = then.map { BriefMembers.given(reader, in: $0) } ?? [:]
    let ledger = book.contributions.filter {
      funds.contains($0.fund) && $0.occasion.fiscalYear(startMonth: book.centre.fiscalYearStart) == then
    }
    let members = book.contributors.values.filter {
      $0.kind == .government && ($0.spell(in: year).councilMember || $0.id == book.centre.host)
    }
    // Where all that others gave is assumed, so is that one of them gave nothing.
    let others = ledger.filter { $0.contributor != book.centre.host }
    let isProxy = !others.isEmpty && others.allSatisfy(\.provenance.isAssumption)
    let sorted = members.filter { $0.id == book.centre.host } + members.filter { $0.id != book.centre.host }
    let hasMembers = members.contains { $0.spell(in: year).councilMember }
    var levels: [RecommendedLevel] = []
    rows = (hasMembers ? sorted : []).map { member in
      let isHost = member.id == book.centre.host
      let level = isHost ? nil : book.recommendedLevel(of: member, in: year)
      if let level { levels.append(level) }
      return Row(
        contributor: member, group: member.spell(in: year).group, isHost: isHost,
        given: Double(given[member.id] ?? 0),
        isAssumed: ledger.contains { $0.contributor == member.id && $0.provenance.isAssumption }
          || (isProxy && !isHost && (given[member.id] ?? 0) == 0),
        level: level.flatMap {
          book.inBudgetCurrency($0.amount, on: .day(reader.assumptions.scenario.asOf)).map(Double.init)
        })
    }
    givenSources = Array(OrderedSet(ledger.map(\.provenance.source)))
    assumedSources = Array(OrderedSet(ledger.map(\.provenance).filter(\.isAssumption).map(\.source)))
    levelSources = Array(OrderedSet(levels.map(\.provenance.source)))
  }

  var hasLevels: Bool { rows.contains { $0.level != nil } }
  var hasAssumed: Bool { rows.contains(where: \.isAssumed) }
  var invited: [Row] { rows.filter { ($0.level ?? 0) > 0 } }

  /// Cash received, or revenue where the book has no receipts, as the statements have them.
  static func given(_ reader: FindingsReader, in year: Int) -> [String: Int] {
    let funds = Set(reader.coreFunds.map { reader.assumptions.funds[$0].fund.id })
    var given: [String: Int] = [:]
    for fund in funds.sorted() {
      let lines = reader.findings.assessment.statements.filter {
        $0.basis == .recorded && $0.year == year && $0.fund == fund
      }
      let prefix = lines.contains { $0.line.hasPrefix("received.") } ? "received." : "recognised."
      for line in lines where line.line.hasPrefix(prefix) && !line.line.hasSuffix(".total") {
        given[String(line.line.dropFirst(prefix.count)), default: 0] += line.amount
      }
    }
    return given
  }
}

/// In-kind support of one year by party, valued apart.
struct BriefInKind {
  let year: Int
  let parts: OrderedDictionary<AskedParty, Double>
  let sources: [String]

  var total: Double { parts.values.reduce(0, +) }

  /// Of the last whole year; `nil` where the book has none of it.
  init?(_ reader: FindingsReader) {
    guard let year = reader.comparisonYear else { return nil }
    let book = reader.book
    let rows = book.inKind.filter { $0.year == year }
    guard !rows.isEmpty else { return nil }
    var sums: OrderedDictionary<AskedParty, Double> = [:]
    for row in rows {
      let group = book.contributors[row.contributor]?.spell(in: year).group ?? .nonGovernment
      let party: AskedParty = row.contributor == book.centre.host ? .host : .group(group)
      sums[party, default: 0] += Double(book.inBudgetCurrency(row.value, on: .year(year)) ?? 0)
    }
    self.year = year
    parts = sums
    sources = Array(OrderedSet(rows.map(\.provenance.source)))
  }
}
