import Budgeting
import Records

/// The rows of one fund's statement.
struct StatementBlock {
  /// A line of the ledger's statement in a year.
  struct Key: Hashable {
    let line: String
    let year: Int
  }

  struct Giver {
    let id: String
    let name: String
    /// Among those of the projection; `nil`: gave in recorded years only.
    let index: Int?
  }

  var sheet: Sheet
  let fund: FundSheets
  /// Column of the first projected year.
  let firstColumn: Int
  var ledger: [Key: Int] = [:]
  /// Recorded years; their columns stand before `firstColumn`.
  var years: [Int] = []
  private(set) var closing = Place.unset
  private(set) var reserve = Place.unset

  init(sheet: Sheet, fund: FundSheets, firstColumn: Int) {
    (self.sheet, self.fund, self.firstColumn) = (sheet, fund, firstColumn)
  }

  private var live: LiveFund { fund.live }
  private var projected: Range<Int> { live.timeline.years.indices }

  // MARK: Cash

  mutating func addCash(received givers: [Giver]) {
    let opening = sheet.here(0)
    // Filled last: it names the row of closing cash.
    sheet.row += 1
    let received = addReceived(givers)
    let interest = addRow("Interest", .amount) { block, year in
      (block.sum(.interest, year), block.live.account.years[year].interest)
    }
    let spent = addSpent()
    let settled = addRow("Earlier commitments paid", line: "commitments.settled") { block, year in
      (block.sum(.settled, year), block.live.account.years[year].settled)
    }
    closing = addRow("Cash at the end", .total, line: "cash.closing") { block, year in
      let parts = [opening, received, interest].map { block.cell($0, year) }.joined(separator: "+")
      let less = [spent, settled].map { block.cell($0, year) }.joined(separator: "-")
      return ("ROUND(\(parts)-\(less),2)", block.live.account.years[year].closingCash)
    }
    let end = sheet.row
    sheet.row = opening.row
    addRow("Cash at the beginning", .total, line: "cash.opening") { block, year in
      let place =
        year == 0
        ? block.fund.openingCash.fixed(from: StatementsSheet.name) : block.cell(block.closing, year - 1)
      return (place, block.live.account.years[year].openingCash)
    }
    sheet.row = end
    let columns = firstColumn..<firstColumn + projected.count
    sheet.alarms.append(CellRun(row: sheet.row, columns: columns))
    addRow("  check: differs from the cash calendar by") { block, year in
      let last = Place(
        sheet: CalendarSheet.name,
        row: block.fund.months.rows.lowerBound + block.live.timeline.bounds[year + 1] - 1,
        column: CalendarSheet.Column.cash.rawValue)
      return ("ROUND(\(block.cell(block.closing, year))-\(last.name(from: StatementsSheet.name)),2)", 0)
    }
  }

  private mutating func addReceived(_ givers: [Giver]) -> Place {
    let start = sheet.row
    for giver in givers {
      addRow("  \(giver.name)", line: "received.\(giver.id)") { block, year in
        giver.index.map { index in
          let place = Place(
            sheet: ContributionsSheet.name, row: block.fund.givers.rows.lowerBound + index,
            column: AssumptionsSheet.column(year))
          return (place.name(from: StatementsSheet.name), block.live.givers[index].received[year])
        }
      }
    }
    return addTotal("Received, total", line: "received.total", from: start) {
      $0.live.account.years[$1].received
    }
  }

