import Probability

/// What others do around a contributor: in its fund, and the contributor itself in other funds.
///
/// All rates leave the contributor's own series in the fund out, and few observations count little. What they are
/// drawn toward (the renewal of all funds, the mean level of all) counts every series, its own too.
public struct Surroundings: Sendable, Equatable, Codable {
  /// Logarithm of the cents that one United States dollar is: what sizes are measured in.
  public var dollar: Double
  public var isGovernment: Bool
  /// logit of the fund's renewal rate less the logit of all funds'.
  public var fundRenewal: Double
  /// logit of the share of the contributor's other funds it gave to in the last year; `nil`: none is known.
  public var contributorActivity: Double?
  /// logit of the share of the fund's other contributors that gave in the last year.
  public var fundActivity: Double
  /// ln(1 + the number of them).
  public var fundBreadth: Double
  /// What others like it give: the fund's mean level and the contributor's departure from it elsewhere
  /// (logarithm of cents); `nil`: nobody gave yet.
  public var level: Double?
  /// Mean bounded ln(last gift / the one before) of the fund's other contributors.
  public var fundTrend: Double
}

/// Series that surround one another: who gives to which fund.
struct Neighbourhood {
  /// Fund and contributor of each series.
  let fund: [Int]
  let contributor: [Int]
  let funds: Int
  let contributors: Int
  let isGovernment: [Bool]
  let dollar: Double

  /// The surroundings of every series in the given states.
  func surroundings(of states: [GivingState]) -> [Surroundings] {
    let renewal = LeaveOneOut(states, { Double($0.asked) }, { Double($0.renewed) })
    let overall = min(max(renewal.count == 0 ? 0.7 : renewal.total / renewal.count, 0.02), 0.98)
    let renewals = renewal.sums(by: fund, count: funds)
    let activity = LeaveOneOut(states, { $0.gifts > 0 ? 1 : 0 }, { $0.streak > 0 ? 1 : 0 })
    let fundActivity = activity.sums(by: fund, count: funds)
    let ownActivity = activity.sums(by: contributor, count: contributors)
    let trend = LeaveOneOut(
      states, { $0.streak > 0 && $0.before != nil ? 1 : 0 },
      { state in state.streak > 0 ? Neighbourhood.step(state) : 0 }
    ).sums(by: fund, count: funds)
    let levels = levels(of: states)
    return states.indices.map { index in
      Surroundings(
        dollar: dollar, isGovernment: isGovernment[index],
        fundRenewal: Neighbourhood.logit(renewals[index].rate(prior: overall, weight: 2))
          - Neighbourhood.logit(overall),
        contributorActivity: ownActivity[index].count == 0
          ? nil : Neighbourhood.logit(ownActivity[index].rate(prior: 0.3, weight: 2)),
        fundActivity: Neighbourhood.logit(fundActivity[index].rate(prior: 0.3, weight: 2)),
        fundBreadth: Elementary.log(1 + fundActivity[index].total), level: levels[index],
        fundTrend: trend[index].rate(prior: 0, weight: 3))
    }
  }

  /// Fund's mean level (one giver of the mean level counted beside it) plus the contributor's mean departure in
  /// other funds (one departure of zero counted beside it).
  private func levels(of states: [GivingState]) -> [Double?] {
    let all = LeaveOneOut(states, { $0.usual == nil ? 0 : 1 }, { $0.usual ?? 0 })
    guard all.count > 0 else { return states.map { _ in nil } }
    let mean = all.total / all.count
    let ofFund = all.sums(by: fund, count: funds).map { $0.rate(prior: mean, weight: 1) }
    let departures = LeaveOneOut(
      counts: all.counts,
      values: zip(states, ofFund).map { state, level in state.usual.map { $0 - level } ?? 0 })
    return zip(ofFund, departures.sums(by: contributor, count: contributors)).map {
      $0 + $1.rate(prior: 0, weight: 1)
    }
  }

  private static func step(_ state: GivingState) -> Double {
    guard let last = state.last, let before = state.before else { return 0 }
    return min(max(last - before, -2), 2)
  }

  static func logit(_ share: Double) -> Double { Elementary.log(share / (1 - share)) }
}

/// Sums within groups that leave each member itself out.
private struct LeaveOneOut {
  let counts: [Double]
  let values: [Double]

  struct Rest {
    let count: Double
    let total: Double

    /// Mean of the rest, with `weight` observations of `prior` beside it.
    func rate(prior: Double, weight: Double) -> Double { (total + weight * prior) / (count + weight) }
  }

  init(counts: [Double], values: [Double]) { (self.counts, self.values) = (counts, values) }

  init(_ states: [GivingState], _ count: (GivingState) -> Double, _ value: (GivingState) -> Double) {
    self.init(counts: states.map(count), values: states.map(value))
  }

  var count: Double { counts.reduce(0, +) }
  var total: Double { values.reduce(0, +) }

  func sums(by group: [Int], count groups: Int) -> [Rest] {
    var sums = [(count: Double, total: Double)](repeating: (0, 0), count: groups)
    for index in group.indices {
      sums[group[index]].count += counts[index]
      sums[group[index]].total += values[index]
    }
    return group.indices.map { index in
      Rest(
        count: sums[group[index]].count - counts[index], total: sums[group[index]].total - values[index])
    }
  }
}

extension Surroundings {
  /// Of one about whose fund and other gifts nothing is known; sizes in cents of a dollar.
  public static let unknown = Surroundings(
    dollar: Elementary.log(100), isGovernment: true, fundRenewal: 0, contributorActivity: nil,
    fundActivity: Neighbourhood.logit(0.3), fundBreadth: 0, level: nil, fundTrend: 0)
}
