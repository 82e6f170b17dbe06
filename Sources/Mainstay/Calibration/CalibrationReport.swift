import Forecasting
public import Giving
import Probability
import Reporting
import Tabular

/// A fitted reference class with what it was fitted to, before it is told.
public struct CalibrationReport: Sendable {
  public let prior: GivingPrior
  let panel: Panel
  let file: String
  let without: [String]
  public let frequencies: [GivingFrequency]

  /// The panel, observed shares beside the fit, every coefficient, and what is uncertain about a year.
  public var text: String {
    [heading, shares].joined(separator: "\n") + "\n" + coefficients + rest
  }

  private var heading: String {
    guard let held = prior.panel else { return "" }
    let left = without.isEmpty ? "" : ", without \(without.joined(separator: ", "))"
    return BacktestText.paragraphs([
      "\(prior.name): fitted to \(file), \(held.firstYear) to \(held.lastYear)\(left)",
      "The panel holds \(BacktestText.years(panel.years.count)), "
        + "\(BacktestText.grouped(held.contributors)) "
        + "\(held.contributors == 1 ? "contributor" : "contributors"), "
        + "\(BacktestText.funds(held.funds.count)), \(BacktestText.grouped(held.series)) series of a "
        + "contributor to a fund and \(BacktestText.grouped(held.gifts)) gifts. Who gives was learned from "
        + "\(BacktestText.grouped(prior.behaviour.transitions)) contributor-years, how much from "
        + "\(BacktestText.grouped(prior.behaviour.changes)) changed amounts.",
    ])
  }

  private var shares: String {
    let title = "Who gives in the next year"
    let head = row([title, "cases", "gave", "share", "fitted"], CalibrationReport.shareWidths)
    return frequencies.reduce(head) { text, cell in
      text
        + row(
          [
            words(cell.past), BacktestText.grouped(cell.cases), BacktestText.grouped(cell.gave),
            cell.share.map { percent($0) } ?? "-", cell.cases == 0 ? "-" : percent(cell.expected),
          ], CalibrationReport.shareWidths)
    }
  }

  private func words(_ past: GivingFrequency.Past) -> String {
    switch past {
    case .gave(let years):
      "gave \(BacktestText.years(years)) in a row\(years == GivingFrequency.longestStreak ? " or more" : "")"
    case .missed(let years):
      "missed \(BacktestText.years(years))\(years == GivingFrequency.longestGap ? " or more" : "")"
    }
  }
}

// MARK: - Coefficients
extension CalibrationReport {
  private static let shareWidths = [36, 9, 9, 9, 9]
  private static let coefficientWidths = [36, 12, 12]

  private var coefficients: String {
    let behaviour = prior.behaviour
    let tables: [(title: String, fit: FittedCoefficients)] = [
      ("A gift in the next year: logistic regression, log-odds", behaviour.participation),
      ("The same amount again, given a gift: logistic regression, log-odds", behaviour.repeats),
      ("A changed amount, ln(next / last): weighted least squares", behaviour.change),
      ("Spread of a change, ln of its mean distance: gamma regression", behaviour.spread),
    ]
    return tables.map { "\($0.title)\n" + table($0.fit) + "\n" }.joined()
  }

  private func table(_ fit: FittedCoefficients) -> String {
    let head = row(["", "estimate", "std. error"], CalibrationReport.coefficientWidths)
    return fit.names.indices.reduce(head) { text, index in
      text
        + row(
          [
            fit.names[index], BacktestText.loss(fit.means[index]),
            BacktestText.loss(max(fit.covariance[index][index], 0).squareRoot()),
          ], CalibrationReport.coefficientWidths)
    }
  }

  private var rest: String {
    let behaviour = prior.behaviour
    let (year, effects, arrivals) = (behaviour.yearEffect, behaviour.effects, behaviour.arrivals)
    return BacktestText.paragraphs([
      "What one year does to all (standard deviations): \(number(year.participation)) on the log-odds of a "
        + "gift, \(number(year.change)) on ln(next / last).",
      "What is left between contributors and between funds (standard deviations of the log-odds): "
        + "\(number(effects.contributor)) and \(number(effects.fund)).",
      "New contributors: \(number(arrivals.perGiver)) a year for each giver of the year before and one more; "
        + "the median first gift is \(dollars(arrivals.median)) dollars, the standard deviation of its "
        + "logarithm \(number(arrivals.spread)). One that never gave to a fund begins with a chance of "
        + "\(percent(behaviour.firstGift.mean)) a year.",
      "Changed amounts that are round: \(percent(behaviour.rounding.afterRound.mean)) after a round amount, "
        + "\(percent(behaviour.rounding.otherwise.mean)) after another.",
      "fitted: the model's mean chance for the same cases, before any departure of a contributor or a fund "
        + "of its own. Estimates are posterior modes under weak priors about zero; standard errors come from the inverse "
        + "information there. Renewal of agreements is not in such a panel and stays assumed.",
    ])
  }

  private func row(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).enumerated().map { index, cell in
      TextWidth.pad(cell.0, to: cell.1, right: index == 0)
    }.joined() + "\n"
  }

  private func percent(_ share: Double) -> String { "\(CSVCell.fixed(share * 100, decimals: 1)) %" }
  private func number(_ value: Double) -> String { CSVCell.fixed(value, decimals: 2) }
  private func dollars(_ logarithm: Double) -> String {
    BacktestText.grouped(Int(min(Elementary.exp(logarithm), 1e15).rounded()))
  }
}