  private mutating func addSpent() -> Place {
    let start = sheet.row
    let recorded = Set(
      ledger.keys.compactMap { key in
        key.line.hasPrefix("spent.") ? ObjectClass(rawValue: String(key.line.dropFirst("spent.".count))) : nil
      })
    let classes = Set(live.classes).union(recorded).subtracting([.programmeSupport]).sorted()
    for objectClass in classes {
      addRow("  \(objectClass.title)", line: "spent.\(objectClass.rawValue)") { block, year in
        (block.paid(objectClass, year), block.live.paid(objectClass, year))
      }
    }
    if live.classes.contains(.programmeSupport) {
      addRow("  Programme support cost, planned lines") { block, year in
        (block.paid(.programmeSupport, year), block.live.paid(.programmeSupport, year))
      }
    }
    addRow("  Separation costs", line: "spent.separation") { block, year in
      (block.assumption(block.fund.separation, year), block.live.account.years[year].separation)
    }
    let direct = Rows(sheet: sheet.name, rows: start..<sheet.row)
    addRow("  Programme support cost", line: "spent.programme-support") { block, year in
      let rate = block.fund.supportRate.fixed(from: StatementsSheet.name)
      let sum =
        direct.isEmpty ? "0" : "SUM(\(direct.name(block.column(year), from: StatementsSheet.name)))"
      return ("ROUND(ROUND(\(sum),2)*\(rate),2)", block.live.account.years[year].support)
    }
    return addTotal("Spent, total", line: "spent.total", from: start) { $0.live.account.years[$1].spent }
  }

  /// A class's plan less what is cut of it.
  private func paid(_ objectClass: ObjectClass, _ year: Int) -> String {
    guard !fund.units.isEmpty else { return "0" }
    let column = AssumptionsSheet.column(year)
    func sum(_ rows: Rows) -> String {
      "SUMIF(\(rows.fixed(1, from: StatementsSheet.name)),\"\(objectClass.title)\","
        + "\(rows.fixed(column, from: StatementsSheet.name)))"
    }
    return "ROUND(\(sum(fund.units))-\(sum(fund.cuts)),2)"
  }

  // MARK: Reserve and plan

  mutating func addReserve() {
    reserve = addRow("Required reserve") { block, year in
      (block.assumption(block.fund.reserve, year), block.live.plan.reserveRequired[year])
    }
    let open = addRow("Commitments still open") { block, year in
      (block.last(.open, year), block.live.account.years[year].openCommitments)
    }
    addRow("Cash above reserve and commitments", .total) { block, year in
      let account = block.live.account.years[year]
      return (
        "ROUND(\(block.cell(block.closing, year))-\(block.cell(open, year))-\(block.cell(block.reserve, year)),2)",
        account.closingCash - account.openCommitments - account.reserveRequired
      )
    }
    addRow("  plan: direct") { block, year in
      (block.assumption(block.fund.planDirect, year), block.live.account.years[year].plannedDirect)
    }
    addRow("  plan: programme support") { block, year in
      (block.assumption(block.fund.planSupport, year), block.live.account.years[year].plannedSupport)
    }
    addRow("Planned, total", .total) { block, year in
      let account = block.live.account.years[year]
      return (block.assumption(block.fund.planTotal, year), account.plannedDirect + account.plannedSupport)
    }
  }

  // MARK: What goes wrong

  mutating func addRisk() {
    let shortfall = addRow("Shortfall") { block, year in
      ("MAX(\(block.calendar(.excess, year)))", block.live.account.years[year].shortfall)
    }
    addWords("Does the plan fit with the reserve held?") { block, year in
      (
        "IF(\(block.cell(shortfall, year))>0,\"no: shortfall\",\"yes\")",
        block.live.account.years[year].shortfall > 0 ? "no: shortfall" : "yes"
      )
    }
    addWords("Cuts and shortfall") { block, year in
      let cut = block.assumption(block.fund.cutTotal, year)
      return (
        "IF(\(cut)>0,IF(\(block.cell(shortfall, year))>0,\"\(CutWord.both)\",\"\(CutWord.cutAlone)\"),"
          + "IF(\(block.cell(shortfall, year))>0,\"\(CutWord.shortfallAlone)\",\"\(CutWord.neither)\"))",
        CutWord.of(cut: block.live.cut(year), shortfall: block.live.account.years[year].shortfall)
      )
    }
    addRow("Funding gap: what is cut, with its support cost") { block, year in
      let cut = block.assumption(block.fund.cutTotal, year)
      let rate = block.fund.supportRate.fixed(from: StatementsSheet.name)
      return ("ROUND(\(cut)+ROUND(\(cut)*\(rate),2),2)", block.live.account.years[year].fundingGap)
    }
    addRow("Largest amount by which cash is below what is tied") { block, year in
      ("MAX(\(block.calendar(.below, year)))", block.live.account.years[year].breach)
    }
    let lowest = addRow("Lowest month-end cash") { block, year in
      ("MIN(\(block.calendar(.cash, year)))", block.live.account.years[year].lowestCash)
    }
    addWords("  at the end of") { block, year in
      (
        "INDEX(\(block.calendar(.month, year)),MATCH(\(block.cell(lowest, year)),\(block.calendar(.cash, year)),0))",
        "\(block.live.timeline.month(block.live.account.years[year].lowestMonth))"
      )
    }
  }

