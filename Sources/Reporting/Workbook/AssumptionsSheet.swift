import Budgeting
import Finance
import Records

/// The sheet a reader works on: every input of the central projection but contributions and their months.
struct AssumptionsSheet {
  static let name = "assumptions"
  /// The column of the first year, here and on the sheet of contributions.
  static let firstYear = 2

  private(set) var sheet: Sheet
  private let head: SheetHead

  init(_ head: SheetHead, _ funds: inout [FundSheets]) {
    self.head = head
    let notes = [
      "Change a yellow cell: statements, cash calendar and charts follow. This is the central projection, the money "
        + "expected; chances and ranges (outlook, indicators) come from simulated futures and do not follow.",
      "Contributions by year stand on the sheet contributions; in which months money comes and goes, on timing. Numbers "
        + "only: rates and shares from 0 to 1, amounts to two decimals. A new run writes this file anew: save your own "
        + "copy under another name.",
    ]
    sheet = Sheet(
      AssumptionsSheet.name, widths: [44, 24] + Array(repeating: 15, count: head.labels.years.count + 1),
      frozenRows: SheetHead.rows(notes: notes.count))
    head.add(
      to: &sheet, notes, header: ["", "Class"] + head.labels.years + ["\(head.labels.next) (plan)"], texts: 2)
    for index in funds.indices { add(&funds[index]) }
  }

  static func column(_ year: Int) -> Int { firstYear + year }

  private mutating func add(_ fund: inout FundSheets) {
    let live = fund.live
    if sheet.row > sheet.frozenRows { sheet.pageBreaks.append(sheet.row) }
    sheet.addLine(fund.title, .heading)
    fund.supportRate = setting(
      "Programme support cost, share of direct spending", .number(live.plan.fund.supportCost.fraction),
      .rateInput)
    fund.reserveRate = setting(
      "Operating reserve, share of the next year's plan", .number(live.reserveRate.fraction), .rateInput)
    fund.openingCash = setting(
      "Cash at the beginning of \(head.labels.months[0])", .number(live.plan.openingCash / 100), .amountInput)
    fund.commitments = setting(
      "Commitments of earlier periods, still to be paid", .number(live.plan.openCommitments / 100),
      .amountInput)
    fund.interest = setting(
      "Interest a month on cash above zero", .number(live.plan.monthlyInterest), .rateInput)
    let growth = live.growth.map {
      setting("Growth of the plan after the last year", .number($0.fraction), .rateInput)
    }
    sheet.row += 1
    addPlan(&fund, growth: growth)
    sheet.row += 1
    addCuts(&fund)
    sheet.row += 1
  }

  private mutating func setting(_ label: String, _ value: Sheet.Content, _ style: CellStyle) -> Place {
    sheet.put(label, at: 0)
    sheet.put(value, style, at: AssumptionsSheet.firstYear)
    defer { sheet.row += 1 }
    return sheet.here(AssumptionsSheet.firstYear)
  }

  // MARK: The plan

  private mutating func addPlan(_ fund: inout FundSheets, growth: Place?) {
    let live = fund.live
    sheet.addLine("Approved plan, direct cost", .subheading)
    fund.units = addUnits(live) { $0.planned }
    addDirect(&fund, growth: growth)
    addSupport(&fund)
    addTotal(&fund)
    addReserve(&fund)
  }

  private mutating func addUnits(_ live: LiveFund, _ amounts: (LiveUnit) -> [Double]) -> Rows {
    let start = sheet.row
    for unit in live.units {
      sheet.put(unit.id, at: 0)
      sheet.put(unit.objectClass.title, at: 1)
      for (year, cents) in amounts(unit).enumerated() {
        sheet.put(cents: cents, .amountInput, at: AssumptionsSheet.column(year))
      }
      sheet.row += 1
    }
    return Rows(sheet: sheet.name, rows: start..<sheet.row)
  }

