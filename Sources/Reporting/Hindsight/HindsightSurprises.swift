import Forecasting
import Judgement

/// Cells that came otherwise than told.
enum Surprise {
  /// Cells of a fund, the farthest from the told middle first; those on it are left out.
  static func ranked(_ fund: ForecastAudit.FundAudit) -> [ForecastAudit.Cell] {
    let told = fund.cells.filter { $0.contributor != FrozenForecast.newContributors }
    let all = told + fund.years.flatMap(\.newcomers)
    return all.filter { $0.distance > 0 || $0.came < 0 }.enumerated().sorted { left, right in
      // Equal distances keep the order of the run.
      left.element.distance == right.element.distance
        ? left.offset < right.offset : left.element.distance > right.element.distance
    }.map(\.element)
  }
}

/// A cell in a plain sentence.
struct SurpriseWording {
  private let report: HindsightReport

  init(_ report: HindsightReport) { self.report = report }

  /// `Türkiye 2022: 8,644,752 came; told was a chance of 58.9 % ...: above the 95 % mark.`
  func sentence(_ cell: ForecastAudit.Cell) -> String {
    let head = "\(report.name(cell.contributor)) \(cell.year): \(came(cell))"
    guard let told = cell.told else { return "\(head); the run had no forecast for this contributor." }
    return "\(head); told was \(self.told(told)): \(verdict(cell))."
  }

  private func came(_ cell: ForecastAudit.Cell) -> String {
    if cell.came < 0 { return "\(Number.units(Double(-cell.came))) was taken back, scored as nothing" }
    return cell.came == 0 ? "nothing came" : "\(Number.units(cell.outcome)) came"
  }

  private func told(_ told: PredictiveDistribution) -> String {
    let gives = 1 - told.zeroProbability
    guard gives > 0 else { return "that nothing would come" }
    return
      "a chance of \(Number.percent(gives)) of a gift, \(Number.units(told.mean)) on average and at most "
      + "\(Number.units(told.quantiles[ForecastAudit.Cell.high])) in 95 of 100 futures"
  }

  private func verdict(_ cell: ForecastAudit.Cell) -> String {
    switch cell.standing {
    case .above: "above the 95 % mark"
    case .below: "below the 5 % mark"
    case .within, nil: "within the told range"
    }
  }
}
