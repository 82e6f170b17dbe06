import Budgeting
import Finance
import Judgement
import Outlook
import Records

/// The statements: recorded years from the ledger, projected years from the central path, to the cent.
struct StatementSection {
  private let findings: Findings
  private let reader: FindingsReader
  /// Recorded years told, the last ones.
  private static let recordedYears = 5
  /// Most projected years in one table; text splits further.
  private static let yearsAcross = 6
  /// Columns of text that titles keep beside the years.
  private static let titleColumns = 30

  init(_ findings: Findings) {
    self.findings = findings
    reader = FindingsReader(findings)
  }

  var document: Document {
    var document = Document()
    for (index, plan) in reader.assumptions.funds.enumerated() {
      let lines = findings.assessment.statements.filter { $0.fund == plan.fund.id }
      guard !lines.isEmpty else { continue }
      let name = plan.fund.name.figure(of: .centre(["funds", plan.fund.id, "name"]))
      document.add(.heading("Statement of fund \(plan.fund.id): \(name)"))
      for basis in [IndicatorRow.Basis.recorded, .central] {
        add(lines.filter { $0.basis == basis }, basis: basis, to: &document)
      }
      if plan.fund.purpose == .core, let chart = CashChart(findings, fund: index).chart {
        document.add(.chart(chart))
      }
      if let split = split(lines, of: plan.fund) { document.add(.paragraph(split)) }
    }
    return document
  }

  private func add(_ lines: [StatementLine], basis: IndicatorRow.Basis, to document: inout Document) {
    guard !lines.isEmpty else { return }
    var years = Set(lines.map(\.year)).sorted()
    if basis == .recorded { years = years.suffix(StatementSection.recordedYears) }
    let tables = (years.count + StatementSection.yearsAcross - 1) / StatementSection.yearsAcross
    let all = table(lines, years: years, basis: basis)
    for part in tables > 1 ? all.parts(tables) : [all] { document.add(.table(part)) }
    let notes = basis == .recorded ? marks(all, years) : []
    if !notes.isEmpty { document.add(.paragraph(notes.joined(by: " "))) }
  }

  /// What the marks of a table of recorded years mean.
  private func marks(_ table: TextTable, _ years: [Int]) -> [Prose] {
    var notes: [Prose] = []
    if table.columns.indices.contains(where: table.isMarked) {
      notes.append(
        "\(TextTable.mark) assumed, not from the centre's accounts; the sources are listed at the end.")
    }
    if !years.allSatisfy(reader.isWhole) { notes.append("So far: the year was not over on the as-of date.") }
    return notes
  }

  private func table(_ lines: [StatementLine], years: [Int], basis: IndicatorRow.Basis) -> TextTable {
    let title = basis == .recorded ? "Recorded" : "Central projection"
    let fund = lines[0].fund
    let heads = years.map { year in
      basis == .recorded && !reader.isWhole(year) ? "\(year) so far" : "\(year)"
    }
    var table = TextTable(
      [title] + heads, name: Prose(plain: "Fund \(fund), \(title.lowercased())"),
      leastFirstColumn: StatementSection.titleColumns)
    let amounts = Dictionary(
      lines.map { (Key(year: $0.year, line: $0.line), $0.amount) }, uniquingKeysWith: { first, _ in first })
    let assumed = AssumedFigures(reader.book, fund: fund)
    for line in StatementLines.inOrder(lines.filter { years.contains($0.year) }.map(\.line)) {
      let cells = years.map { year -> Prose in
        guard let amount = amounts[Key(year: year, line: line)] else { return "-" }
        let figure = Number.cents(Double(amount))
          .figure(of: reader.statement(line, fund: fund, year: year, basis: basis))
        return basis == .recorded && assumed.holds(line, year: year)
          ? Prose(figure, Prose(plain: TextTable.mark)) : figure
      }
      table.add(
        [Prose(plain: StatementLines.title(line, contributor: reader.contributorName))] + cells,
        isTotal: line.hasSuffix(".total") && line != "recognised.total")
    }
    return table
  }

  /// What a gross contribution really supports, in a sentence.
  private func split(_ lines: [StatementLine], of fund: Fund) -> Prose? {
    guard fund.supportCost > .zero, let year = reader.years.first?.year else { return nil }
    func amount(_ part: String) -> Prose? {
      lines.first { $0.year == year && $0.line == "supports.host.\(part)" }.map { line in
        Number.cents(Double(line.amount))
          .figure(of: reader.statement(line.line, fund: fund.id, year: year, basis: line.basis))
      }
    }
    guard let gross = amount("gross"), let direct = amount("direct"),
      let support = amount("programme-support")
    else { return nil }
    let rate = "\(fund.supportCost)".figure(of: .centre(["funds", fund.id, "programme_support"]))
    return Prose(
      "Programme support cost is \(rate) of direct spending, so the host's \(gross) of ",
      "\(year) supports \(direct) of direct programme and \(support) of support cost.")
  }

  private struct Key: Hashable {
    let year: Int
    let line: String
  }
}

/// Order and titles of statement lines.
public enum StatementLines {
  /// Groups in the order of a statement; lines of a group keep their own order, its total last.
  private static let groups = [
    "cash.opening", "received", "interest", "spent", "commitments", "cash.closing", "reserve", "planned",
    "shortfall", "funding-gap", "recognised", "receivable",
  ]

  /// Each line once. What a contribution supports is told in a sentence instead, revenue by contributor stands
  /// in the CSV file.
  static func inOrder(_ lines: [String]) -> [String] {
    var seen: Set<String> = []
    let unique = lines.filter { line in
      seen.insert(line).inserted && (!line.hasPrefix("recognised.") || line == "recognised.total")
    }
    return groups.flatMap { group in
      let own = unique.filter { $0 == group || $0.hasPrefix(group + ".") }
      return own.filter { !$0.hasSuffix(".total") } + own.filter { $0.hasSuffix(".total") }
    }
  }

  /// A line's title, indented where it is part of a total.
  /// - Parameter contributor: the name of a contributor's identifier.
  public static func title(_ line: String, contributor: (String) -> String) -> String {
    let parts = line.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return Wording.sentenceCase(line) }
    switch (parts[0], parts[1]) {
    case ("recognised", "total"): return "Revenue recognised"
    case (let group, "total"): return "\(Wording.sentenceCase(group)), total"
    case ("received", let who): return "  \(contributor(who))"
    case ("spent", let what):
      return "  \(ObjectClass(rawValue: what)?.title ?? Wording.sentenceCase(what))"
    case ("cash", "opening"): return "Cash at the beginning"
    case ("cash", "closing"): return "Cash at the end"
    case ("reserve", _): return "Required reserve"
    case ("commitments", _): return "Earlier commitments paid"
    case ("planned", let what): return "  plan: \(Wording.sentenceCase(what).lowercased())"
    case ("receivable", let what): return "Receivable, \(Wording.sentenceCase(what).lowercased())"
    default: return Wording.sentenceCase(line)
    }
  }
}
