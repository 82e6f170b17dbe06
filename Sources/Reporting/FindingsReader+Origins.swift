import Budgeting
import Finance
import Giving
import Judgement
import Measures
import Outlook
import Records
import Simulation

/// Says what the figures of a section are.
extension FindingsReader {
  /// Of a statement's line.
  func statement(_ line: String, fund: String, year: Int, basis: IndicatorRow.Basis) -> Origin {
    .row(ReportRow(.statements, ["\(year)", fund, basis.rawValue, line]))
  }

  /// Of an indicator of the main fund, as `value` gives it.
  func indicator(_ id: String, _ year: Int) -> Origin {
    let basis: IndicatorRow.Basis = year < years[0].year ? .recorded : .central
    let fund = assumptions.funds[mainFund].fund.id
    return .row(ReportRow(.indicators, ["\(year)", fund, basis.rawValue, id, "value"]))
  }

  func indicator(_ row: IndicatorRow) -> Origin {
    .row(
      ReportRow(
        .indicators, ["\(row.year)", row.fund, row.basis.rawValue, row.definition.id, row.statistic]))
  }

  /// Of an amount over all futures; fund and year by index.
  func summary(_ measure: String, fund: Int, year: Int, _ statistic: String) -> Origin {
    summary(measure, book.centre.budgetCurrency.code, fund, year, statistic)
  }

  /// Of the share of futures in which something happens; fund and year by index.
  func chance(_ measure: String, fund: Int, year: Int, _ statistic: String = "probability") -> Origin {
    summary(measure, "probability", fund, year, statistic)
  }

  private func summary(
    _ measure: String, _ unit: String, _ fund: Int, _ year: Int, _ statistic: String
  ) -> Origin {
    let fund = assumptions.funds[fund].fund.id
    return .row(ReportRow(.summary, ["\(years[year])", fund, measure, unit, statistic]))
  }

  func mandate(_ verdict: MandateVerdict, _ statistic: String) -> Origin {
    let basis = verdict.isProjected ? "central" : "recorded"
    return .row(ReportRow(.mandate, ["\(verdict.year)", verdict.rule.id, basis, statistic]))
  }

  /// Of the cash at the end of a month; fund and month by index.
  func cash(fund: Int, month: Int, _ statistic: String) -> Origin {
    .row(
      ReportRow(
        .cashCalendar, ["\(timeline.month(month))", assumptions.funds[fund].fund.id, statistic]))
  }

  /// Of what a giver is expected to pay in a year.
  func received(_ giver: Giver, year: Int, _ statistic: String) -> Origin {
    .row(
      ReportRow(
        .contributionsOutlook,
        ["\(year)", giver.contributor, giver.fund, Stage.received.rawValue, statistic]))
  }
}
