import Budgeting
import Finance
import Giving
import Measures
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// Indicators of who gives: members, those that come and go, and attainment one by one.
extension IndicatorTable {
  func breadthRows(_ index: Int) -> [IndicatorRow] {
    guard let record = records[index] else { return [] }
    let fund = ensemble.assumptions.funds[index].fund.id
    return record.history.years.flatMap { year -> [IndicatorRow] in
      let isRecorded = year <= record.lastRecorded
      return (isRecorded ? turnover(record, year, fund) : sharesOfMembers(fund, year))
        + attainments(record, year, fund, isRecorded ? .recorded : .central)
    }
  }

  private func turnover(_ record: FundRecord, _ year: Int, _ fund: String) -> [IndicatorRow] {
    let counts = record.history.turnover(year).map {
      [
        ("new-contributors", $0.new), ("lapsed-contributors", $0.lapsed),
        ("returned-contributors", $0.returned),
      ]
    }
    let window = year - record.history.years.lowerBound + 1
    let rows = (counts ?? []).compactMap {
      row(
        $0.0, Double($0.1), year: year, fund: fund, basis: .recorded, source: "ledger, record to \(year)",
        window: window)
    }
    return rows + [memberShare(record, year, fund)].compactMap { $0 }
  }

  private func memberShare(_ record: FundRecord, _ year: Int, _ fund: String) -> IndicatorRow? {
    let members = members(in: year)
    guard !members.isEmpty else { return nil }
    let place = year - record.history.years.lowerBound
    let giving = zip(record.contributors, record.history.amounts).count {
      members.contains($0.0) && $0.1[place] > 0
    }
    return row(
      "contributing-members-share", Double(giving) / Double(members.count), year: year, fund: fund,
      basis: .recorded, source: "ledger")
  }

  /// Of a projected year: the distribution of contributing members over their number.
  private func sharesOfMembers(_ fund: String, _ year: Int) -> [IndicatorRow] {
    let count = Double(members(in: year).count)
    guard count > 0 else { return [] }
    return summaryRows("contributing-members", fund: fund, year: year).compactMap { counted in
      row(
        "contributing-members-share", counted.value.map { $0 / count }, year: year, fund: fund,
        basis: .simulated, statistic: counted.statistic, source: counted.source)
    }
  }

  private func members(in year: Int) -> Set<String> {
    Set(
      book.contributors.values.filter { $0.kind != .adjustment && $0.spell(in: year).councilMember }.map(\.id)
    )
  }

  // MARK: Attainment

  /// Received over recommended level, by member and by group: `contributor:ID` and `group:NAME`.
  private func attainments(
    _ record: FundRecord, _ year: Int, _ fund: String, _ basis: IndicatorRow.Basis
  ) -> [IndicatorRow] {
    let asked = core.givers(record.contributors, year: year)
    let place = year - record.history.years.lowerBound
    let parts = record.contributors.indices.filter { asked.level[$0] > 0 }.map { giver in
      (
        contributor: record.contributors[giver],
        group: book.contributors[record.contributors[giver]]?.spell(in: year).group,
        received: record.history.amounts[giver][place], level: asked.level[giver]
      )
    }
    func row(_ statistic: String, _ received: Double, _ level: Double) -> IndicatorRow? {
      self.row(
        "attainment", Predictability.attainment(received: received, recommended: level), year: year,
        fund: fund, basis: basis, statistic: statistic,
        source: basis == .recorded ? "ledger" : "central projection",
        files: [.levels, .contributions, .agreements])
    }
    let groups = ContributorGroup.allCases.compactMap { group -> IndicatorRow? in
      let own = parts.filter { $0.group == group }
      guard !own.isEmpty else { return nil }
      return row(
        "group:\(group.rawValue)", own.reduce(0) { $0 + $1.received }, own.reduce(0) { $0 + $1.level })
    }
    return groups + parts.compactMap { row("contributor:\($0.contributor)", $0.received, $0.level) }
  }
}