  /// - Parameter growth: the cell from which the year after the last follows; `nil`: its plan is an input.
  private mutating func addDirect(_ fund: inout FundSheets, growth: Place?) {
    fund.planDirect = label("Plan, direct")
    let years = fund.live.timeline.years.indices
    for year in years {
      let sum = AssumptionsSheet.sum(fund.units, AssumptionsSheet.column(year), from: sheet.name)
      sheet.put(sum, cents: fund.live.plannedDirect(year), .total, at: AssumptionsSheet.column(year))
    }
    let next = AssumptionsSheet.column(years.count)
    if let growth {
      let last = fund.planDirect.column(next - 1).name(from: sheet.name)
      sheet.put(
        "=ROUND(\(last)*(1+\(growth.fixed(from: sheet.name))),2)", cents: fund.live.nextPlan, .total, at: next
      )
    } else {
      sheet.put(cents: fund.live.nextPlan, .amountInput, at: next)
    }
    sheet.row += 1
  }

  private mutating func addSupport(_ fund: inout FundSheets) {
    fund.planSupport = label("Plan, programme support", .text)
    let live = fund.live
    for year in 0...live.timeline.years.count {
      let column = AssumptionsSheet.column(year)
      let direct = year < live.timeline.years.count ? live.plannedDirect(year) : live.nextPlan
      sheet.put(
        "=ROUND(\(fund.planDirect.column(column).name(from: sheet.name))*\(fund.supportRate.fixed(from: sheet.name)),2)",
        cents: live.plan.support(on: direct), at: column)
    }
    sheet.row += 1
  }

  private mutating func addTotal(_ fund: inout FundSheets) {
    fund.planTotal = label("Plan, total")
    let live = fund.live
    for year in 0...live.timeline.years.count {
      let column = AssumptionsSheet.column(year)
      let direct = year < live.timeline.years.count ? live.plannedDirect(year) : live.nextPlan
      let parts = [fund.planDirect, fund.planSupport].map { $0.column(column).name(from: sheet.name) }
      sheet.put(
        "=ROUND(\(parts[0])+\(parts[1]),2)", cents: direct + live.plan.support(on: direct), .total, at: column
      )
    }
    sheet.row += 1
  }

  /// The reserve of a year rests on the plan of the next, which stands in the next column.
  private mutating func addReserve(_ fund: inout FundSheets) {
    fund.reserve = label("Required reserve")
    for year in fund.live.timeline.years.indices {
      let next = fund.planTotal.column(AssumptionsSheet.column(year + 1)).name(from: sheet.name)
      sheet.put(
        "=ROUND(\(fund.reserveRate.fixed(from: sheet.name))*\(next),2)",
        cents: fund.live.plan.reserveRequired[year], .total, at: AssumptionsSheet.column(year))
    }
    sheet.row += 1
  }

  // MARK: What is cut

  private mutating func addCuts(_ fund: inout FundSheets) {
    sheet.addLine("Cut by the response to a shortfall, direct cost", .subheading)
    sheet.addLine(
      "The engine's cuts for the assumptions above as they came. They do not move by themselves: after a change, "
        + "look at the shortfall on statements and enter what you would cut.", .note)
    fund.cuts = addUnits(fund.live) { $0.cut }
    fund.cutTotal = label("Cut, direct")
    for year in fund.live.timeline.years.indices {
      let column = AssumptionsSheet.column(year)
      sheet.put(
        AssumptionsSheet.sum(fund.cuts, column, from: sheet.name), cents: fund.live.cut(year), .total,
        at: column)
    }
    sheet.row += 1
    addSeparation(&fund)
  }

  private mutating func addSeparation(_ fund: inout FundSheets) {
    sheet.put("Separation costs of posts that are ended", at: 0)
    fund.separation = sheet.here(AssumptionsSheet.firstYear)
    for (year, account) in fund.live.account.years.enumerated() {
      sheet.put(cents: account.separation, .amountInput, at: AssumptionsSheet.column(year))
    }
    sheet.row += 1
  }

  /// Labels the row that is written next; returns its first cell of a year.
  private mutating func label(_ text: String, _ style: CellStyle = .totalLabel) -> Place {
    sheet.put(text, style, at: 0)
    sheet.put("", style, at: 1)
    return sheet.here(AssumptionsSheet.firstYear)
  }

  /// The sum of rows in a column, in whole cents; 0 of none.
  static func sum(_ rows: Rows, _ column: Int, from sheet: String) -> String {
    rows.isEmpty ? "=0" : "=ROUND(SUM(\(rows.name(column, from: sheet))),2)"
  }
}
