import Budgeting
import Records

/// What every contributor is expected to pay by year: inputs of the statements.
struct ContributionsSheet {
  static let name = "contributions"
  /// Most parts of one column: as many as there are colours.
  private static let charted = 8
  /// With more contributors the chart begins a page.
  private static let paged = 12

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
    if sheet.row > sheet.frozenRows { sheet.pageBreaks.append(sheet.row) }
    sheet.addLine(fund.title, .heading)
    let start = sheet.row
    for giver in live.givers {
      sheet.setHeight(for: [giver.name])
      sheet.put(giver.name, .wrapped, at: 0)
      sheet.put(live.plan.fund.id, at: 1)
      for (year, cents) in giver.received.enumerated() {
        sheet.put(cents: cents, .amountInput, at: AssumptionsSheet.column(year))
      }
      sheet.row += 1
    }
    fund.givers = Rows(sheet: sheet.name, rows: start..<sheet.row)
    let total = addTotal(fund)
    addHostShare(fund, total: total)
    addChart(fund, total: total)
    sheet.row += 1
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

  // MARK: The chart

  /// Contributors that give anything, the largest over all years first.
  private func ranked(_ live: LiveFund) -> [Int] {
    let sums = live.givers.map { $0.received.reduce(0, +) }
    return live.givers.indices.filter { index in live.givers[index].received.contains { $0 != 0 } }
      .sorted { sums[$0] == sums[$1] ? $0 < $1 : sums[$0] > sums[$1] }
  }

  /// The largest contributors one by one, all others together: columns as high as all that is received.
  private mutating func addChart(_ fund: FundSheets, total: Place) {
    let live = fund.live
    let ranked = ranked(live)
    guard !ranked.isEmpty else { return }
    var rows = ranked.map { fund.givers.rows.lowerBound + $0 }
    if ranked.count > ContributionsSheet.charted {
      let largest = Array(ranked.prefix(ContributionsSheet.charted - 1))
      rows = largest.map { fund.givers.rows.lowerBound + $0 } + [addOthers(fund, largest, total)]
    }
    sheet.row += 1
    // A chart is not cut by the end of a page.
    if live.givers.count > ContributionsSheet.paged { sheet.pageBreaks.append(sheet.row) }
    sheet.charts.append(
      SheetChart(
        kind: .stackedColumns, title: "Fund \(live.plan.fund.id): contributions expected",
        valueTitle: head.currency, place: sheet.here(0),
        series: rows.map { row in
          SheetChart.Series(name: Place(sheet: sheet.name, row: row, column: 0), row: row, sheet: sheet.name)
        },
        fromZero: live.givers.allSatisfy { $0.received.allSatisfy { $0 >= 0 } },
        labels: (
          sheet.frozenRows - 1,
          AssumptionsSheet.firstYear..<AssumptionsSheet.column(live.timeline.years.count),
          sheet.name
        )))
    sheet.row += SheetChart.height
  }

  /// A row of what all but the largest give; returns it.
  private mutating func addOthers(_ fund: FundSheets, _ largest: [Int], _ total: Place) -> Int {
    sheet.put("All others together", at: 0)
    for year in fund.live.timeline.years.indices {
      let column = AssumptionsSheet.column(year)
      let own = largest.map { Place.name(row: fund.givers.rows.lowerBound + $0, column: column) }
      let all = fund.live.givers.reduce(0) { $0 + $1.received[year] }
      let cents = largest.reduce(all) { $0 - fund.live.givers[$1].received[year] }
      let formula = "=ROUND(\(total.column(column).name(from: sheet.name))-\(own.joined(separator: "-")),2)"
      sheet.put(formula, cents: cents, at: column)
    }
    defer { sheet.row += 1 }
    return sheet.row
  }
}
