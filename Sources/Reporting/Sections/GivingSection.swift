import Budgeting
import Finance
import Forecasting
import Giving
import Outlook
import Records
import Simulation

/// What each contributor is expected to do, and why.
struct GivingSection {
  private let findings: Findings
  private let reader: FindingsReader

  init(_ findings: Findings) {
    self.findings = findings
    reader = FindingsReader(findings)
  }

  var document: Document {
    var document = Document()
    let year = reader.years[0]
    document.add(.heading("What contributors are expected to do in \(year)"))
    var table = TextTable(
      ["Contributor", "pays", "on average", Wording.quantileHeads[0], Wording.quantileHeads[2], "because"],
      name: "Gifts of each contributor in \(year) over all futures")
    let levels = PredictiveDistribution.levels
    let (low, high) = (levels.firstIndex(of: 0.05) ?? 0, levels.firstIndex(of: 0.95) ?? levels.count - 1)
    for (index, plan) in reader.assumptions.givers.enumerated() {
      guard let summary = findings.ensemble.received(giver: index, year: 0, levels: levels) else { continue }
      let pays = findings.ensemble.pays(giver: index, year: 0)
      func cell(_ text: String, _ statistic: String) -> Prose {
        text.figure(of: reader.received(plan.giver, year: year.year, statistic))
      }
      table.add([
        Prose(plain: name(plan.giver)), cell(Number.percent(pays.probability), "probability"),
        cell(Number.units(summary.mean), "mean"), cell(Number.units(summary.quantiles[low]), "q05"),
        cell(Number.units(summary.quantiles[high]), "q95"),
        GivingReason.short(plan, in: year.year)
          .figure(of: .giver(contributor: plan.giver.contributor, fund: plan.giver.fund)),
      ])
    }
    document.add(.table(table))
    let seen = "\(reader.assumptions.giving.participationRows)".figure(of: .fit(key: "participationRows"))
    document.add(
      .paragraph(
        Prose(
          "Pays: share of futures in which cash arrives in the year. Crowd behind the giving model: ",
          "\(reader.assumptions.giving.prior.name); contributor-years of this book behind it: \(seen).")))
    return document
  }

  /// The contributor, with the fund where it is not the main one.
  private func name(_ giver: Giver) -> String {
    let main = reader.assumptions.funds[reader.mainFund].fund.id
    let name = reader.contributorName(giver.contributor)
    return giver.fund == main ? name : "\(name) (\(giver.fund))"
  }
}

/// Why a giver is expected to do what it does, in a few words.
enum GivingReason {
  static func short(_ plan: GiverPlan, in year: Int) -> String {
    let state = plan.giver.state
    if plan.fixed.first.flatMap({ $0 }) != nil { return "scenario" }
    if plan.covered.first == true { return "agreement" }
    if !plan.giver.habitual { return "no agreement" }
    if state.last == nil { return "no gift in the ledger" }
    if plan.renewal != nil { return "renewal open" }
    if state.streak > 0, plan.giver.origin >= year { return "gave this year" }
    if state.streak == 1 { return "gave last year" }
    if state.streak > 1 { return "gave \(state.streak) years running" }
    return state.gap == 1 ? "missed last year" : "missed \(state.gap) years"
  }
}
