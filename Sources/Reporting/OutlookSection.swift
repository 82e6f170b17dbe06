import Budgeting
import Finance
import Outlook
import Records
import Scenarios
import Simulation

/// The outlook of each core fund over all futures: quantiles, probabilities and what the response did.
struct OutlookSection {
  private let findings: Findings
  private let reader: FindingsReader

  init(_ findings: Findings) {
    self.findings = findings
    reader = FindingsReader(findings)
  }

  var document: Document {
    var document = Document()
    for (index, plan) in reader.assumptions.funds.enumerated() where plan.fund.purpose == .core {
      document.add(.heading("Outlook of fund \(plan.fund.id) over all futures"))
      document.add(.table(money(index)))
      document.add(
        .paragraph("5 %, 50 % and 95 %: in 5, 50 and 95 of 100 futures the amount is at most this large."))
      document.add(.table(risk(index)))
      document.add(.paragraph(legend))
      document.add(.paragraph(response(index)))
    }
    return document
  }

  private func money(_ fund: Int) -> TextTable {
    var table = TextTable([
      "Year", "received 5 %", "50 %", "95 %", "cash at end 5 %", "50 %", "95 %", "reserve",
    ])
    for year in reader.years.indices {
      let received = findings.ensemble.summary(.received, fund: fund, year: year)
      let cash = findings.ensemble.summary(.closingCash, fund: fund, year: year)
      let required = findings.ensemble.central.accounts[fund].years[year].reserveRequired
      table.add(["\(reader.years[year])"] + cells(received) + cells(cash) + [Number.units(required)])
    }
    return table
  }

  private func cells(_ summary: Summary?) -> [String] {
    guard let summary else { return ["-", "-", "-"] }
    return [0, 3, 6].map { Number.units(summary.quantiles[$0]) }
  }

  private func risk(_ fund: Int) -> TextTable {
    var table = TextTable([
      "Year", "shortfall", "(+/-)", "by then", "reserve breached", "cash-out", "mean gap", "lowest month 5 %",
    ])
    for year in reader.years.indices {
      let ensemble = findings.ensemble
      let shortfall = ensemble.frequency(of: .shortfall, fund: fund, year: year)
      table.add([
        "\(reader.years[year])", Number.percent(shortfall.probability),
        Number.percent(shortfall.error, places: 2),
        Number.percent(ensemble.frequency(of: .shortfall, fund: fund, by: year).probability),
        Number.percent(ensemble.frequency(of: .breach, fund: fund, year: year).probability),
        Number.percent(ensemble.frequency(of: .cashOut, fund: fund, year: year).probability),
        findings.ensemble.summary(.fundingGap, fund: fund, year: year).map { Number.units($0.mean) } ?? "-",
        findings.ensemble.summary(.lowestCash, fund: fund, year: year).map { Number.units($0.quantiles[0]) }
          ?? "-",
      ])
    }
    return table
  }

  private var legend: String {
    "Shortfall: in some month the approved plan to date does not fit the money to date with the reserve held, "
      + "before any response. Reserve breached: after the response a month ends below the reserve. Cash-out: a "
      + "month ends below zero. Mean gap: planned work put off for good or cut. (+/-) is the Monte Carlo "
      + "standard error of the shortfall's probability; an event seen in no future is not proved impossible."
  }

  private func response(_ fund: Int) -> String {
    let order = reader.assumptions.scenario.response.order.map(\.word)
    let ended = findings.ensemble.central.accounts[fund].years.reduce(0) { $0 + $1.postsEnded }
    let posts =
      ended == 0 ? "" : " On the money expected \(ended) \(ended == 1 ? "post is" : "posts are") ended."
    return order.isEmpty
      ? "No response to a shortfall is named: the plan is carried out whatever comes."
      : "Response, in this order: \(Wording.list(order)). At the beginning of a year it cuts what the money in "
        + "sight cannot carry; in a month that does not fit it puts off more.\(posts)"
  }
}
