import Budgeting
import Finance
import Judgement
import OrderedCollections
import Outlook
import Records

/// What each contributor gave the main fund and is expected to give, one on top of the other.
struct ContributionsChart {
  private let findings: Findings
  private let reader: FindingsReader
  private let lines: [StatementLine]
  /// `received`, or `recognised` of a book without receipts: one of them for all years.
  private let stage: String
  /// By contributor, over all recorded years, without signs.
  private let recorded: [String: Int]
  private static let named = 6

  init(_ findings: Findings) {
    self.findings = findings
    reader = FindingsReader(findings)
    let fund = reader.assumptions.funds[reader.mainFund].fund.id
    let own = findings.assessment.statements.filter { $0.fund == fund }
    let past = own.filter { $0.basis == .recorded }
    func holds(_ stage: String) -> Bool { past.contains { $0.line.hasPrefix(stage + ".") } }
    let stage = holds("received") || !holds("recognised") ? "received" : "recognised"
    self.stage = stage
    lines = own.filter { $0.line.hasPrefix(stage + ".") && $0.line != stage + ".total" }
    recorded = lines.lazy.filter { $0.basis == .recorded }.reduce(into: [:]) { sums, line in
      sums[String(line.line.dropFirst(stage.count + 1)), default: 0] += Int(line.amount.magnitude)
    }
  }

  /// `nil` where nobody gives.
  var chart: Chart? {
    guard lines.contains(where: { $0.amount != 0 }) else { return nil }
    let fund = reader.assumptions.funds[reader.mainFund].fund.id
    let what = stage == "received" ? "Cash received" : "Revenue recognised"
    return Chart(
      id: "contributions-\(fund)", title: "\(what) by fund \(fund), by contributor",
      alternative: alternative, unit: .amount(reader.book.centre.budgetCurrency.code),
      places: years.map(String.init), firstProjected: years.firstIndex { $0 >= first } ?? years.count,
      layers: [.stack(stacked)], note: [basis, unfinishedNote, belowZero].joined(by: ""),
      unfinished: reader.unfinished(years))
  }

  // MARK: Words

  /// Out of what the picture is, and in what the table of core receipts differs.
  private var basis: Prose {
    let what = stage == "received" ? "money" : "revenue"
    let projected = "projected ones the \(what) expected (the central projection)"
    let fund = reader.assumptions.funds[reader.mainFund].fund.id
    let spread = stage == "recognised" && reader.book.agreements.contains { $0.fund == fund }
    let adjusted = lines.contains { line in
      years.contains(line.year) && line.basis == .recorded
        && reader.book.contributors[String(line.line.dropFirst(stage.count + 1))]?.kind == .adjustment
    }
    let differences = [
      spread ? "spreads agreements over their instalments" : nil,
      adjusted ? "leaves out adjustments, which are nobody's gift" : nil,
    ].compactMap { $0 }
    let ledger = stage == "received" ? "the ledger's" : "the ledger's, as booked"
    let table = differences.isEmpty ? "" : " The table above \(Wording.list(differences))."
    return Prose(plain: "Recorded years are \(ledger), \(projected).\(table)")
  }

  private var unfinishedNote: Prose {
    reader.unfinished(years).isEmpty ? "" : " So far: the year was not over on the as-of date."
  }

  /// Bars below zero may be too small to see.
  private var belowZero: Prose {
    let fund = reader.assumptions.funds[reader.mainFund].fund.id
    let below = years.compactMap { year -> Prose? in
      let rows = lines.filter {
        $0.year == year && $0.amount < 0 && (year >= first) == ($0.basis == .central)
      }
      guard !rows.isEmpty else { return nil }
      let origins = rows.map { reader.statement($0.line, fund: fund, year: year, basis: $0.basis) }
      let amount = Number.units(rows.reduce(0) { $0 + Double($1.amount) }).figure(
        of: origins.count == 1 ? origins[0] : .derived("the year's amounts below zero, added", from: origins))
      return Prose("\(amount) in \(year)")
    }
    let what = stage == "received" ? "refunds" : "refunds and corrections of earlier revenue"
    return below.isEmpty ? "" : Prose(" Below zero: \(what) (", below.list, ").")
  }

  // MARK: Amounts

  private var first: Int { reader.years[0].year }

  private var years: [Int] {
    let past = lines.lazy.filter { $0.basis == .recorded && $0.year < first }.map(\.year).min()
    return reader.yearsBefore(since: past) + reader.years.map(\.year)
  }

  /// Amounts by contributor, who gave most on record first, small ones together: the same contributor has the same
  /// colour in every scenario of a book.
  private var stacked: [Chart.Stacked] {
    let places = OrderedDictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
    var amounts: OrderedDictionary<String, [Double]> = [:]
    for line in lines {
      guard let place = places[line.year], (line.year >= first) == (line.basis == .central) else { continue }
      let who = String(line.line.dropFirst(stage.count + 1))
      amounts[who, default: Array(repeating: 0, count: years.count)][place] += Double(line.amount)
    }
    let order = amounts.keys.sorted { isBefore($0, $1) }
    // One alone is not put together with nobody.
    let shown = order.count <= ContributionsChart.named + 1 ? order.count : ContributionsChart.named
    let large = order.prefix(shown).map {
      Chart.Stacked(name: Prose(plain: reader.contributorName($0)), values: amounts[$0] ?? [])
    }
    let rest = order.dropFirst(shown).compactMap { amounts[$0] }
    guard !rest.isEmpty else { return large }
    let others = years.indices.map { place in rest.reduce(0) { $0 + $1[place] } }
    return large + [Chart.Stacked(name: "all others together", values: others)]
  }

  /// By what all recorded years hold, then by the order of the book.
  private func isBefore(_ left: String, _ right: String) -> Bool {
    let (given, other) = (recorded[left] ?? 0, recorded[right] ?? 0)
    return given == other ? place(left) < place(right) : given > other
  }

  private func place(_ contributor: String) -> Int {
    reader.book.contributors.index(forKey: contributor) ?? reader.book.contributors.count
  }

  private var alternative: String {
    let parts = stacked
    return years.enumerated().map { place, year in
      let amounts = parts.filter { $0.values[place] != 0 }
        .map { "\($0.name.text) \(Number.units($0.values[place]))" }
      let basis = year < first ? reader.recordedBasis(year) : "projected"
      return "\(year), \(basis): \(amounts.isEmpty ? "nothing" : amounts.joined(separator: ", "))."
    }.joined(separator: " ")
  }
}
