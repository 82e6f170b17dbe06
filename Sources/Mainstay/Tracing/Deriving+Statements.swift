import Budgeting
import Finance
import Judgement
import Measures
import Records
import Reporting
import Scenarios

/// Lines of the statements.
extension Deriving {
  func statement(_ row: ReportRow) -> Derivation {
    let (line, fund) = (row[column: "line"], row[column: "fund"])
    let title = StatementLines.title(line, contributor: name).drop { $0 == " " }
    var derivation = Derivation(
      "\(title) (\(line)) of fund \(fund) in \(row[column: "year"]), \(basis(row))")
    if line.hasSuffix(".total") { addParts(ofTotal: row, to: &derivation) }
    if row[column: "basis"] == IndicatorRow.Basis.recorded.rawValue {
      addRecorded(row, to: &derivation)
    } else {
      addCentral(row, to: &derivation)
    }
    return derivation
  }

  private func year(_ row: ReportRow) -> Int { Int(row[column: "year"]) ?? 0 }

  private func sibling(_ row: ReportRow, _ line: String, year: Int? = nil) -> Origin {
    .row(
      ReportRow(
        .statements,
        [year.map { "\($0)" } ?? row[column: "year"], row[column: "fund"], row[column: "basis"], line]))
  }

  private func addParts(ofTotal row: ReportRow, to derivation: inout Derivation) {
    let group = row[column: "line"].dropLast("total".count)
    derivation.formula = "the sum of its lines"
    derivation.parts = siblings(of: row, beginning: String(group)).filter { $0 != .row(row) }
  }

  /// Lines of the same year, fund and basis.
  func siblings(of row: ReportRow, beginning prefix: String) -> [Origin] {
    let lines = report.table(.statements)?.all { other in
      ["year", "fund", "basis"].allSatisfy { other[column: $0] == row[column: $0] }
        && other[column: "line"].hasPrefix(prefix)
    }
    return (lines ?? []).map { .row($0) }
  }

  // MARK: From the ledger

  private func addRecorded(_ row: ReportRow, to derivation: inout Derivation) {
    let (fund, year) = (row[column: "fund"], year(row))
    let parts = row[column: "line"].split(separator: ".").map { String($0) }
    let only = parts.last == "total" ? nil : parts.last
    let fiscal = FiscalYear(year, startMonth: book.centre.fiscalYearStart)
    switch parts[0] {
    case "received":
      if only != nil { derivation.formula = "cash received less refunds, rows of the year added" }
      derivation.rows = rows.contributions(
        fund: fund, contributor: only, year: year, stages: [.received, .refunded])
    case "recognised":
      if only != nil { derivation.formula = "revenue recognised, rows of the year added" }
      derivation.rows = rows.contributions(fund: fund, contributor: only, year: year, stages: [.recognised])
    case "spent":
      if only != nil { derivation.formula = "expenditure of the class, rows of the year added" }
      derivation.rows = rows.expenditures(fund: fund, year: year, objectClass: only)
    case "cash":
      let opening = row[column: "line"] == "cash.opening"
      derivation.formula = "the balance the book records"
      derivation.rows = rows.balance(
        fund: fund, at: opening ? fiscal.first.advanced(by: -1) : fiscal.last)
    case "supports": addSupported(row, to: &derivation)
    default: break
    }
  }

  /// What a gross amount supports.
  private func addSupported(_ row: ReportRow, to derivation: inout Derivation) {
    let line = row[column: "line"]
    let whose = line.contains(".host.") ? "host" : "others"
    derivation.notes += self.line(ofCentre: ["funds", row[column: "fund"], "programme_support"])
    switch line.split(separator: ".").last {
    case "direct":
      derivation.formula = "gross / (1 + programme support rate), rounded to the cent"
      derivation.parts = [sibling(row, "supports.\(whose).gross")]
    case "programme-support":
      derivation.formula = "gross - direct"
      derivation.parts = [
        sibling(row, "supports.\(whose).gross"), sibling(row, "supports.\(whose).direct"),
      ]
    default:
      derivation.formula =
        whose == "host" ? "received from the host" : "received from others than the host, added"
      let host = book.centre.host.map { "received.\($0)" }
      derivation.parts = siblings(of: row, beginning: "received.").filter {
        guard case .row(let part) = $0, part[column: "line"] != "received.total" else { return false }
        return (part[column: "line"] == host) == (whose == "host")
      }
    }
  }

  // MARK: On the central path

