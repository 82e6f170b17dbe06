import Budgeting
import Finance
import Judgement
import Measures
import OrderedCollections
import Records
import Reporting
import Simulation

/// Indicators and the rules of the mandate.
extension Deriving {
  func indicator(_ row: ReportRow) -> Derivation {
    let (id, fund) = (row[column: "indicator"], row[column: "fund"])
    guard let definition = Glossary.indicator(id) else { return Derivation("Indicator \(id)") }
    let whose = fund == MeasureName.centre ? "all funds" : "fund \(fund)"
    var derivation = Derivation(
      "\(definition.title) (\(id)) of \(whose) in \(row[column: "year"]), \(basis(row))")
    derivation.formula = definition.formula
    derivation.source = definition.source == "own" ? "this engine's own" : definition.source
    if row[column: "basis"] == IndicatorRow.Basis.simulated.rawValue {
      derivation.futures = futures(of: row, definition)
      derivation.parts = summaries(behind: row)
      derivation.notes = changes()
      return derivation
    }
    derivation.parts = parts(of: row)
    derivation.rows = ledger(of: row)
    if row[column: "basis"] == IndicatorRow.Basis.central.rawValue {
      derivation.notes = centralNote + changes()
    }
    if let source = report.table(.indicators)?.cell("source", of: row), !source.isEmpty {
      derivation.notes.insert("Taken from: \(source)", at: 0)
    }
    return derivation
  }

  /// Rows of `summary.csv` that an indicator over all futures repeats or is read from.
  private func summaries(behind row: ReportRow) -> [Origin] {
    func told(_ year: String, _ measure: String, _ unit: String, _ statistic: String) -> Origin {
      .row(ReportRow(.summary, [year, row[column: "fund"], measure, unit, statistic]))
    }
    let currency = book.centre.budgetCurrency.code
    switch row[column: "indicator"] {
    case "first-shortfall-year":
      return assumptions.timeline.years.map {
        told("\($0)", "shortfall-by-year-end", "probability", "probability")
      }
    case "funding-gap-es95": return [told(row[column: "year"], "funding-gap", currency, "es95")]
    default: return []
    }
  }

  /// Figures an indicator is computed from, for the ledger and the central path alike.
  private func parts(of row: ReportRow) -> [Origin] {
    func indicator(_ id: String) -> Origin {
      .row(
        ReportRow(
          .indicators,
          [row[column: "year"], row[column: "fund"], row[column: "basis"], id, "value"]))
    }
    func line(_ line: String) -> Origin { statement(line, of: row, fund: row[column: "fund"]) }
    let received = siblings(of: row, beginning: "received.").filter { $0 != line("received.total") }
    let host = book.centre.host ?? ""
    switch row[column: "indicator"] {
    case "core-receipts": return [line("received.total")]
    case "host-receipts": return [line("received.\(host)")]
    case "voluntary-core-receipts": return [indicator("core-receipts"), indicator("host-receipts")]
    case "host-share": return [indicator("host-receipts"), indicator("core-receipts")]
    case "largest-other-share", "hhi", "contributing-members": return received
    case "attainment": return received.filter { $0 != line("received.\(host)") }
    case "effective-contributors": return [indicator("hhi")]
    case "agreed-cover": return [line("planned.total")]
    case "reserve-ratio": return [line("cash.closing"), line("reserve.required")]
    case "months-of-spending": return [line("cash.closing"), line("spent.total")]
    case "support-cost-ratio": return [line("spent.programme-support"), line("spent.total")]
    case "staff-share": return [line("spent.staff"), line("spent.total")]
    case "funding-gap": return [line("funding-gap")]
    case "lowest-month-cash": return lowestMonth(of: row)
    case "in-kind-share": return [indicator("core-receipts")]
    case "extrabudgetary-share", "extrabudgetary-share-strict", "extra-contribution-needed":
      return book.centre.funds.keys.map { statement("received.total", of: row, fund: $0) }
    default: return named(in: row)
    }
  }

  /// Indicators that a formula names, of the same year and fund.
  private func named(in row: ReportRow) -> [Origin] {
    let id = row[column: "indicator"]
    let formula = Glossary.indicator(id)?.formula ?? ""
    let words = formula.split { !$0.isLetter && $0 != "-" }.map { String($0) }
    let others = Glossary.indicators.map(\.id).filter { $0 != id && words.contains($0) }
    guard let last = Int(row[column: "year"]), formula.contains("three years") else {
      return others.map { self.indicator($0, row[column: "year"], row[column: "basis"], of: row) }
    }
    return (last - 2...last).flatMap { year in
      let basis: IndicatorRow.Basis = year < firstYear ? .recorded : .central
      return others.map { self.indicator($0, "\(year)", basis.rawValue, of: row) }
    }
  }

