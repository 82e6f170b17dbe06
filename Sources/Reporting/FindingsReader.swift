import Budgeting
import Finance
import Judgement
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// Finds single figures and names for the sections.
struct FindingsReader {
  let findings: Findings

  init(_ findings: Findings) { self.findings = findings }

  var assumptions: Assumptions { findings.ensemble.assumptions }
  var book: Book { assumptions.book }
  var timeline: Timeline { assumptions.timeline }
  var years: [FiscalYear] { timeline.years }
  var lastYear: Int { years[years.count - 1].year }

  /// The first fund that may pay for the core; the first fund where none may.
  var mainFund: Int { assumptions.funds.firstIndex { $0.fund.purpose == .core } ?? 0 }

  func fundName(_ index: Int) -> String {
    assumptions.funds.count == 1 ? "the fund" : "fund \(assumptions.funds[index].fund.id)"
  }

  /// Funds that may pay for anything of the core, by index.
  var coreFunds: [Int] {
    assumptions.funds.indices.filter { assumptions.funds[$0].fund.purpose == .core }
  }

  /// Whose money level, concentration and indicators speak of.
  var recipient: String { coreFunds.count > 1 ? fundName(mainFund) : "the centre" }

  /// `India, the host`; `nil` where the book names none.
  var hostName: String? {
    book.centre.host.map { "\(contributorName($0)), the host" }
  }

  /// Who gave most to the main fund in a year; `nil` where nobody did.
  func largestGiver(_ year: Int) -> String? {
    let fund = assumptions.funds[mainFund].fund.id
    let basis: IndicatorRow.Basis = year < years[0].year ? .recorded : .central
    return findings.assessment.largestGivers.first {
      $0.year == year && $0.fund == fund && $0.basis == basis
    }.map { contributorName($0.contributor) }
  }

  func contributorName(_ id: String) -> String { book.contributors[id]?.name ?? id }

  /// An indicator of the main fund: of the ledger for recorded years, of the central path for others.
  func value(_ indicator: String, _ year: Int, fund: String? = nil) -> Double? {
    findings.assessment.value(
      indicator, year: year, fund: fund ?? assumptions.funds[mainFund].fund.id,
      basis: year < years[0].year ? .recorded : .central)
  }

  /// Recorded years of the main fund, ascending.
  var recordedYears: [Int] {
    let fund = assumptions.funds[mainFund].fund.id
    return Set(
      findings.assessment.indicators.lazy.filter { $0.basis == .recorded && $0.fund == fund }.map(\.year)
    ).sorted()
  }

  /// The last year that was whole on the as-of date: what "then" means beside the first projected year.
  var comparisonYear: Int? { recordedYears.last(where: isWhole) ?? recordedYears.last }

  /// Whether a fiscal year was over on the as-of date.
  func isWhole(_ year: Int) -> Bool {
    FiscalYear(year, startMonth: book.centre.fiscalYearStart).last.lastDay <= assumptions.scenario.asOf
  }

  /// `recorded`, or `so far` of a year that was not over on the as-of date.
  func recordedBasis(_ year: Int) -> String { isWhole(year) ? "recorded" : "so far" }

  /// Every year before the first projected one that a picture shows, at most six: a year of which nothing is
  /// recorded has a place too.
  func yearsBefore(since earliest: Int?) -> [Int] {
    let first = years[0].year
    return Array(max(first - 6, min(earliest ?? first, first))..<first)
  }

  /// Places of recorded years among these that were not over on the as-of date.
  func unfinished(_ list: [Int]) -> Set<Int> {
    Set(list.indices.filter { list[$0] < years[0].year && !isWhole(list[$0]) })
  }

  /// Whether the ledger knows cash or only revenue.
  var recordedVerb: String {
    let fund = assumptions.funds[mainFund].fund.id
    return book.contributions.contains { $0.fund == fund && $0.stage == .received } ? "received" : "was due"
  }
}
