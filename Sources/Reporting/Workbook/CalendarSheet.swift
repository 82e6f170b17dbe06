import Budgeting
import Simulation

/// Cash month by month on the central projection, as formulas; beside it what the futures say.
struct CalendarSheet {
  static let name = "cash calendar"

  /// Columns of the sheet, left to right.
  enum Column: Int, CaseIterable {
    case month, year, receivedToDate, received, interest, settled, plannedDirect, plannedSupport, paidDirect
    case paidSupport, spent, cash, open, tied, excess, below, q05, q50, q95, chance

    var title: String {
      switch self {
      case .month: "Month"
      case .year: "Year"
      case .receivedToDate: "Received to date"
      case .received: "Received"
      case .interest: "Interest"
      case .settled: "Earlier commitments paid"
      case .plannedDirect: "Plan to date, direct"
      case .plannedSupport: "Plan to date, support"
      case .paidDirect: "Spent to date, direct"
      case .paidSupport: "Spent to date, support"
      case .spent: "Spent"
      case .cash: "Cash at the end"
      case .open: "Commitments still open"
      case .tied: "Tied by commitments and reserve"
      case .excess: "Plan to date beyond what may be spent"
      case .below: "Cash below what is tied"
      case .q05: "Futures: 5 %"
      case .q50: "Futures: 50 %"
      case .q95: "Futures: 95 %"
      case .chance: "Futures: below zero"
      }
    }
  }

  private(set) var sheet: Sheet
  private let findings: Findings

  init(_ head: SheetHead, _ funds: inout [FundSheets], _ findings: Findings) {
    self.findings = findings
    let notes = [
      "To date: since the year began. Futures: the amount below which month-end cash lies in 5, 50 and 95 of 100 "
        + "simulated futures, and the share of futures below zero; they do not follow changed cells."
    ]
    sheet = Sheet(
      CalendarSheet.name, widths: [10, 10] + Array(repeating: 15, count: Column.allCases.count - 2),
      frozenRows: SheetHead.rows(notes: notes.count))
    head.add(to: &sheet, notes, header: Column.allCases.map(\.title), texts: 2)
    for index in funds.indices { add(&funds[index], index, head) }
  }

  private mutating func add(_ fund: inout FundSheets, _ index: Int, _ head: SheetHead) {
    if sheet.row > sheet.frozenRows { sheet.pageBreaks.append(sheet.row) }
    sheet.addLine(fund.title, .heading)
    let start = sheet.row
    for month in fund.live.months.cash.indices {
      sheet.put(head.labels.months[month], at: Column.month.rawValue)
      let year = fund.live.timeline.year(ofMonth: month)
      sheet.put(year: head.labels.years[year], at: Column.year.rawValue)
      let row = CalendarRow(fund: fund, month: month, year: year, row: sheet.row)
      for (column, formula, cents) in row.formulas {
        sheet.put("=" + formula, cents: cents, at: column.rawValue)
      }
      addFutures(index, month)
      sheet.row += 1
    }
    fund.months = Rows(sheet: sheet.name, rows: start..<sheet.row)
    sheet.row += 1
  }

  private mutating func addFutures(_ fund: Int, _ month: Int) {
    let ensemble = findings.ensemble
    if let summary = ensemble.monthEndCash(fund: fund, month: month) {
      for (column, quantile) in [(Column.q05, 0), (.q50, 3), (.q95, 6)] {
        sheet.put(cents: summary.quantiles[quantile].rounded(.toNearestOrAwayFromZero), at: column.rawValue)
      }
    }
    sheet.put(
      .number(ensemble.isBelowZero(fund: fund, month: month).probability), .percent,
      at: Column.chance.rawValue)
  }
}

/// The formulas of one month and what the engine has for them.
struct CalendarRow {
  typealias Column = CalendarSheet.Column
  let fund: FundSheets
  let month: Int
  let year: Int
  let row: Int

  private var live: LiveFund { fund.live }
  private var months: LiveMonths { fund.live.months }
  private var isFirstOfYear: Bool { live.timeline.bounds[year] == month }
  private var yearColumn: Int { AssumptionsSheet.column(year) }