  // MARK: Rows and cells

  private func column(_ year: Int) -> Int { firstColumn + year }
  private func cell(_ place: Place, _ year: Int) -> String {
    Place.name(row: place.row, column: column(year))
  }

  private func assumption(_ place: Place, _ year: Int) -> String {
    place.column(AssumptionsSheet.column(year)).name(from: StatementsSheet.name)
  }

  /// The months of a year in a column of the cash calendar.
  private func calendar(_ column: CalendarSheet.Column, _ year: Int) -> String {
    let months = live.timeline.months(of: year)
    let first = fund.months.rows.lowerBound
    return Rows(
      sheet: CalendarSheet.name, rows: first + months.lowerBound..<first + months.upperBound
    ).name(column.rawValue, from: StatementsSheet.name)
  }

  private func sum(_ column: CalendarSheet.Column, _ year: Int) -> String {
    "ROUND(SUM(\(calendar(column, year))),2)"
  }

  private func last(_ column: CalendarSheet.Column, _ year: Int) -> String {
    let row = fund.months.rows.lowerBound + live.timeline.bounds[year + 1] - 1
    return Place(sheet: CalendarSheet.name, row: row, column: column.rawValue).name(
      from: StatementsSheet.name)
  }

  /// A row of recorded amounts and formulas; returns its label's cell.
  /// - Parameter line: its name in the ledger's statement; empty where it has none.
  @discardableResult
  private mutating func addRow(
    _ label: String, _ style: CellStyle = .amount, line: String = "",
    _ formula: (StatementBlock, Int) -> (String, Double)?
  ) -> Place {
    sheet.put(label, style == .total ? .totalLabel : .text, at: 0)
    for (index, year) in years.enumerated() {
      if let cents = ledger[Key(line: line, year: year)] {
        sheet.put(cents: Double(cents), style, at: 1 + index)
      } else if style == .total {
        sheet.put("", .totalLabel, at: 1 + index)
      }
    }
    for year in projected {
      if let (formula, cents) = formula(self, year) {
        sheet.put("=" + formula, cents: cents, style, at: column(year))
      }
    }
    defer { sheet.row += 1 }
    return sheet.here(0)
  }

  /// The sum of the rows from `start` to here.
  private mutating func addTotal(
    _ label: String, line: String, from start: Int, _ cents: (StatementBlock, Int) -> Double
  ) -> Place {
    let rows = Rows(sheet: sheet.name, rows: start..<sheet.row)
    return addRow(label, .total, line: line) { block, year in
      let sum = rows.isEmpty ? "0" : "ROUND(SUM(\(rows.name(block.column(year), from: block.sheet.name))),2)"
      return (sum, cents(block, year))
    }
  }

  private mutating func addWords(_ label: String, _ formula: (StatementBlock, Int) -> (String, String)) {
    sheet.put(label, at: 0)
    for year in projected {
      let (formula, word) = formula(self, year)
      sheet.put(.wordFormula("=" + formula, word), .word, at: column(year))
    }
    sheet.row += 1
  }
}

/// Whether cuts stand where the plan does not fit. They are inputs: after a change they may stand where none is needed,
/// or be missing.
private enum CutWord {
  static let both = "cut entered"
  static let cutAlone = "cut without shortfall: look at it"
  static let shortfallAlone = "shortfall without cut: look at it"
  static let neither = "none"

  static func of(cut: Double, shortfall: Double) -> String {
    cut > 0 ? (shortfall > 0 ? both : cutAlone) : (shortfall > 0 ? shortfallAlone : neither)
  }
}
