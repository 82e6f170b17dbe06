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

  func simulatedRows(_ index: Int) -> [IndicatorRow] {
    years.indices.flatMap { year in
      givingRows(index, year: year) + accountRows(index, year: year) + riskRows(index, year: year)
    }
  }

  /// Indicators of who gives how much.
  private func givingRows(_ index: Int, year: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund.id
    let own = giverIndices(of: fund)
    let names = own.map { ensemble.assumptions.givers[$0].giver.contributor }
    let givers = givers(names, year: years[year].year)
    let columns = own.map { Array(ensemble.received(giver: $0, year: year)) }
    let hasMembers = givers.isMember.contains(true)
    let before = own.map { begun($0, fund: index, year: year) }
    let wanted = [
      "core-receipts", "host-receipts", "voluntary-core-receipts", "host-share", "hhi",
      "effective-contributors", "contributing-members",
    ]
    var values = wanted.map { _ in [Double](repeating: .nan, count: ensemble.paths) }
    var received = [Double](repeating: 0, count: own.count)
    for path in 0..<ensemble.paths {
      for giver in own.indices { received[giver] = columns[giver][path] + before[giver] }
      let measured = GivingIndicators(received, givers)
      values[0][path] = measured.core
      values[1][path] = measured.host
      values[2][path] = measured.core - measured.host
      values[3][path] = measured.hostShare
      values[4][path] = measured.herfindahl
      values[5][path] = 1 / measured.herfindahl
      values[6][path] = hasMembers ? measured.members : .nan
    }
    return zip(wanted, values).flatMap { summaryRows($0, $1, fund: fund, year: year) }
  }

  /// Indicators of cash and reserve.
  private func accountRows(_ index: Int, year: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund.id
    let required = ensemble.central.accounts[index].years[year].reserveRequired
    let free = ensemble.values(.freeCash, fund: index, year: year)
    let spent = ensemble.values(.spent, fund: index, year: year)
    let closing = ensemble.values(.closingCash, fund: index, year: year)
    let length = ensemble.assumptions.timeline.months(of: year).count
    let ratios = free.map { Resilience.reserveRatio(balance: $0, required: required) ?? .nan }
    let months = zip(closing, spent).map {
      Resilience.monthsOfSpending(cash: $0, spending: $1, months: length) ?? .nan
    }
    return summaryRows("reserve-ratio", ratios, fund: fund, year: year)
      + summaryRows("months-of-spending", months, fund: fund, year: year)
      + summaryRows(
        "lowest-month-cash", Array(ensemble.values(.lowestCash, fund: index, year: year)), fund: fund,
        year: year)
      + summaryRows(
        "funding-gap", Array(ensemble.values(.fundingGap, fund: index, year: year)), fund: fund, year: year)
  }

  /// Probabilities, each with its Monte Carlo error and 95 % Wilson interval.
  private func riskRows(_ index: Int, year: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund.id
    let events: [(String, FundMeasure, (Double) -> Bool)] = [
      ("shortfall", .shortfall, { $0 > 0 }), ("breach", .breach, { $0 > 0 }),
      ("cash-out", .lowestCash, { $0 < 0 }),
    ]
    return events.flatMap { id, measure, happens in
      frequencyRows(
        id, Frequency(ensemble.values(measure, fund: index, year: year), where: happens), fund: fund,
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

  func summaryRows(_ id: String, _ values: [Double], fund: String, year: Int) -> [IndicatorRow] {
    guard let summary = Summary(values) else { return [] }
    let statistics =
      [("mean", summary.mean), ("mcse", summary.meanError)]
      + zip(Summary.names, summary.quantiles).filter { ["q05", "q50", "q95"].contains($0.0) }
    return statistics.compactMap {
      row(
        id, $0.1, year: years[year].year, fund: fund, basis: .simulated, statistic: $0.0,
        source: IndicatorTable.source)
    }
  }
}

/// The giving indicators of one path, without the parts that do not vary.
private struct GivingIndicators {
  var core = 0.0
  var host = 0.0
  var hostShare = Double.nan
  var herfindahl = Double.nan
  var members = 0.0

  init(_ received: [Double], _ givers: Givers) {
    var positive = 0.0
    for index in received.indices {
      core += received[index]
      positive += max(received[index], 0)
      if givers.isHost[index] { host += received[index] }
      if givers.isMember[index], received[index] > 0 { members += 1 }
    }
    guard positive > 0 else { return }
    hostShare = max(host, 0) / positive
    herfindahl = Concentration.herfindahl(received) ?? .nan
  }
}