  var formulas: [(Column, String, Double)] {
    let spentToDate = months.paidDirect[month] + months.paidSupport[month]
    let spentBefore = isFirstOfYear ? 0 : months.paidDirect[month - 1] + months.paidSupport[month - 1]
    let receivedBefore = isFirstOfYear ? 0 : months.receivedToDate[month - 1]
    return [
      (.receivedToDate, receivedToDate, months.receivedToDate[month]),
      (
        .received, sinceLast(cell(.receivedToDate), before([.receivedToDate])),
        months.receivedToDate[month] - receivedBefore
      ),
      (.interest, "ROUND(MAX(\(cashBefore),0)*\(fixed(fund.interest)),2)", months.interest[month]),
      (.settled, settled, months.settled[month]),
      (.plannedDirect, plannedDirect, months.plannedDirect[month]),
      (
        .plannedSupport, "ROUND(\(cell(.plannedDirect))*\(fixed(fund.supportRate)),2)",
        months.plannedSupport[month]
      ),
      (.paidDirect, paidDirect, months.paidDirect[month]),
      (.paidSupport, "ROUND(\(cell(.paidDirect))*\(fixed(fund.supportRate)),2)", months.paidSupport[month]),
      (.spent, spent, spentToDate - spentBefore),
      (.cash, cash, months.cash[month]),
      (.open, "ROUND(\(openBefore)-\(cell(.settled)),2)", months.open[month]),
      (.tied, "ROUND(\(cell(.open))+\(reserve),2)", months.tied[month]),
      (.excess, excess, months.excess[month]),
      (
        .below, "MAX(0,ROUND(\(cell(.tied))-\(cell(.cash)),2))",
        max(0, months.tied[month] - months.cash[month])
      ),
    ]
  }

  // MARK: Cells

  private func cell(_ column: Column, _ row: Int? = nil) -> String {
    Place.name(row: row ?? self.row, column: column.rawValue)
  }

  private func fixed(_ place: Place) -> String { place.fixed(from: CalendarSheet.name) }

  private func timing(_ place: Place) -> String {
    place.column(TimingSheet.column(month)).name(from: CalendarSheet.name)
  }

  /// Cells of the month before, each to be taken away; nothing in the first month of a year.
  private func before(_ columns: [Column]) -> String {
    isFirstOfYear ? "" : columns.map { "-" + cell($0, row - 1) }.joined()
  }

  private func sinceLast(_ now: String, _ before: String) -> String { "ROUND(\(now)\(before),2)" }

  private var cashBefore: String { month == 0 ? fixed(fund.openingCash) : cell(.cash, row - 1) }
  private var openBefore: String { month == 0 ? fixed(fund.commitments) : cell(.open, row - 1) }
  private var reserve: String { fixed(fund.reserve.column(yearColumn)) }

  // MARK: Formulas

  /// Every row's share of its year's amount, rounded to cents, and their sum.
  private func shares(of amounts: Rows, _ shares: Rows) -> String {
    guard !amounts.isEmpty else { return "0" }
    let amounts = amounts.fixed(yearColumn, from: CalendarSheet.name)
    let shares = shares.fixed(TimingSheet.column(month), from: CalendarSheet.name)
    return "SUMPRODUCT(ROUND(\(amounts)*\(shares),2))"
  }

  private var receivedToDate: String {
    "ROUND(\(shares(of: fund.givers, fund.giverShares))+\(timing(fund.besideGifts)),2)"
  }

  private var settled: String {
    "IF(\(openBefore)>0,ROUND(\(openBefore)/\(Int(LiveMonths.parts(month))),2),0)"
  }

  private var plannedDirect: String { "ROUND(\(shares(of: fund.units, fund.unitShares)),2)" }

  private var paidDirect: String {
    let cut = fixed(fund.cutTotal.column(yearColumn))
    let separation = fixed(fund.separation.column(yearColumn))
    return "ROUND(\(cell(.plannedDirect))-ROUND(\(cut)*\(timing(fund.cutShares)),2)"
      + "+ROUND(\(separation)*\(timing(fund.separationShares)),2)+\(timing(fund.besidePlan)),2)"
  }

  private var spent: String {
    sinceLast("\(cell(.paidDirect))+\(cell(.paidSupport))", before([.paidDirect, .paidSupport]))
  }

  private var cash: String {
    "ROUND(\(cashBefore)+\(cell(.received))+\(cell(.interest))-\(cell(.settled))-\(cell(.spent)),2)"
  }

  /// The approved plan to date against what could be spent to date with the reserve held: cash as if nothing had
  /// been spent this year, less what is tied.
  private var excess: String {
    "MAX(0,ROUND(\(cell(.plannedDirect))+\(cell(.plannedSupport))"
      + "-(\(cell(.cash))+\(cell(.paidDirect))+\(cell(.paidSupport))-\(cell(.tied))),2))"
  }
}
