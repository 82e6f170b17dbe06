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
  let breach: Frequency
  /// At the end of the last year, on the money expected.
  let closingCash: Double
  /// What cash then reaches in 90 of 100 futures: its 10 % quantile.
  let lowCash: Double?
  let reserveRequired: Double
  /// The host's share of core money in the first projected year; `nil` without a host or money.
  let hostShare: Double?
  /// Set by the scenario in place of agreements and habit, a year on average of the projection; whoever is not asked
  /// is not in it.
  let asked: OrderedDictionary<AskedParty, Double>

  init(_ reader: FindingsReader) {
    self.reader = reader
    let (ensemble, fund, last) = (reader.findings.ensemble, reader.mainFund, reader.years.count - 1)
    shortfall = ensemble.frequency(of: .shortfall, fund: fund, by: last)
    breach = ensemble.frequency(of: .breach, fund: fund, by: last)
    let closing = ensemble.central.accounts[fund].years[last]
    (closingCash, reserveRequired) = (closing.closingCash, closing.reserveRequired)
    lowCash = ensemble.summary(.closingCash, fund: fund, year: last)?.quantiles[1]
    hostShare = reader.book.centre.host == nil ? nil : reader.value("host-share", reader.years[0].year)
    asked = BriefOption.asked(reader)
  }

  var askedInAll: Double { asked.values.reduce(0, +) }

  // MARK: What is asked

  /// Fixed gifts as resolved, and agreements that the scenario writes, to the core funds.
  private static func asked(_ reader: FindingsReader) -> OrderedDictionary<AskedParty, Double> {
    let funds = reader.coreFunds.map { reader.assumptions.funds[$0].fund.id }
    let years = reader.years
    var sums: OrderedDictionary<AskedParty, Double> = [:]
    for plan in reader.assumptions.givers where funds.contains(plan.giver.fund) {
      for (year, gift) in zip(years, plan.fixed) {
        guard let gift else { continue }
        sums[party(plan.giver.contributor, year.year, reader.book), default: 0] += gift.remembered
      }
    }
    for case .setContribution(let gift) in reader.assumptions.scenario.changes.map(\.kind)
    where gift.isAgreed && funds.contains(gift.fund) {
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
