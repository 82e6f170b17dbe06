import Judgement
import Measures
import Outlook
import Records
import Reporting
import Scenarios
import Simulation

/// The ledger rows behind the indicators of recorded years, as the assessment names them.
struct RecordedEvidence {
  private let evidence: [ReportRow: Evidence]

  /// Futures that are drawn, since an assessment needs some; recorded years do not depend on them.
  private static let paths = 8

  /// - Throws: what a simulation throws.
  init(_ assumptions: Assumptions) throws {
    let own = assumptions.scenario
    let scenario = Scenario(
      name: own.name, title: own.title, author: own.author, question: own.question, asOf: own.asOf,
      horizon: own.horizon, seed: own.seed, paths: RecordedEvidence.paths, assumptions: own.assumptions,
      changes: own.changes, response: own.response, files: own.files)
    let few = try Assumptions(book: assumptions.book, scenario: scenario, giving: assumptions.giving)
    let assessment = Assessment(try Simulator(judging: few, threads: 1).run())
    let recorded = assessment.indicators.filter { $0.basis == .recorded }
    evidence = Dictionary(
      recorded.map { row in
        let key = ["\(row.year)", row.fund, row.basis.rawValue, row.definition.id, row.statistic]
        return (ReportRow(.indicators, key), row.evidence)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Rows of a book behind an indicator.
  func rows(_ row: ReportRow, in rows: LedgerRows) -> [LedgerRow] {
    let places = Set(evidence[row]?.rows(in: rows.book) ?? [])
    return rows.all.flatMap(\.rows).filter { places.contains($0.provenance.location) }
  }

  /// Whether a figure needs them.
  static func isNeeded(for origin: Origin) -> Bool {
    switch origin {
    case .row(let row):
      row.table == .indicators && row[column: "basis"] == IndicatorRow.Basis.recorded.rawValue
    case .derived(_, let parts): parts.contains(where: isNeeded)
    default: false
    }
  }
}
