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
        year: year, basis: .recorded, source: "ledger") + threeYears(sources, funds, year, .recorded)
    }
    let projected = years.flatMap { year in
      mix(
        sources.cash(funds, window: year.year...year.year, on: ensemble.central),
        core: sources.cash(core, window: year.year...year.year, on: ensemble.central), year: year.year,
        basis: .central,
        source: "central projection") + simulatedMix(year.year)
        + threeYears(sources, funds, year.year, .central)
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
    ].compactMap {
      row(
        $0.0, $0.1, year: year, fund: "all", basis: basis,
        source: $0.1 == nil ? "not measurable, because no money was received" : source)
    }
  }

  /// The share of three years together; none where the record does not reach so far back.
  private func threeYears(
    _ sources: FundingSources, _ funds: [Int], _ year: Int, _ basis: IndicatorRow.Basis
  ) -> [IndicatorRow] {
    guard year - 2 >= sources.recordedYears.first ?? years[0].year, basis == .central || isWhole(year) else {
      return []
    }
    let cash = sources.cash(funds, window: year - 2...year, on: ensemble.central)
    let share = FundingMix.extrabudgetaryShare(
      extrabudgetary: cash.extrabudgetary, regularBudget: cash.regular)
    return [
      share.flatMap {
        row(
          "extrabudgetary-share-three-years", $0, year: year, fund: MeasureName.centre, basis: basis,
          source:
            "\(basis == .recorded ? "ledger" : "ledger and central projection"), \(year - 2) to \(year)",
          window: 3)
      }
    ].compactMap { $0 }
  }

  private func simulatedMix(_ year: Int) -> [IndicatorRow] {
    summaryRows("extrabudgetary-share", fund: MeasureName.centre, year: year)
  }
}
