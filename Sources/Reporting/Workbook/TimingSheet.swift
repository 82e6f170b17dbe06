/// In which months the years' amounts come and go: shares to date, which may be changed.
struct TimingSheet {
  static let name = "timing"
  static let firstMonth = 2

  private(set) var sheet: Sheet

  init(_ head: SheetHead, _ funds: inout [FundSheets]) {
    let notes = [
      "Shares of a year's amount that have come, fallen due or been cut by the end of each month; the last month of a "
        + "year holds 1. Yellow cells may be changed.",
      "A contributor of whom nothing is expected in a year is taken to pay at its end, should you enter an amount "
        + "(assumption).",
    ]
    sheet = Sheet(
      TimingSheet.name, widths: [58, 12] + Array(repeating: 10, count: head.labels.months.count),
      frozenRows: SheetHead.rows(notes: notes.count), frozenColumns: 2)
    sheet.fitsPage = false
    head.add(to: &sheet, notes, header: ["", "What"] + head.labels.months, texts: 2)
    for index in funds.indices { add(&funds[index]) }
  }

  static func column(_ month: Int) -> Int { firstMonth + month }

  private mutating func add(_ fund: inout FundSheets) {
    let live = fund.live
    if sheet.row > sheet.frozenRows { sheet.pageBreaks.append(sheet.row) }
    sheet.addLine(fund.title, .heading)
    var start = sheet.row
    for giver in live.givers { addShares(giver.name, "received", giver.shares) }
    fund.giverShares = Rows(sheet: sheet.name, rows: start..<sheet.row)
    start = sheet.row
    for unit in live.units { addShares(unit.id, "plan", unit.shares) }
    fund.unitShares = Rows(sheet: sheet.name, rows: start..<sheet.row)
    fund.cutShares = addShares("What the response cuts", "cut", live.months.cutShares)
    fund.separationShares = addShares("Separation costs", "spent", live.months.separationShares)
    fund.besideGifts = addAmounts(
      "Receipts and refunds that come to nothing in their year, to date", live.months.besideGifts)
    fund.besidePlan = addAmounts(
      "Put off within the year (negative), to date", live.months.besidePlan)
    sheet.row += 1
  }

  @discardableResult
  private mutating func addShares(_ label: String, _ what: String, _ shares: [Double]) -> Place {
    sheet.put(label, at: 0)
    sheet.put(what, at: 1)
    for (month, share) in shares.enumerated() {
      sheet.put(.number(share), .shareInput, at: TimingSheet.column(month))
    }
    defer { sheet.row += 1 }
    return sheet.here(TimingSheet.firstMonth)
  }

  /// A row of amounts to date, most often zeros.
  private mutating func addAmounts(_ label: String, _ amounts: [Double]) -> Place {
    sheet.put(label, at: 0)
    sheet.put("amount", at: 1)
    for (month, cents) in amounts.enumerated() {
      sheet.put(cents: cents, .amountInput, at: TimingSheet.column(month))
    }
    defer { sheet.row += 1 }
    return sheet.here(TimingSheet.firstMonth)
  }
}
