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
    let notes = [
      "Recorded years are the ledger's. Projected years are formulas over assumptions, contributions, timing and cash "
        + "calendar. Revenue and receivables are in statements.csv; they do not follow."
    ]
    sheet = Sheet(
      StatementsSheet.name,
      widths: [44] + Array(repeating: 16, count: recorded.count + head.labels.years.count),
      frozenRows: SheetHead.rows(notes: notes.count))
    let header = [""] + recorded.map { "\($0) recorded" } + head.labels.years.map { "\($0) projected" }
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
    Dictionary(
      findings.assessment.statements.lazy.filter { $0.basis == .recorded && $0.fund == fund }.map {
        (StatementBlock.Key(line: $0.line, year: $0.year), $0.amount)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Contributors of the projection, then those that gave in recorded years only.
  private func receivedLines(_ fund: FundSheets) -> [StatementBlock.Giver] {
    let known = fund.live.givers.enumerated().map {
      StatementBlock.Giver(id: $1.id, name: $1.name, index: $0)
    }
    var seen = Set(known.map(\.id))
    let former = findings.assessment.statements.compactMap { line -> StatementBlock.Giver? in
      guard line.basis == .recorded, line.fund == fund.live.plan.fund.id, line.line.hasPrefix("received."),
        line.line != "received.total"
      else { return nil }
      let id = String(line.line.dropFirst("received.".count))
      guard seen.insert(id).inserted else { return nil }
      return StatementBlock.Giver(id: id, name: reader.contributorName(id), index: nil)
    }
    return known + former
  }

  private mutating func addChart(_ fund: FundSheets, closing: Place, reserve: Place) {
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