  private func indicator(_ id: String, _ year: String, _ basis: String, of row: ReportRow) -> Origin {
    .row(ReportRow(.indicators, [year, row[column: "fund"], basis, id, "value"]))
  }

  private func statement(_ line: String, of row: ReportRow, fund: String) -> Origin {
    .row(ReportRow(.statements, [row[column: "year"], fund, row[column: "basis"], line]))
  }

  /// The lowest of a year's central month-ends.
  private func lowestMonth(of row: ReportRow) -> [Origin] {
    guard let year = Int(row[column: "year"]),
      let index = assumptions.timeline.years.firstIndex(where: { $0.year == year })
    else { return [] }
    let months = assumptions.timeline.months(of: index).map { month in
      ReportRow(.cashCalendar, ["\(assumptions.timeline.month(month))", row[column: "fund"], "central"])
    }
    return months.min { (report.number($0) ?? 0) < (report.number($1) ?? 0) }.map { [.row($0)] } ?? []
  }

  /// Rows of the book behind an indicator.
  private func ledger(of row: ReportRow) -> [LedgerRow] {
    guard let year = Int(row[column: "year"]) else { return [] }
    let fund = row[column: "fund"] == MeasureName.centre ? nil : row[column: "fund"]
    let isRecorded = row[column: "basis"] == IndicatorRow.Basis.recorded.rawValue
    func received(_ contributor: String? = nil) -> [LedgerRow] {
      isRecorded
        ? rows.contributions(
          fund: fund, contributor: contributor, year: year, stages: [.received, .refunded])
        : expected(contributor, fund)
    }
    switch row[column: "indicator"] {
    case "host-receipts": return received(book.centre.host)
    case "core-receipts", "voluntary-core-receipts", "host-share", "largest-other-share", "hhi",
      "effective-contributors", "contributing-members", "extrabudgetary-share",
      "extrabudgetary-share-strict", "extra-contribution-needed":
      return received()
    case "agreed-cover": return rows.agreements(fund: fund ?? "")
    case "attainment": return received() + rows.levels(year: year)
    case "in-kind-share", "replacement-cost": return rows.inKind(year: year)
    case "months-of-spending" where isRecorded:
      let end = FiscalYear(year, startMonth: book.centre.fiscalYearStart).last
      return rows.balance(fund: fund ?? "", at: end) + rows.expenditures(fund: fund ?? "", year: year)
    case "support-cost-ratio" where isRecorded, "staff-share" where isRecorded:
      return rows.expenditures(fund: fund ?? "", year: year)
    default: return evidence?.rows(row, in: rows) ?? []
    }
  }

  /// What agreements promise and habit rests on.
  func expected(_ contributor: String?, _ fund: String?) -> [LedgerRow] {
    let funds = fund.map { [$0] } ?? Array(book.centre.funds.keys)
    return funds.flatMap { rows.agreements(contributor: contributor, fund: $0) }
      + rows.contributions(fund: fund, contributor: contributor, stages: Stage.allCases)
  }

  // MARK: All futures

  private func futures(of row: ReportRow, _ definition: Definition) -> FuturesCount {
    let (statistic, id) = (row[column: "statistic"], definition.id)
    let error = shown(ReportRow(.indicators, row.key.dropLast() + ["mcse"]))
    guard let year = yearIndex(row[column: "year"]) else { return FuturesCount(statistic: .all) }
    if let event = YearEvent(rawValue: id), let fund = fundIndex(row[column: "fund"]) {
      let happens = FuturesCount.Statistic.happens([condition(event, fund, year)])
      return FuturesCount(
        statistic: happens, frequency: frequency(ReportRow(.indicators, row.key.dropLast() + ["probability"]))
      )
    }
    if let conditions = byHorizon(row, year) {
      return FuturesCount(
        statistic: .happens(conditions),
        frequency: frequency(ReportRow(.indicators, row.key.dropLast() + ["probability"])))
    }
    let measure = MeasureName(
      id, fund: row[column: "fund"], year: assumptions.timeline.years[year].year)
    let quantity: PathQuantity =
      switch (id, fundIndex(row[column: "fund"])) {
      case ("funding-gap", let fund?): .fund(.fundingGap, fund: fund, year: year)
      case ("lowest-month-cash", let fund?): .fund(.lowestCash, fund: fund, year: year)
      default: .measured(measure)
      }
    let isMoney = definition.unit == .budgetCurrency
    let place = quantile(quantity, statistic, report.number(row), isMoney: isMoney)
    return FuturesCount(statistic: place, error: error, isMoney: isMoney)
  }