  private func addCentral(_ row: ReportRow, to derivation: inout Derivation) {
    let (fund, line) = (row[column: "fund"], row[column: "line"])
    let group = line.split(separator: ".").first.map { String($0) } ?? line
    switch group {
    case "received", "recognised":
      guard !line.hasSuffix(".total") else {
        derivation.rows = expected(nil, fund)
        break
      }
      let who = String(line.dropFirst(group.count + 1))
      derivation.formula = "what is expected of the contributor in the year"
      derivation.rows = giverRows(who, fund)
      derivation.notes += giverNotes(who, fund)
    case "cash": addCentralCash(row, to: &derivation)
    case "spent", "planned": addCentralPlan(row, to: &derivation)
    case "supports": addSupported(row, to: &derivation)
    case "commitments":
      derivation.formula = "commitments open on the first day, paid over three months"
      derivation.rows = rows.balance(fund: fund, before: assumptions.timeline.first)
    case "reserve": addReserve(row, to: &derivation)
    case "shortfall":
      derivation.formula =
        "the largest excess of the approved plan to date over the money to date with the reserve held, before any "
        + "response"
      derivation.parts = ["cash.opening", "received.total", "planned.total", "reserve.required"].map {
        sibling(row, $0)
      }
    case "funding-gap": derivation.formula = Glossary.indicator("funding-gap")?.formula
    case "receivable": addReceivable(row, to: &derivation)
    default: derivation.formula = "the central path of the accounting kernel"
    }
    derivation.notes += centralNote
    if group != "received", group != "recognised" { derivation.notes += changes() }
  }

  private func addCentralCash(_ row: ReportRow, to derivation: inout Derivation) {
    let year = year(row)
    guard row[column: "line"] == "cash.opening" else {
      derivation.formula = "opening + received + interest - spent - earlier commitments paid"
      derivation.parts = [
        "cash.opening", "received.total", "interest", "spent.total", "commitments.settled",
      ].map { sibling(row, $0) }
      return
    }
    if year == firstYear {
      derivation.formula = "the last balance the book records before the projection"
      derivation.rows = rows.balance(fund: row[column: "fund"], before: assumptions.timeline.first)
    } else {
      derivation.formula = "cash at the end of the year before"
      derivation.parts = [sibling(row, "cash.closing", year: year - 1)]
    }
  }

  private func addCentralPlan(_ row: ReportRow, to derivation: inout Derivation) {
    let (fund, line, year) = (row[column: "fund"], row[column: "line"], year(row))
    if line.hasSuffix(".programme-support") {
      derivation.formula = "direct x programme support rate of the fund"
      derivation.notes += self.line(ofCentre: ["funds", fund, "programme_support"])
      derivation.parts =
        line.hasPrefix("planned")
        ? [sibling(row, "planned.direct")]
        : siblings(of: row, beginning: "spent.").filter {
          $0 != .row(row) && $0 != sibling(row, "spent.total")
        }
      return
    }
    if line.hasSuffix(".total") { return }
    let only = line.hasPrefix("spent.") ? String(line.dropFirst("spent.".count)) : nil
    derivation.formula =
      only == nil
      ? "planned lines and posts of the year, direct cost"
      : "planned lines and posts of the class, less what the response to a shortfall cuts"
    derivation.rows = rows.plan(fund: fund, year: year, objectClass: only)
    if derivation.rows.isEmpty, let last = book.budget.filter({ $0.fund == fund }).map(\.year).max(),
      year > last
    {
      derivation.formula = "the plan of \(last), growing"
      derivation.rows = rows.plan(fund: fund, year: last, objectClass: only)
      derivation.notes += assumptions.notes.filter { $0.source.contains("plan-growth") }.map(note)
    }
  }

  private func addReserve(_ row: ReportRow, to derivation: inout Derivation) {
    derivation.formula = "reserve rate x approved plan of the next year, direct plus support cost"
    derivation.source = book.centre.reserve.source
    derivation.notes +=
      line(ofCentre: ["funds", row[column: "fund"], "reserve"]) + line(ofCentre: ["reserve", "rate"])
    derivation.parts = [sibling(row, "planned.total", year: year(row) + 1)]
    if report.value(
      ReportRow(.statements, ["\(year(row) + 1)"] + row.key.dropFirst().dropLast() + ["planned.total"]))
      == nil
    {
      derivation.notes += assumptions.notes.filter { $0.source.contains("plan-growth") }.map(note)
    }
  }

  private func addReceivable(_ row: ReportRow, to derivation: inout Derivation) {
    derivation.rows = rows.agreements(fund: row[column: "fund"])
    derivation.notes += assumptions.notes.filter { $0.text.hasPrefix("An overdue receivable") }.map(note)
    switch row[column: "line"] {
    case "receivable.opening" where year(row) > firstYear:
      derivation.formula = "closing receivable of the year before"
      derivation.parts = [sibling(row, "receivable.closing", year: year(row) - 1)]
    case "receivable.opening": derivation.formula = "instalments that are revenue already and not yet paid"
    case "receivable.exchange-and-other":
      derivation.formula = "closing - opening - revenue recognised + received"
      derivation.parts = [
        "receivable.closing", "receivable.opening", "recognised.total", "received.total",
      ].map { sibling(row, $0) }
    case "receivable.closing":
      derivation.formula = "revenue recognised and not yet paid at the end of the year"
    default: derivation.formula = "a quarter of what is overdue for each year it is, whole after four"
    }
  }
}
