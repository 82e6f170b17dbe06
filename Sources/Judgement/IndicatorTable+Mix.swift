import Finance
import Measures
import Outlook
import Records
import Simulation

/// Indicators of the whole centre: where the money comes from.
extension IndicatorTable {
  var mixRows: [IndicatorRow] {
    let sources = FundingSources(ensemble.assumptions)
    let funds = sources.funds(in: "all")
    let core = sources.funds(in: "core")
    let recorded = sources.recordedYears.flatMap { year in
      mix(
        sources.cash(funds, window: year...year, on: ensemble.central),
        core: sources.cash(core, window: year...year, on: ensemble.central),
        year: year, basis: .recorded, source: "ledger")
    }
    let projected = years.flatMap { year in
      mix(
        sources.cash(funds, window: year.year...year.year, on: ensemble.central),
        core: sources.cash(core, window: year.year...year.year, on: ensemble.central), year: year.year,
        basis: .central,
        source: "central projection") + simulatedMix(year.year)
    }
    return recorded + projected
  }

  private func mix(
    _ all: (extrabudgetary: Double, regular: Double), core: (extrabudgetary: Double, regular: Double),
    year: Int, basis: IndicatorRow.Basis, source: String
  ) -> [IndicatorRow] {
    let share = FundingMix.extrabudgetaryShare(extrabudgetary: all.extrabudgetary, regularBudget: all.regular)
    let strict = FundingMix.extrabudgetaryShare(
      extrabudgetary: core.extrabudgetary, regularBudget: core.regular)
    let extra = definitions["extrabudgetary-share"]?.threshold.flatMap {
      FundingMix.extraToRestore(
        extrabudgetary: all.extrabudgetary, regularBudget: all.regular, threshold: $0)
    }
    return [
      ("extrabudgetary-share", share), ("extrabudgetary-share-strict", strict),
      ("extra-contribution-needed", extra),
    ].compactMap { row($0.0, $0.1, year: year, fund: "all", basis: basis, source: source) }
  }

  private func simulatedMix(_ year: Int) -> [IndicatorRow] {
    summaryRows("extrabudgetary-share", fund: MeasureName.centre, year: year)
  }
}