  /// What happens in some year of the projection.
  private func byHorizon(_ row: ReportRow, _ last: Int) -> [PathCondition]? {
    let (id, fund) = (row[column: "indicator"], row[column: "fund"])
    let year = assumptions.timeline.years[last].year
    if let event = YearEvent.allCases.first(where: { id == "\($0.rawValue)-by-horizon" }) {
      let name = MeasureName("\(event.rawValue)-by-year-end", fund: fund, year: year)
      return [PathCondition(.measured(name), is: .positive)]
    }
    guard id == "mandate-breach-by-horizon" else { return nil }
    func by(_ rule: MandateRule) -> Double {
      report.number(
        ReportRow(.mandate, ["\(year)", rule.id, "central", "probability-of-breach-by"])) ?? 0
    }
    let rules = book.centre.mandate
    let worst = rules.indices.max { (by(rules[$0]), -$0) < (by(rules[$1]), -$1) }
    return worst.map { [PathCondition(.measured(broken(rules[$0], in: year, by: true)), is: .positive)] }
  }

  private func broken(_ rule: MandateRule, in year: Int, by: Bool) -> MeasureName {
    MeasureName("\(rule.id)-broken\(by ? "-by" : "")", fund: MeasureName.centre, year: year)
  }

  // MARK: The mandate

  func mandate(_ row: ReportRow) -> Derivation {
    let id = row[column: "rule"]
    guard let rule = book.centre.mandate.first(where: { $0.id == id }), let year = Int(row[column: "year"])
    else { return Derivation("Rule \(id)") }
    let statistic = row[column: "statistic"]
    var derivation = Derivation("\(rule.symbol) (\(id)) in \(year), \(basis(row)): \(statistic)")
    derivation.formula = formula(of: rule, statistic)
    derivation.source = rule.source
    derivation.notes =
      (rule.assumption.isEmpty ? [] : ["Assumption: \(rule.assumption)"])
      + line(ofCentre: ["mandate", id, "predicate"])
    derivation.parts = mandateParts(rule, year)
    if ["probability-of-breach", "probability-of-breach-by", "mcse"].contains(statistic) {
      let byThen = statistic == "probability-of-breach-by"
      let counted = byThen ? statistic : "probability-of-breach"
      derivation.futures = FuturesCount(
        statistic: .happens([
          PathCondition(.measured(broken(rule, in: year, by: byThen)), is: .positive)
        ]), frequency: frequency(ReportRow(.mandate, row.key.dropLast() + [counted])))
      derivation.notes += changes()
    } else if statistic == "extra-needed-q95" {
      let extra = PathQuantity.measured(
        MeasureName("\(id)-extra-needed", fund: MeasureName.centre, year: year))
      derivation.futures = FuturesCount(
        statistic: quantile(extra, "q95", report.number(row), isMoney: true))
      derivation.notes += changes()
    }
    return derivation
  }

  private func formula(of rule: MandateRule, _ statistic: String) -> String {
    let window = rule.window == 1 ? "the year" : "\(rule.window) years together"
    switch statistic {
    case "value":
      return "\(Glossary.indicator("extrabudgetary-share")?.formula ?? rule.predicate), over \(window)"
    case "probability-of-breach":
      return "share of futures in which \(rule.predicate) does not hold over \(window)"
    case "mcse": return "sqrt(p (1 - p) / n) of the probability of breach"
    default:
      return "\(Glossary.indicator("extra-contribution-needed")?.formula ?? ""), over \(window)"
        + (statistic == "extra-needed-q95" ? "; the 95 % quantile over all futures" : "")
    }
  }

  /// Receipts of every fund of the rule's scope in the years of its window.
  private func mandateParts(_ rule: MandateRule, _ year: Int) -> [Origin] {
    let funds = book.centre.funds.values.filter {
      rule.scope == "all" || rule.scope == $0.id || (rule.scope == "core" && $0.purpose == .core)
    }
    return (year - rule.window + 1...year).flatMap { year in
      funds.map { fund in
        let basis: IndicatorRow.Basis = year < firstYear ? .recorded : .central
        return .row(
          ReportRow(.statements, ["\(year)", fund.id, basis.rawValue, "received.total"]))
      }
    }
  }
}
