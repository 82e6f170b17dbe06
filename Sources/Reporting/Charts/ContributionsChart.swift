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
      layers: [.stack(stacked)],
      note: "Recorded years are the ledger's, projected ones the money expected (the central projection).")
  }

  private var first: Int { reader.years[0].year }

  private var years: [Int] {
    let past = Set(lines.lazy.filter { $0.basis == .recorded && $0.year < first }.map(\.year)).sorted()
      .suffix(6)
    return past + reader.years.map(\.year)
  }

  /// Amounts by contributor, the largest first, small ones together.
  private var stacked: [Chart.Stacked] {
    let places = OrderedDictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
    var amounts: OrderedDictionary<String, [Double]> = [:]
    for line in lines {
      guard let place = places[line.year], (line.year >= first) == (line.basis == .central) else { continue }
      let who = String(line.line.dropFirst(stage.count + 1))
      amounts[who, default: Array(repeating: 0, count: years.count)][place] += Double(line.amount)
    }
    let order = amounts.keys.enumerated().sorted {
      let (left, right) = (size(amounts[$0.element]), size(amounts[$1.element]))
      return left == right ? $0.offset < $1.offset : left > right
    }.map { $0.element }
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

  private func size(_ values: [Double]?) -> Double { (values ?? []).reduce(0) { $0 + $1.magnitude } }

  private var alternative: String {
    let parts = stacked
    return years.enumerated().map { place, year in
      let amounts = parts.filter { $0.values[place] != 0 }
        .map { "\($0.name.text) \(Number.units($0.values[place]))" }
      let basis = year < first ? "recorded" : "projected"
      return "\(year), \(basis): \(amounts.isEmpty ? "nothing" : amounts.joined(separator: ", "))."
    }.joined(separator: " ")
  }
}
