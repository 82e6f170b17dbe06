import Budgeting
import Testing
import Vectors

/// Eight paths at once are eight paths one after the other.
@Suite("eight paths at once")
struct LaneTests {
  @Test("each lane is what its receipts alone give, in every field", arguments: [false, true])
  func alone(isExpected: Bool) {
    for number in 0..<400 {
      var dice = Dice(number)
      let plan = dice.plan(interest: number % 2 == 0)
      let months = timeline(dice.pick(["2021-01", "2021-08"]), horizon: 2022)
      let paths = (0..<Lanes.count).map { _ in dice.receipts(months.monthCount, of: plan) }
      // With plenty expected months alone respond; otherwise years decide as well.
      let expected = months.years.map { _ in isExpected ? 1e12 : dice.cents(40_000) }
      var kernel = FundKernel(plan: plan, timeline: months, expected: expected)
      let eight = kernel.run(paths, byUnit: true)
      #expect(!eight.broken(of: plan, timeline: months).any, "case \(number)")
      for (lane, receipts) in paths.enumerated() {
        let one = kernel.run(receipts: receipts, byUnit: true)
        #expect(eight.accounts(lane: lane) == one, "case \(number), lane \(lane)")
      }
    }
  }

  @Test("eights that run a month beside each other are what each is alone")
  func beside() {
    for number in 0..<60 {
      var dice = Dice(number)
      let plan = dice.plan(interest: number % 2 == 0)
      let months = timeline(dice.pick(["2021-01", "2021-08"]), horizon: 2022)
      let expected = months.years.map { _ in dice.cents(40_000) }
      let kernel = FundKernel(plan: plan, timeline: months, expected: expected)
      let eights = (0..<3).map { _ in
        (0..<Lanes.count).map { _ in dice.receipts(months.monthCount, of: plan) }
      }
      let store = LaneStore(eights: 3 * months.monthCount)
      let column = store.column(3 * months.monthCount)
      for (eight, paths) in eights.enumerated() {
        for month in 0..<months.monthCount {
          for lane in 0..<Lanes.count { column[eight * months.monthCount + month][lane] = paths[lane][month] }
        }
      }
      let room = LaneAccounts(
        years: months.years.count, months: months.monthCount, units: plan.units.count)
      var (kernels, accounts) = (Array(repeating: kernel, count: 3), Array(repeating: room, count: 3))
      withExtendedLifetime(store) { FundKernel.run(&kernels, receipts: column, into: &accounts) }
      for (eight, paths) in eights.enumerated() {
        var alone = kernel
        let one = alone.run(paths, byUnit: false)
        for lane in 0..<Lanes.count {
          #expect(accounts[eight].accounts(lane: lane) == one.accounts(lane: lane), "case \(number)")
        }
      }
    }
  }

  @Test("the state of one run leaves nothing to the next, and spending by unit is kept only when asked for")
  func again() {
    for number in 0..<100 {
      var dice = Dice(number)
      let plan = dice.plan(interest: false)
      let months = timeline(horizon: 2022)
      let paths = (0..<Lanes.count).map { _ in dice.receipts(months.monthCount, of: plan) }
      var kernel = FundKernel(plan: plan, timeline: months, expected: [20_000, 20_000])
      let first = kernel.run(paths, byUnit: true)
      let second = kernel.run(paths, byUnit: false)
      for lane in paths.indices {
        #expect(first.accounts(lane: lane).years == second.accounts(lane: lane).years, "case \(number)")
        #expect(second.accounts(lane: lane).paidByUnit.allSatisfy { $0 == 0 }, "case \(number)")
      }
    }
  }

  @Test("a cent too many in one lane is found in that lane alone", arguments: 0..<Lanes.count)
  func corrupted(lane: Int) {
    let plan = plan(
      [unit("activities", monthly: Array(repeating: 1000, count: 24), .postpone(step: 0))],
      opening: 5000, reserve: [0, 0], commitments: 300)
    let months = timeline(horizon: 2022)
    var kernel = FundKernel(plan: plan, timeline: months, expected: [1e12, 1e12])
    let sound = kernel.run(
      Array(repeating: receipts([3: 4000, 14: 9000], count: 24), count: Lanes.count), byUnit: false)
    #expect(!sound.broken(of: plan, timeline: months).any)
    for field in LaneTests.fields {
      for year in 0...1 {
        var corrupt = sound
        corrupt.years[year][keyPath: field][lane] += 1
        let broken = corrupt.broken(of: plan, timeline: months)
        #expect((0..<Lanes.count).filter { broken[$0] } == [lane])
      }
    }
  }

  private static var fields: [WritableKeyPath<LaneYear, Lanes>] {
    [
      \.openingCash, \.received, \.interest, \.direct, \.separation, \.support, \.settled, \.closingCash,
      \.cutDirect, \.plannedDirect, \.openCommitments,
    ]
  }
}

extension FundKernel {
  /// Runs eight paths of receipts.
  fileprivate mutating func run(_ paths: [[Double]], byUnit: Bool) -> LaneAccounts {
    var receipts = Array(repeating: Lanes(0), count: timeline.monthCount)
    for (lane, path) in paths.enumerated() {
      for month in path.indices { receipts[month][lane] = path[month] }
    }
    var accounts = LaneAccounts(
      years: timeline.years.count, months: timeline.monthCount, units: plan.units.count)
    let store = LaneStore(eights: receipts.count)
    let column = store.column(receipts.count)
    for month in receipts.indices { column[month] = receipts[month] }
    withExtendedLifetime(store) { run(receipts: column, into: &accounts, byUnit: byUnit) }
    return accounts
  }
}
