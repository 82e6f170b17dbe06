import Budgeting
import Finance
import Giving
import Measures
import Outlook
import Records
import Simulation

/// Indicators as distributions over all paths.
extension IndicatorTable {
  private static let source = "simulated paths"

  /// The quantiles that are told of an indicator.
  static let levels = [0.05, 0.5, 0.95]
  private static let levelNames = ["q05", "q50", "q95"]

  /// What a run measures so that indicators can be told of all its paths.
  static func measures(_ assumptions: Assumptions) -> [any PathMeasure] {
    let core = CoreGivers(assumptions)
    let years = assumptions.timeline.years.indices
    let sources = FundingSources(assumptions)
    let shares = assumptions.timeline.years.map { year in
      MixMeasure(
        share: MeasureName("extrabudgetary-share", fund: MeasureName.centre, year: year.year),
        sources.columns(sources.funds(in: "all"), window: year.year...year.year))
    }
    return core.coreFunds.flatMap { fund -> [any PathMeasure] in
      let recorded = RecordedYear.all(
        of: assumptions.funds[fund].fund, in: assumptions.book, before: assumptions.timeline.years[0].year)
      return years.flatMap { year -> [any PathMeasure] in
        let window = WindowMeasure(core, fund: fund, year: year, recorded: recorded)
        return [
          GivingMeasure(core, fund: fund, year: year), ReserveMeasure(assumptions, fund: fund, year: year),
        ] + (window.map { [$0] } ?? [])
      }
    } + shares
  }

  func simulatedRows(_ index: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund.id
    let measured = GivingMeasure.indicators + ReserveMeasure.indicators
    return years.indices.flatMap { year in
      measured.flatMap { summaryRows($0, fund: fund, year: years[year].year) }
        + accountRows(index, year: year) + riskRows(index, year: year)
    }
  }

  /// Indicators that are amounts of the accounts.
  private func accountRows(_ index: Int, year: Int) -> [IndicatorRow] {
    let amounts: [(String, FundMeasure)] = [
      ("lowest-month-cash", .lowestCash), ("funding-gap", .fundingGap),
    ]
    return amounts.flatMap { id, measure in
      let summary = ensemble.summary(measure, fund: index, year: year, levels: IndicatorTable.levels)
      return rows(id, summary, fund: ensemble.assumptions.funds[index].fund.id, year: years[year].year)
    }
  }

  /// Probabilities, each with its Monte Carlo error and 95 % Wilson interval.
  private func riskRows(_ index: Int, year: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund.id
    return YearEvent.allCases.flatMap { event in
      frequencyRows(
        event.rawValue, ensemble.frequency(of: event, fund: index, year: year), fund: fund,
        year: years[year].year)
    }
  }

  func frequencyRows(_ id: String, _ frequency: Frequency, fund: String, year: Int) -> [IndicatorRow] {
    let interval = frequency.interval
    let statistics = [
      ("probability", frequency.probability), ("mcse", frequency.error), ("wilson-lower", interval.lower),
      ("wilson-upper", interval.upper),
    ]
    return statistics.compactMap {
      row(
        id, $0.1, year: year, fund: fund, basis: .simulated, statistic: $0.0, source: IndicatorTable.source)
    }
  }

  /// A measured indicator.
  func summaryRows(_ id: String, fund: String, year: Int) -> [IndicatorRow] {
    let name = MeasureName(id, fund: fund, year: year)
    return rows(id, ensemble.summary(name, levels: IndicatorTable.levels), fund: fund, year: year)
  }

  private func rows(_ id: String, _ summary: Summary?, fund: String, year: Int) -> [IndicatorRow] {
    guard let summary else { return [] }
    let statistics =
      [("mean", summary.mean), ("mcse", summary.meanError)]
      + zip(IndicatorTable.levelNames, summary.quantiles)
    return statistics.compactMap {
      row(
        id, $0.1, year: year, fund: fund, basis: .simulated, statistic: $0.0, source: IndicatorTable.source)
    }
  }
}
