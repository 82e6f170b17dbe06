import Budgeting
import Finance
import Judgement
import Outlook
import Records
import Reporting

/// The figures of two runs that are told side by side.
struct Headlines {
  private let before: OldReport
  private let after: UpdateTables
  private let assumptions: Assumptions
  private let years: ClosedRange<Int>

  init(
    _ before: OldReport, _ after: UpdateTables, _ assumptions: Assumptions, _ years: ClosedRange<Int>
  ) {
    (self.before, self.after, self.assumptions, self.years) = (before, after, assumptions, years)
  }

  /// - Parameter way: the attribution, where a run begins before the years that are compared.
  func all(_ fund: String, from way: [UpdateFindings.Step]) -> [UpdateFindings.Headline] {
    let (first, last) = (years.lowerBound, years.upperBound)
    let risks =
      [
        chance("Probability of a shortfall by \(last), as printed", fund, last, "shortfall-by-year-end")
      ] + common(way) + years.map { chance("  in \($0)", fund, $0, "shortfall") } + [
        chance("Probability of cash-out by \(last)", fund, last, "cash-out-by-year-end")
      ]
    let money = [
      indicator("Receipts expected in \(first)", fund, first, "core-receipts", .money),
      indicator("Host's share of them", fund, first, "host-share", .share),
      indicator("Effective contributors in \(first)", fund, first, "effective-contributors", .number),
      amount("Cash at the end of \(last), in the middle", fund, last, "closing-cash", "q50"),
      amount("  in 5 of 100 futures at most", fund, last, "closing-cash", "q05"),
      amount("Required reserve at the end of \(last)", fund, last, "reserve-required", "value"),
    ]
    return (risks + money).filter { $0.old != nil || $0.new != nil }
  }

  /// The chance over the years compared alone.
  private func common(_ way: [UpdateFindings.Step]) -> [UpdateFindings.Headline] {
    guard let old = way.last(where: \.isOfOldRun), let new = way.last, way.count > 2 else { return [] }
    let span =
      years.count == 1 ? "\(years.lowerBound) alone" : "\(years.lowerBound) to \(years.upperBound) alone"
    return [
      UpdateFindings.Headline("  in \(span)", .share, old: old.probability, new: new.probability)
    ]
  }

  private func both(
    _ title: String, _ unit: UpdateFindings.Headline.Unit, _ row: ReportRow, scale: Double = 1
  ) -> UpdateFindings.Headline {
    UpdateFindings.Headline(
      title, unit, old: before.number(row).map { $0 * scale }, new: after.number(row).map { $0 * scale })
  }

  private func chance(
    _ title: String, _ fund: String, _ year: Int, _ measure: String
  ) -> UpdateFindings.Headline {
    both(title, .share, ReportRow(.summary, ["\(year)", fund, measure, "probability", "probability"]))
  }

  private func amount(
    _ title: String, _ fund: String, _ year: Int, _ measure: String, _ statistic: String
  ) -> UpdateFindings.Headline {
    let currency = assumptions.book.centre.budgetCurrency.code
    return both(
      title, .money, ReportRow(.summary, ["\(year)", fund, measure, currency, statistic]), scale: 100)
  }

  private func indicator(
    _ title: String, _ fund: String, _ year: Int, _ id: String, _ unit: UpdateFindings.Headline.Unit
  ) -> UpdateFindings.Headline {
    both(
      title, unit,
      ReportRow(.indicators, ["\(year)", fund, IndicatorRow.Basis.central.rawValue, id, "value"]),
      scale: unit == .money ? 100 : 1)
  }
}
