import Budgeting
import Finance
import Giving
import Judgement
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// Whom a council may ask: the host, or a group of contributors. Never a single member beside the host.
enum AskedParty: Hashable, CaseIterable {
  case host
  case group(ContributorGroup)

  static let allCases = [AskedParty.host] + ContributorGroup.allCases.map(AskedParty.group)
}

/// What one scenario does, in the few figures a council decides on; amounts in cents of the budget currency.
struct BriefOption {
  let reader: FindingsReader
  let shortfall: Frequency
  /// The same with agreements kept as they usually are, and with every one of them kept for certain; `nil` where no
  /// option of the brief supposes the latter.
  let shortfallOfAgreements: (usual: Frequency, kept: Frequency)?
  let breach: Frequency
  /// At the end of the last year, on the money expected.
  let closingCash: Double
  /// What cash then reaches in 90 of 100 futures: its 10 % quantile.
  let lowCash: Double?
  let reserveRequired: Double
  /// The host's share of core money in the first projected year; `nil` without a host or money.
  let hostShare: Double?
  /// Recommended levels that the scenario collects in place of habit, a year on average of the projection; whoever is
  /// not asked is not in it.
  let asked: OrderedDictionary<AskedParty, Double>
  /// Amounts that the scenario sets, in the same way: nobody is asked for them.
  let supposed: OrderedDictionary<AskedParty, Double>

  /// - Parameter counterpart: the same option with the other supposition about agreements.
  init(_ reader: FindingsReader, counterpart: Ensemble? = nil) {
    self.reader = reader
    let (ensemble, fund, last) = (reader.findings.ensemble, reader.mainFund, reader.years.count - 1)
    shortfall = ensemble.frequency(of: .shortfall, fund: fund, by: last)
    breach = ensemble.frequency(of: .breach, fund: fund, by: last)
    let other = counterpart?.frequency(of: .shortfall, fund: fund, by: last)
    let own = shortfall
    shortfallOfAgreements = other.map { reader.assumptions.scenario.keepsAgreements ? ($0, own) : (own, $0) }
    let closing = ensemble.central.accounts[fund].years[last]
    (closingCash, reserveRequired) = (closing.closingCash, closing.reserveRequired)
    lowCash = ensemble.summary(.closingCash, fund: fund, year: last)?.quantiles[1]
    hostShare = reader.book.centre.host == nil ? nil : reader.value("host-share", reader.years[0].year)
    let isSet = BriefOption.contributorsSet(reader.assumptions.scenario)
    asked = BriefOption.fixed(reader) { !isSet.contains($0) }
    supposed = BriefOption.fixed(reader) { isSet.contains($0) }
  }

  var askedInAll: Double { asked.values.reduce(0, +) }

  // MARK: What is asked

  /// Whose contribution the scenario sets.
  private static func contributorsSet(_ scenario: Scenario) -> Set<String> {
    Set(
      scenario.changes.compactMap { change in
        if case .setContribution(let gift) = change.kind { gift.contributor } else { nil }
      })
  }

  /// Fixed gifts as resolved, and agreements that the scenario writes, to the core funds.
  private static func fixed(
    _ reader: FindingsReader, of isMeant: (_ contributor: String) -> Bool
  ) -> OrderedDictionary<AskedParty, Double> {
    let funds = reader.coreFunds.map { reader.assumptions.funds[$0].fund.id }
    let years = reader.years
    var sums: OrderedDictionary<AskedParty, Double> = [:]
    for plan in reader.assumptions.givers
    where funds.contains(plan.giver.fund) && isMeant(plan.giver.contributor) {
      for (year, gift) in zip(years, plan.fixed) {
        guard let gift else { continue }
        sums[party(plan.giver.contributor, year.year, reader.book), default: 0] += gift.remembered
      }
    }
    for case .setContribution(let gift) in reader.assumptions.scenario.changes.map(\.kind)
    where gift.isAgreed && funds.contains(gift.fund) && isMeant(gift.contributor) {
      let cents = reader.book.inBudgetCurrency(gift.amount, on: .day(reader.assumptions.scenario.asOf))
      for year in years where gift.years.contains(year.year) {
        sums[party(gift.contributor, year.year, reader.book), default: 0] += Double(cents ?? 0)
      }
    }
    var yearly: OrderedDictionary<AskedParty, Double> = [:]
    for party in AskedParty.allCases {
      if let sum = sums[party] { yearly[party] = (sum / Double(years.count) / 100).rounded() * 100 }
    }
    return yearly
  }

  private static func party(_ contributor: String, _ year: Int, _ book: Book) -> AskedParty {
    if contributor == book.centre.host { return .host }
    return .group(book.contributors[contributor]?.spell(in: year).group ?? .nonGovernment)
  }
}
