import Judgement
import OrderedCollections
import Records

/// The plan, the told risk of a shortfall, and what the books show of it.
struct HindsightRisk {
  private let fund: ForecastAudit.FundAudit

  init(_ report: HindsightReport, _ fund: ForecastAudit.FundAudit) { self.fund = fund }

  private var risks: [(year: Int, risk: ForecastAudit.Risk)] {
    fund.years.compactMap { year in year.risk.map { (year.year, $0) } }
  }

  var document: Document {
    var document = Document()
    guard !risks.isEmpty else { return document }
    document.add(.heading("Fund \(fund.fund.id), plan, expenses and the told risk"))
    document.add(.table(table))
    document.add(
      .paragraph(
        "Shortfall: the told chance that the approved plan does not fit the money with the reserve held; by then: in "
          + "this year or an earlier one of the run. Cash at end: the book's balance on the last day of the year."
      ))
    for (verdict, years) in HindsightRisk.byVerdict(risks) {
      document.add(.bullet("\(HindsightYears.span(years)): \(HindsightRisk.words(verdict))."))
    }
    for (year, risk) in risks {
      if let spent = risk.spent, spent < 0 { document.add(.bullet(corrected(year, spent))) }
      if let balance = risk.balance { document.add(.bullet(told(year, risk, balance))) }
    }
    return document
  }

  private var table: TextTable {
    var table = TextTable([
      "Year", "planned", "spent", "of the plan", "shortfall", "by then", "cash at end", "reserve",
    ])
    for (year, risk) in risks {
      let share = risk.spent.flatMap { spent in
        risk.told.planned > 0 ? Number.percent(Double(spent) / Double(risk.told.planned)) : nil
      }
      table.add([
        "\(year)", Number.units(Double(risk.told.planned)),
        risk.spent.map { Number.units(Double($0)) } ?? "-", share ?? "-",
        Number.percent(risk.told.shortfall), Number.percent(risk.told.shortfallByThen),
        risk.balance.map { Number.units(Double($0.cash)) } ?? "-", Number.units(Double(risk.told.reserve)),
      ])
    }
    return table
  }

  private func corrected(_ year: Int, _ spent: Int) -> String {
    "\(year): the book's expenses are below nothing (\(Number.units(Double(spent)))): corrections of earlier years "
      + "outweigh what was spent, so they do not show how far the plan was carried out."
  }

  /// The balance beside the told cash.
  private func told(_ year: Int, _ risk: ForecastAudit.Risk, _ balance: Balance) -> String {
    let marks = risk.told.closingCash.map { Number.units($0) }
    let cash = Double(balance.cash)
    let place =
      cash < risk.told.closingCash[0]
      ? "below the 5 % mark"
      : cash > risk.told.closingCash[2] ? "above the 95 % mark" : "within the told range"
    return
      "Cash at the end of \(year): \(Number.units(cash)); told were \(marks[0]), \(marks[1]) and \(marks[2]) "
      + "as the 5, 50 and 95 % marks: \(place)."
      + (balance.provenance.isAssumption ? " The book's balance is itself an assumption." : "")
  }

  static func byVerdict(_ risks: [(Int, ForecastAudit.Risk)]) -> [(ForecastAudit.RiskVerdict, [Int])] {
    OrderedDictionary(grouping: risks) { $0.1.verdict }.map { ($0.key, $0.value.map(\.0)) }
  }

  /// All years in a sentence.
  static func summary(_ risks: [(Int, ForecastAudit.Risk)]) -> String {
    guard !risks.isEmpty else { return "The run has no plan of the fund." }
    let verdicts = byVerdict(risks).map { "\(HindsightYears.span($0.1)): \(brief($0.0))" }
    let assumed = risks.contains { $0.1.balance?.provenance.isAssumption == true }
    return verdicts.joined(separator: "; ") + (assumed ? " (balances are assumed)." : ".")
  }

  private static func brief(_ verdict: ForecastAudit.RiskVerdict) -> String {
    switch verdict {
    case .noBalance: "cannot be judged, the book has no balance"
    case .cashOut: "yes, cash ran out"
    case .belowReserve: "yes, cash ended below the reserve"
    case .noExpenses: "the reserve was held, expenses are not known"
    case .held: "no, the plan was spent and the reserve held"
    case .underspent: "the reserve was held, less than planned was spent"
    }
  }

  private static func words(_ verdict: ForecastAudit.RiskVerdict) -> String {
    switch verdict {
    case .noBalance:
      "whether the plan fell short cannot be judged, because the book has no balance at the end of the year"
    case .cashOut: "the year ended with cash below nothing: a shortfall, and worse"
    case .belowReserve: "the year ended with less cash than the required reserve: a shortfall"
    case .noExpenses:
      "the reserve was held at the end of the year; the book has no expenses to hold the plan against"
    case .held:
      "the plan was spent in full and the reserve was held at the end of the year: no shortfall to be seen"
    case .underspent:
      "the reserve was held at the end of the year, but less than the plan was spent; whether for want of money the "
        + "book does not say"
    }
  }
}
