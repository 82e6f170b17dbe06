import Budgeting
import Records

/// What every contributor is expected to pay by year: inputs of the statements.
struct ContributionsSheet {
  static let name = "contributions"
  /// Most contributors of one chart.
  private static let charted = 15

  private(set) var sheet: Sheet
  private let host: String?
  private let head: SheetHead

  /// - Parameter host: identifier of the contributor that houses the centre.
  init(_ head: SheetHead, _ funds: inout [FundSheets], host: String?) {
    (self.head, self.host) = (head, host)
    let notes = [
      "Cash expected by year on the central projection: what is agreed when it is due, what is habit at its "
        + "probability. Yellow cells may be changed."
    ]
    sheet = Sheet(
      ContributionsSheet.name, widths: [44, 24] + Array(repeating: 15, count: head.labels.years.count),
      frozenRows: SheetHead.rows(notes: notes.count))
    head.add(to: &sheet, notes, header: ["Contributor", "Fund"] + head.labels.years, texts: 2)
    for index in funds.indices { add(&funds[index]) }
  }

  private mutating func add(_ fund: inout FundSheets) {
    let live = fund.live
    sheet.addLine(fund.title, .heading)
    let start = sheet.row
    for giver in live.givers {
      sheet.put(giver.name, at: 0)
      sheet.put(live.plan.fund.id, at: 1)
      for (year, cents) in giver.received.enumerated() {
        sheet.put(cents: cents, .amountInput, at: AssumptionsSheet.column(year))
      }
      sheet.row += 1
    }
    fund.givers = Rows(sheet: sheet.name, rows: start..<sheet.row)
    let total = addTotal(fund)
    addHostShare(fund, total: total)
    sheet.row += 1
    addChart(fund)
  }

  private mutating func addTotal(_ fund: FundSheets) -> Place {
    sheet.put("Received, total", .totalLabel, at: 0)
    sheet.put("", .totalLabel, at: 1)
    for year in fund.live.timeline.years.indices {
      let column = AssumptionsSheet.column(year)
      let cents = fund.live.givers.reduce(0) { $0 + $1.received[year] }
      sheet.put(AssumptionsSheet.sum(fund.givers, column, from: sheet.name), cents: cents, .total, at: column)
    }
    defer { sheet.row += 1 }
    return sheet.here(0)
  }

  /// The host's part of what is received, where the host gives to the fund; 0 where nothing is received.
  private mutating func addHostShare(_ fund: FundSheets, total: Place) {
    guard let index = fund.live.givers.firstIndex(where: { $0.id == host }) else { return }
    sheet.put("of it from \(fund.live.givers[index].name), the host", at: 0)
    for year in fund.live.timeline.years.indices {
      let column = AssumptionsSheet.column(year)
      let received = fund.live.givers.map { $0.received[year] }
      let sum = received.reduce(0, +)
      let own = Place(sheet: sheet.name, row: fund.givers.rows.lowerBound + index, column: column)
      let all = total.column(column).name(from: sheet.name)
      sheet.put(
        .formula("=IF(\(all)>0,\(own.name(from: sheet.name))/\(all),0)", sum > 0 ? received[index] / sum : 0),
        .percent, at: column)
    }
    sheet.row += 1
  }

  /// The largest contributors in the first year, the largest at the bottom.
  private mutating func addChart(_ fund: FundSheets) {
    let live = fund.live
    let ranked = live.givers.indices.sorted {
      let (left, right) = (live.givers[$0].received.reduce(0, +), live.givers[$1].received.reduce(0, +))
      return left == right ? $0 < $1 : left > right
    }.filter { live.givers[$0].received.contains { $0 != 0 } }
    guard !ranked.isEmpty else { return }
    let few = ranked.count > ContributionsSheet.charted ? " (the \(ContributionsSheet.charted) largest)" : ""
    sheet.charts.append(
      SheetChart(
        kind: .stackedColumns, title: "Fund \(live.plan.fund.id): contributions expected\(few)",
        valueTitle: head.currency, place: sheet.here(0),
        series: ranked.prefix(ContributionsSheet.charted).map { giver in
          let row = fund.givers.rows.lowerBound + giver
          return SheetChart.Series(
            name: Place(sheet: sheet.name, row: row, column: 0), row: row, sheet: sheet.name)
        },
        labels: (
          sheet.frozenRows - 1,
          AssumptionsSheet.firstYear..<AssumptionsSheet.column(live.timeline.years.count),
          sheet.name
        )))
    sheet.row += SheetChart.height + 1
  }
}
