import Budgeting
import Finance
import Judgement
import Outlook
import Records
import Simulation

/// Cash at the end of each year, recorded and over all futures, against the required reserve.
struct BalanceChart {
  private let findings: Findings
  private let reader: FindingsReader
  private let fund: Int
  /// Every year before the first projected one, from the first with a balance; `nil` where none is recorded.
  private let recorded: [(year: Int, cash: Double?)]
  private let summaries: [Summary?]

  /// - Parameter fund: by index.
  init(_ findings: Findings, fund: Int) {
    self.findings = findings
    self.fund = fund
    reader = FindingsReader(findings)
    let id = reader.assumptions.funds[fund].fund.id
    let first = reader.years[0].year
    let closing = findings.assessment.statements.filter {
      $0.fund == id && $0.basis == .recorded && $0.line == "cash.closing" && $0.year < first
    }
    let known = Dictionary(
      closing.map { ($0.year, Double($0.amount)) }, uniquingKeysWith: { first, _ in first })
    recorded = reader.yearsBefore(since: known.keys.min()).map { (year: $0, cash: known[$0]) }
    summaries = reader.years.indices.map { findings.ensemble.summary(.closingCash, fund: fund, year: $0) }
  }

  var chart: Chart {
    let id = reader.assumptions.funds[fund].fund.id
    return Chart(
      id: "balance-\(id)", title: "Cash of fund \(id) at the end of the year and its required reserve",
      alternative: alternative, unit: .amount(reader.book.centre.budgetCurrency.code),
      places: recorded.map { "\($0.year)" } + reader.years.map { "\($0)" }, firstProjected: recorded.count,
      layers: [
        FanLayers.outer(low: quantile(0), high: quantile(6)),
        FanLayers.inner(low: quantile(2), high: quantile(4)),
        .line(Chart.Line(name: "required reserve", values: required, style: .requirement)),
        .line(Chart.Line(name: recordedName, values: past, style: .recorded)),
        .line(
          Chart.Line(name: FanLayers.expected, values: recorded.map { _ in nil } + expected, style: .expected)
        ),
        .line(Chart.Line(name: FanLayers.median, values: quantile(3), style: .median)),
      ],
      note: Prose(FanLayers.note(findings, error), gap, whyApart), isInText: true)
  }

  private var reserve: [Double] {
    reader.years.indices.map { findings.ensemble.central.accounts[fund].years[$0].reserveRequired }
  }

  private var expected: [Double?] {
    findings.ensemble.central.accounts[fund].years.map { $0.closingCash }
  }

  /// Balances may be assumed.
  private var recordedName: Prose {
    let assumed = AssumedFigures(reader.book, fund: reader.assumptions.funds[fund].fund.id)
    let known = recorded.filter { $0.cash != nil }
    let few = known.count { assumed.holds("cash.closing", year: $0.year) }
    return few == 0 ? "recorded cash" : few == known.count ? "cash, assumed" : "recorded cash, partly assumed"
  }

  /// Years without a balance are left open.
  private var gap: Prose {
    let open = recorded.filter { $0.cash == nil }.map { Prose(plain: "\($0.year)") }
    return open.isEmpty ? "" : " The book has no balance at the end of \(open.list)."
  }

  /// Why the money expected lies below the median, where it does to the eye and because less comes in.
  private var whyApart: Prose {
    guard let last = summaries.last??.median, let expected = expected.last ?? nil else { return "" }
    let eye = 0.03 * (summaries.compactMap { $0?.quantiles[4] }.max() ?? 0)
    let years = reader.years.indices
    let central = years.reduce(0) { $0 + findings.ensemble.central.accounts[fund].years[$1].received }
    let usual = years.reduce(0) {
      $0 + (findings.ensemble.summary(.received, fund: fund, year: $1)?.median ?? 0)
    }
    guard last - expected > eye, usual > central else { return "" }
    return Prose(
      " By \(reader.lastYear) the money expected lies below the median: it repeats each last gift at its chance of coming, and the ",
      "futures also hold larger gifts.")
  }

  private var required: [Double?] { recorded.map { _ in nil } + reserve.map { $0 } }
  private var past: [Double?] { recorded.map { $0.cash } + reader.years.map { _ in nil } }

  private func quantile(_ index: Int) -> [Double?] {
    recorded.map { _ in nil } + summaries.map { $0?.quantiles[index] }
  }

  /// The largest Monte Carlo error of the lowest quantile drawn.
  private var error: Prose? {
    let errors = summaries.enumerated().compactMap { year, summary in
      summary?.quantileErrors.first { $0.name == "q05" }.map { (year: year, error: $0.error) }
    }
    guard let largest = errors.max(by: { $0.error < $1.error }) else { return nil }
    return Number.units(largest.error)
      .figure(of: reader.summary("closing-cash", fund: fund, year: largest.year, "q05-mcse"))
  }

  private var alternative: String {
    let past = recorded.map { year, cash in
      cash.map { "\(year): \(recordedName.text) \(Number.units($0))." } ?? "\(year): no balance is recorded."
    }
    let ahead = reader.years.indices.compactMap { year -> String? in
      guard let quantiles = summaries[year]?.quantiles else { return nil }
      return "\(reader.years[year]): projected, 90 of 100 futures between \(Number.units(quantiles[0])) and "
        + "\(Number.units(quantiles[6])), median \(Number.units(quantiles[3])), "
        + "\(FanLayers.expected.text) \(Number.units(expected[year] ?? 0)), required reserve "
        + "\(Number.units(reserve[year]))."
    }
    return (past + ahead).joined(separator: " ")
  }
}
