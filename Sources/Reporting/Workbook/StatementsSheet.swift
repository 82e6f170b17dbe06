import Budgeting
import Judgement
import Records

/// The statements: recorded years as the ledger has them, projected years as formulas over the other sheets.
struct StatementsSheet {
  static let name = "statements"

  private(set) var sheet: Sheet
  private let head: SheetHead
  private let findings: Findings
  private let reader: FindingsReader
  /// Recorded years of any fund, ascending; their columns come first.
  private let recorded: [Int]

  init(_ head: SheetHead, _ funds: [FundSheets], _ findings: Findings) {
    (self.head, self.findings, reader) = (head, findings, FindingsReader(findings))
    recorded = Set(findings.assessment.statements.lazy.filter { $0.basis == .recorded }.map(\.year)).sorted()
    let spread =
      reader.knowsCash
      ? "" : " The ledger holds no receipts: recorded years show revenue recognised in their place."
    let assumed = reader.book.contributions.count { $0.provenance.isAssumption }
    let doubtful =
      assumed == 0
      ? "" : " \(assumed) of \(reader.book.contributions.count) rows of contributions are assumed (sources)."
    let notes = [
      "Recorded years are the ledger's.\(spread)\(doubtful) Projected years are formulas over assumptions, contributions, "
        + "timing and cash calendar. Revenue and receivables are in statements.csv; they do not follow.",
      "Cuts do not follow either: the engine's stand until you change them on assumptions. Look at the row Cuts and "
        + "shortfall after every change.",
    ]
    sheet = Sheet(
      StatementsSheet.name,
      widths: [44] + Array(repeating: 16, count: recorded.count + head.labels.years.count),
      frozenRows: SheetHead.rows(notes: notes.count))
    let header =
      [""] + recorded.map { "\($0) \(reader.isWhole($0) ? "recorded" : "so far")" }
      + head.labels.years.map { "\($0) projected" }
    head.add(to: &sheet, notes, header: header, texts: 1)
    for fund in funds { add(fund) }
  }

  private var firstColumn: Int { 1 + recorded.count }

  private mutating func add(_ fund: FundSheets) {
    if sheet.row > sheet.frozenRows { sheet.pageBreaks.append(sheet.row) }
    sheet.addLine(fund.title, .heading)
    var block = StatementBlock(sheet: sheet, fund: fund, firstColumn: firstColumn)
    block.ledger = ledger(of: fund.live.plan.fund.id)
    block.years = recorded
    block.addCash(received: receivedLines(fund))
    block.addReserve()
    block.addRisk()
    sheet = block.sheet
    sheet.row += 1
    addChart(fund, closing: block.closing, reserve: block.reserve)
  }

  /// Recorded amounts of a fund by line and year.
  private func ledger(of fund: String) -> [StatementBlock.Key: Int] {
    let lines = recordedLines(of: fund)
    let cash = Set(lines.filter { $0.line.hasPrefix("received.") }.map(\.year))
    return Dictionary(
      lines.map { line in
        let name = cash.contains(line.year) ? line.line : StatementsSheet.asReceived(line.line)
        return (StatementBlock.Key(line: name, year: line.year), line.amount)
      }, uniquingKeysWith: { first, _ in first })
  }

  private func recordedLines(of fund: String) -> [StatementLine] {
    findings.assessment.statements.filter { $0.basis == .recorded && $0.fund == fund }
  }

  /// The line of receipts on which revenue stands in a year without receipts.
  private static func asReceived(_ line: String) -> String {
    line.hasPrefix("recognised.") ? "received." + line.dropFirst("recognised.".count) : line
  }

  /// Contributors of the projection, then those that gave in recorded years only.
  private func receivedLines(_ fund: FundSheets) -> [StatementBlock.Giver] {
    let known = fund.live.givers.enumerated().map {
      StatementBlock.Giver(id: $1.id, name: $1.name, index: $0)
    }
    var seen = Set(known.map(\.id))
    let former = recordedLines(of: fund.live.plan.fund.id).compactMap { line -> StatementBlock.Giver? in
      let name = StatementsSheet.asReceived(line.line)
      guard name.hasPrefix("received."), name != "received.total" else { return nil }
      let id = String(name.dropFirst("received.".count))
      guard seen.insert(id).inserted else { return nil }
      return StatementBlock.Giver(id: id, name: reader.contributorName(id), index: nil)
    }
    return known + former
  }

  private mutating func addChart(_ fund: FundSheets, closing: Place, reserve: Place) {
    let years = fund.live.account.years
    guard years.contains(where: { $0.closingCash != 0 || $0.reserveRequired != 0 }) else { return }
    let columns = firstColumn..<firstColumn + fund.live.timeline.years.count
    func series(_ place: Place) -> SheetChart.Series {
      SheetChart.Series(name: place.column(0), row: place.row, sheet: sheet.name)
    }
    sheet.charts.append(
      SheetChart(
        kind: .columns,
        title: "Fund \(fund.live.plan.fund.id): cash at the end of the year and required reserve",
        valueTitle: head.currency, place: sheet.here(0), series: [series(closing), series(reserve)],
        // Columns stand on zero by themselves, and cash may come to lie below it.
        fromZero: false,
        labels: (sheet.frozenRows - 1, columns, sheet.name)))
    sheet.row += SheetChart.height + 1
  }
}
