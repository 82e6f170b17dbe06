import Budgeting
import Finance
import Giving
import Measures
import OrderedCollections
import Outlook
import Probability
import Records
import Simulation

/// Indicators over all years of the projection together, and of earmarked money beside the core.
extension IndicatorTable {
  func horizonRows(_ index: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund.id
    let plans = ensemble.central.accounts[index].years.contains { $0.plannedDirect > 0 }
    guard plans else { return [] }
    let last = years.count - 1
    let events = YearEvent.allCases.flatMap { event in
      frequencyRows(
        "\(event.rawValue)-by-horizon", ensemble.frequency(of: event, fund: index, by: last), fund: fund,
        year: years[last].year)
    }
    return events + firstShortfall(index, fund) + tails(index, fund)
  }

  private func firstShortfall(_ index: Int, _ fund: String) -> [IndicatorRow] {
    let first = years.indices.first {
      ensemble.frequency(of: .shortfall, fund: index, by: $0).probability >= 0.5
    }
    return [
      first.flatMap {
        row(
          "first-shortfall-year", Double(years[$0].year), year: years[years.count - 1].year, fund: fund,
          basis: .simulated, source: "simulated paths")
      }
    ].compactMap { $0 }
  }

  private func tails(_ index: Int, _ fund: String) -> [IndicatorRow] {
    years.indices.compactMap { year in
      ensemble.summary(.fundingGap, fund: index, year: year)?.expectedShortfall.flatMap {
        row(
          "funding-gap-es95", $0.value, year: years[year].year, fund: fund, basis: .simulated,
          source: "simulated paths")
      }
    }
  }

  /// How often the rule that is broken most often is broken in some year.
  var mandateRows: [IndicatorRow] {
    let broken = book.centre.mandate.compactMap { MandateAssessment.brokenByHorizon($0, ensemble) }
    guard let worst = broken.max(by: { $0.count < $1.count }) else { return [] }
    return frequencyRows(
      "mandate-breach-by-horizon", worst, fund: MeasureName.centre, year: years[years.count - 1].year)
  }

  // MARK: Earmarked

  var earmarkedRows: [IndicatorRow] {
    let funds = ensemble.assumptions.funds.indices
    guard funds.contains(where: { ensemble.assumptions.funds[$0].fund.purpose == .earmarked }) else {
      return []
    }
    let known = funds.compactMap { fund -> (isCore: Bool, record: FundRecord)? in
      records[fund].map { (ensemble.assumptions.funds[fund].fund.purpose == .core, $0) }
    }
    let first = known.map(\.record.history.years.lowerBound).min() ?? years[0].year
    return (first...years[years.count - 1].year).flatMap { year -> [IndicatorRow] in
      let basis: IndicatorRow.Basis = year < years[0].year ? .recorded : .central
      let held = known.filter { $0.record.history.years.contains(year) }
      let sums = held.map { ($0.isCore, $0.record.history.income(year)) }
      let all = sums.reduce(0) { $0 + $1.1 }
      let earmarked = sums.reduce(0) { $0 + ($1.0 ? 0 : $1.1) }
      let measured = [
        ("earmarked-share", Concentration.share(of: max(earmarked, 0), total: all)),
        ("hhi-with-earmarked", Concentration.herfindahl(together(held.map(\.record), year))),
      ]
      return measured.compactMap { id, value in
        value.flatMap {
          row(
            id, $0, year: year, fund: MeasureName.centre, basis: basis,
            source: basis == .recorded ? "ledger" : "central projection")
        }
      }
    }
  }

  /// What each contributor gave in a year to all funds, in the order of the book.
  private func together(_ records: [FundRecord], _ year: Int) -> [Double] {
    book.contributors.keys.map { contributor in
      records.reduce(0) { sum, record in
        guard let place = record.contributors.firstIndex(of: contributor) else { return sum }
        return sum + record.history.amounts[place][year - record.history.years.lowerBound]
      }
    }
  }
}
