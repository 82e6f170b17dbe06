import Probability
import Testing

@testable import Giving

@Suite("what others do around a contributor")
struct SurroundingsTests {
  /// Three funds of four contributors each, everyone giving to every fund.
  private let around = Neighbourhood(
    fund: (0..<12).map { $0 / 4 }, contributor: (0..<12).map { $0 % 4 }, funds: 3, contributors: 4,
    isGovernment: (0..<12).map { $0 % 2 == 0 }, dollar: Elementary.log(100))

  /// A past by number: a steady, a lapsed, an alternating one and a single gift, by turns.
  private func past(_ index: Int) -> GivingState {
    let gifts = [[5, 6, 7, 8], [9, 9, 0, 0], [3, 0, 4, 0], [0, 0, 0, 11]][(index + index / 4) % 4]
    return gifts.reduce(GivingState.never) { $1 > 0 ? $0.giving(Double($1)) : $0.missing() }
  }

  private var states: [GivingState] { (0..<12).map(past) }

  @Test("changing one's own past does not move one's own surroundings", arguments: 0..<12)
  func leaveOneOut(_ index: Int) throws {
    let before = around.surroundings(of: states)
    var changed = states
    changed[index] = [9.5, 2, 12, 14].reduce(GivingState.never) { $0.giving($1) }
    let after = around.surroundings(of: changed)
    #expect(after[index].dollar == before[index].dollar)
    #expect(after[index].isGovernment == before[index].isGovernment)
    #expect(abs(after[index].fundActivity - before[index].fundActivity) < 1e-12)
    #expect(abs(after[index].fundBreadth - before[index].fundBreadth) < 1e-12)
    #expect(abs(after[index].fundTrend - before[index].fundTrend) < 1e-12)
    let activity = (after[index].contributorActivity, before[index].contributorActivity)
    #expect(abs(try #require(activity.0) - #require(activity.1)) < 1e-12)
    // Its neighbours in the fund do see the change.
    let neighbour = index / 4 * 4 + (index + 1) % 4
    #expect(after[neighbour].fundTrend != before[neighbour].fundTrend)
  }

  @Test("a fund's renewal rate is that of its other contributors, two of all funds' rate counted beside them")
  func renewal() {
    let (states, seen) = (states, around.surroundings(of: states))
    let overall =
      Double(states.reduce(0) { $0 + $1.renewed }) / Double(states.reduce(0) { $0 + $1.asked })
    for index in states.indices {
      let others = (0..<12).filter { $0 / 4 == index / 4 && $0 != index }.map { states[$0] }
      let (asked, renewed) = (others.reduce(0) { $0 + $1.asked }, others.reduce(0) { $0 + $1.renewed })
      let rate = (Double(renewed) + 2 * overall) / (Double(asked) + 2)
      let expected = Neighbourhood.logit(rate) - Neighbourhood.logit(overall)
      #expect(abs(seen[index].fundRenewal - expected) < 1e-12)
    }
  }

  @Test("few observations count little: one faithful neighbour says less than twenty")
  func shrinkage() {
    func seen(_ neighbours: Int) -> Surroundings {
      let all = neighbours + 1
      let around = Neighbourhood(
        fund: Array(repeating: 0, count: all), contributor: Array(0..<all), funds: 1, contributors: all,
        isGovernment: Array(repeating: true, count: all), dollar: Elementary.log(100))
      let faithful = [9.0, 9, 9].reduce(GivingState.never) { $0.giving($1) }
      return around.surroundings(of: [.never] + Array(repeating: faithful, count: neighbours))[0]
    }
    let plain = Neighbourhood.logit(0.3)
    #expect(abs(seen(0).fundActivity - plain) < 1e-12)
    #expect(plain < seen(1).fundActivity && seen(1).fundActivity < seen(20).fundActivity)
    #expect(abs(Elementary.logistic(seen(1).fundActivity) - (1 + 2 * 0.3) / 3) < 1e-12)
    #expect(seen(20).contributorActivity == nil)
    #expect(abs(seen(20).fundBreadth - Elementary.log(21)) < 1e-12)
  }

  @Test("levels are known once anybody gave, and lie near those of the fund's others")
  func levels() throws {
    #expect(around.surroundings(of: Array(repeating: .never, count: 12)).allSatisfy { $0.level == nil })
    var low = Array(repeating: GivingState.never, count: 12)
    for index in 1..<4 { low[index] = GivingState.never.giving(8) }
    for index in 5..<8 { low[index] = GivingState.never.giving(14) }
    let seen = around.surroundings(of: low)
    #expect(try #require(seen[0].level) < 11 && #require(seen[4].level) > 11)
  }

  @Test("nobody, and a single series, have finite surroundings")
  func few() {
    let nobody = Neighbourhood(
      fund: [], contributor: [], funds: 0, contributors: 0, isGovernment: [], dollar: 0)
    #expect(nobody.surroundings(of: []).isEmpty)
    let single = Neighbourhood(
      fund: [0], contributor: [0], funds: 1, contributors: 1, isGovernment: [true], dollar: 0)
    let seen = single.surroundings(of: [GivingState.never.giving(3).giving(3)])[0]
    #expect(seen.fundRenewal.isFinite && seen.fundActivity.isFinite && seen.fundTrend == 0)
    #expect(seen.level == 3)
  }
}
