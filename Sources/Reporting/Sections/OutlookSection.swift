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
      if index != reader.mainFund { document.add(.chart(BalanceChart(findings, fund: index).chart)) }
      document.add(.table(money(index)))
      let legend = "5 %, 50 % and 95 %: in 5, 50 and 95 of 100 futures the amount is at most this large."
      document.add(.paragraph(legend.figure(of: Wording.quantile)))
      document.add(.chart(RiskChart(findings, fund: index).chart))
      document.add(.table(risk(index)))
      document.add(.paragraph(self.legend))
      document.add(.paragraph(response(index)))
    }
    return document
  }

  private func money(_ fund: Int) -> TextTable {
    let (low, rest) = (Wording.quantileHeads[0], Wording.quantileHeads.dropFirst())
    var table = TextTable(
      ["Year", "received \(low)"] + rest + ["cash at end \(low)"] + rest + ["reserve"],
      name: "Money received and cash at the end of \(reader.assumptions.funds[fund].fund.id)")
    for year in reader.years.indices {
      let received = findings.ensemble.summary(.received, fund: fund, year: year)
      let cash = findings.ensemble.summary(.closingCash, fund: fund, year: year)
      let required = findings.ensemble.central.accounts[fund].years[year].reserveRequired
      func cells(_ measure: String, _ summary: Summary?) -> [Prose] {
        guard let summary else { return ["-", "-", "-"] }
        return [(0, "q05"), (3, "q50"), (6, "q95")].map { index, name in
          Number.units(summary.quantiles[index])
            .figure(of: reader.summary(measure, fund: fund, year: year, name))
        }
      }
      let reserve = Number.units(required).figure(
        of: reader.summary("reserve-required", fund: fund, year: year, "value"))
      table.add(
        ["\(reader.years[year])"] + cells("received", received) + cells("closing-cash", cash) + [reserve])
    }
    return table
  }

  private func risk(_ fund: Int) -> TextTable {
    var table = TextTable(
      [
        "Year", "shortfall", "(+/-)", "by then", "(+/-)", "reserve breached", "cash-out", "mean gap",
        "lowest month \(Wording.quantileHeads[0])",
      ], name: "Chances of a shortfall, a breach and a cash-out of \(reader.assumptions.funds[fund].fund.id)")
    for year in reader.years.indices {
      let ensemble = findings.ensemble
      func cell(_ text: String, _ measure: String, _ statistic: String) -> Prose {
        text.figure(of: reader.summary(measure, fund: fund, year: year, statistic))
      }
      func chance(_ frequency: Frequency, _ measure: String) -> Prose {
        Number.percent(frequency.probability).figure(of: reader.chance(measure, fund: fund, year: year))
      }
      func error(_ frequency: Frequency, _ measure: String) -> Prose {
        Number.percent(frequency.error, places: 2)
          .figure(of: reader.chance(measure, fund: fund, year: year, "mcse"))
      }
      let shortfall = ensemble.frequency(of: .shortfall, fund: fund, year: year)
      let byThen = ensemble.frequency(of: .shortfall, fund: fund, by: year)
      table.add([
        "\(reader.years[year])", chance(shortfall, "shortfall"), error(shortfall, "shortfall"),
        chance(byThen, "shortfall-by-year-end"), error(byThen, "shortfall-by-year-end"),
        chance(ensemble.frequency(of: .breach, fund: fund, year: year), "breach"),
        chance(ensemble.frequency(of: .cashOut, fund: fund, year: year), "cash-out"),
        ensemble.summary(.fundingGap, fund: fund, year: year)
          .map { cell(Number.units($0.mean), "funding-gap", "mean") } ?? "-",
        ensemble.summary(.lowestCash, fund: fund, year: year)
          .map { cell(Number.units($0.quantiles[0]), "lowest-month-cash", "q05") } ?? "-",
      ])
    }
    return table
  }

  private var legend: String {
    "Shortfall: in some month the approved plan to date does not fit the money to date with the reserve held, "
      + "before any response. Reserve breached: after the response a month ends below the reserve. Cash-out: a "
      + "month ends below zero. Mean gap: planned work put off for good or cut. (+/-) is the Monte Carlo "
      + "standard error of the probability before it; an event seen in no future is not proved impossible."
  }

  private func response(_ fund: Int) -> Prose {
    let order = reader.assumptions.scenario.response.order.map(\.word)
    let ended = findings.ensemble.central.accounts[fund].years.reduce(0) { $0 + $1.postsEnded }
    let number = "\(ended)".figure(
      of: .derived("posts the response ends on the central path", from: [.scenario(key: "response")]))
    let posts: Prose =
      ended == 0 ? "" : " On the money expected \(number) \(ended == 1 ? "post is" : "posts are") ended."
    return order.isEmpty
      ? "No response to a shortfall is named: the plan is carried out whatever comes."
      : Prose(
        "Response, in this order: \(Wording.list(order)). At the beginning of a year it cuts what the money in ",
        "sight cannot carry; in a month that does not fit it puts off more.\(posts)")
  }
}
