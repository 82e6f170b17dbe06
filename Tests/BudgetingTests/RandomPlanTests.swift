import Budgeting
import Finance
import Testing

/// Laws that hold for every plan and every stream of receipts.
@Suite("random plans")
struct RandomPlanTests {
  static let cases = 2500

  @Test("identities hold, spending keeps to the plan, a gap needs a shortfall")
  func laws() {
    var gaps = 0
    var shortfalls = 0
    for number in 0..<RandomPlanTests.cases {
      var dice = Dice(number)
      let plan = dice.plan(interest: number % 2 == 0)
      let months = timeline(dice.pick(["2021-01", "2021-08"]), horizon: 2022)
      let result = accounts(of: plan, over: months, dice.receipts(months.monthCount, of: plan))
      #expect(result.brokenIdentity(of: plan, timeline: months) == nil, "case \(number)")
      var clean = true
      for (index, year) in result.years.enumerated() {
        clean = clean && year.shortfall == 0
        #expect(year.direct <= year.plannedDirect, "case \(number)")
        #expect(year.cutDirect >= 0 && year.shortfall >= 0 && year.breach >= 0, "case \(number)")
        #expect((year.shortfall > 0) == (year.shortfallMonth >= 0), "case \(number)")
        if clean { #expect(year.fundingGap == 0 && year.separation == 0, "case \(number)") }
        let paid = plan.units.indices.reduce(0) { $0 + result.paidByUnit[index * plan.units.count + $1] }
        #expect(paid == year.direct, "case \(number)")
        let ends = result.monthEndCash[months.months(of: index)]
        #expect(ends.min() == year.lowestCash, "case \(number)")
        gaps += year.fundingGap > 0 ? 1 : 0
        shortfalls += year.shortfall > 0 ? 1 : 0
      }
    }
    // The cases are of both kinds, or the laws above say little.
    let years = 2 * RandomPlanTests.cases
    #expect(gaps > years / 10 && gaps < years * 9 / 10)
    #expect(shortfalls > years / 10 && shortfalls < years * 9 / 10)
  }

  @Test("with any projection identities hold and cuts stay within the plan")
  func decisions() {
    var ended = 0
    for number in 0..<RandomPlanTests.cases {
      var dice = Dice(number)
      let plan = dice.plan(interest: false)
      let months = timeline(dice.pick(["2021-01", "2021-08"]), horizon: 2022)
      let receipts = dice.receipts(months.monthCount, of: plan)
      let expected = months.years.map { _ in dice.cents(40_000) }
      let result = accounts(of: plan, over: months, receipts, expected: expected)
      #expect(result.brokenIdentity(of: plan, timeline: months) == nil, "case \(number)")
      for year in result.years {
        #expect(year.cutDirect >= 0 && year.direct <= year.plannedDirect, "case \(number)")
        ended += year.postsEnded
      }
    }
    #expect(ended > 0)
  }

  @Test("more receipts never make the first year's shortfall larger")
  func monotone() {
    for number in 0..<RandomPlanTests.cases {
      var dice = Dice(number)
      let plan = dice.plan(interest: false)
      let months = timeline(horizon: 2021)
      let short = FundPlan(
        fund: plan.fund, units: plan.units.map { dice.firstYear(of: $0) },
        reserveRequired: plan.reserveRequired, openingCash: plan.openingCash,
        openCommitments: plan.openCommitments, monthlyInterest: 0, steps: plan.steps,
        drawReserveStep: plan.drawReserveStep)
      let less = dice.receipts(12, of: plan)
      let more = less.map { $0 + dice.cents(2000) }
      let before = accounts(of: short, over: months, less).years[0].shortfall
      let after = accounts(of: short, over: months, more).years[0].shortfall
      #expect(after <= before, "case \(number)")
    }
  }
}
