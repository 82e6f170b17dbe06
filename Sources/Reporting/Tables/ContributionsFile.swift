import Budgeting
import Finance
import Forecasting
import Giving
import Judgement
import Outlook
import Probability
import Records
import Simulation
import Tabular

/// `contributions-outlook.csv`: what every contributor, and every fund from all of them (`*`), is expected to
/// give by year. `probability` is the share of futures in which something is given.
struct ContributionsFile {
  let findings: Findings

  private var ensemble: Ensemble { findings.ensemble }
  private var assumptions: Assumptions { findings.ensemble.assumptions }
  private var years: Int { assumptions.timeline.years.count }

  /// One block of rows: whose, when and which amount.
  private struct Block {
    let year: Int
    let contributor: String
    let fund: String
    let stage: Stage
    let central: Double
    let summary: Summary?
    let given: Frequency
  }

  var file: ReportFile {
    var document = CSVDocument(
      columns: ["year", "contributor", "fund", "stage", "statistic", "value", "currency"])
    for giver in assumptions.givers.indices {
      for year in 0..<years { for block in blocks(giver: giver, year: year) { add(block, to: &document) } }
    }
    for fund in assumptions.funds.indices {
      for year in 0..<years { for block in blocks(fund: fund, year: year) { add(block, to: &document) } }
    }
    return ReportFile(name: FrozenForecast.contributionsFile, text: document.text)
  }

  private func blocks(giver: Int, year: Int) -> [Block] {
    let plan = assumptions.givers[giver].giver
    let levels = PredictiveDistribution.levels
    func block(_ stage: Stage, _ central: [Double], _ summary: Summary?, _ given: Frequency) -> Block {
      Block(
        year: assumptions.timeline.years[year].year, contributor: plan.contributor, fund: plan.fund,
        stage: stage, central: central[giver * years + year], summary: summary, given: given)
    }
    return [
      block(
        .recognised, ensemble.central.recognised,
        ensemble.recognised(giver: giver, year: year, levels: levels),
        ensemble.isRecognised(giver: giver, year: year)),
      block(
        .received, ensemble.central.received, ensemble.received(giver: giver, year: year, levels: levels),
        ensemble.pays(giver: giver, year: year)),
    ]
  }

  /// The fund from all contributors; none where it has no contributor.
  private func blocks(fund: Int, year: Int) -> [Block] {
    let id = assumptions.funds[fund].fund.id
    let givers = assumptions.givers.indices.filter { assumptions.givers[$0].giver.fund == id }
    guard !givers.isEmpty else { return [] }
    let levels = PredictiveDistribution.levels
    func block(_ stage: Stage, _ central: [Double], _ summary: Summary?, _ given: Frequency) -> Block {
      Block(
        year: assumptions.timeline.years[year].year, contributor: FrozenForecast.total, fund: id,
        stage: stage, central: givers.reduce(0) { $0 + central[$1 * years + year] }, summary: summary,
        given: given)
    }
    return [
      block(
        .recognised, ensemble.central.recognised, ensemble.recognised(fund: fund, year: year, levels: levels),
        ensemble.isRecognised(fund: fund, year: year)),
      block(
        .received, ensemble.central.received,
        ensemble.summary(.received, fund: fund, year: year, levels: levels),
        ensemble.isPositive(.received, fund: fund, year: year)),
    ]
  }

  private func add(_ block: Block, to document: inout CSVDocument) {
    guard let summary = block.summary else { return }
    let currency = assumptions.book.centre.budgetCurrency.code
    func add(_ statistic: String, _ value: String, _ unit: String) {
      document.append([
        .number("\(block.year)"), .identifier(block.contributor), .identifier(block.fund),
        .identifier(block.stage.rawValue), .identifier(statistic), .number(value), .identifier(unit),
      ])
    }
    add("central", Number.amount(block.central), currency)
    add("mean", Number.amount(summary.mean), currency)
    add("sd", Number.amount(summary.deviation), currency)
    for (name, value) in zip(FrozenForecast.quantileNames, summary.quantiles) {
      add(name, Number.amount(value), currency)
    }
    add("mcse", Number.amount(summary.meanError), currency)
    add("probability", Number.decimal(block.given.probability, places: 6), "")
  }
}
