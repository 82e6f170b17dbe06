import Budgeting
import Finance
import Testing

/// Cases worked out by hand, in cents.
@Suite("the accounting kernel")
struct KernelTests {
  @Test("a plan that fits is carried out to the cent")
  func fits() {
    let plan = plan(
      [unit("activities", monthly: FundPlan.phase(76_991_150), .postpone(step: 0))], reserve: [0])
    let result = accounts(of: plan, over: timeline(), receipts([0: 87_000_000]))
    let year = result.years[0]
    #expect(year.direct == 76_991_150)
    #expect(year.support == 10_008_850)
    #expect(year.spent == 87_000_000)
    #expect(year.closingCash == 0)
    #expect((year.shortfall, year.shortfallMonth) == (0, -1))
    #expect(year.fundingGap == 0 && year.breach == 0 && !year.cashOut)
    #expect(result.paidByUnit == [76_991_150])
  }

  @Test("support cost is the rate of the year's direct total, not a sum of rounded months")
  func supportOfTotal() {
    // 4 cents a month: 13 % of one month rounds to 1, of the year's 48 to 6.
    let plan = plan([unit("small", monthly: Array(repeating: 4, count: 12), nil)], reserve: [0])
    let year = accounts(of: plan, over: timeline(), receipts([0: 100])).years[0]
    #expect(year.support == 6)
    #expect(year.closingCash == 100 - 48 - 6)
  }

  @Test("cash that equals the plan with its support cost carries it out, at every amount")
  func exactCash() {
    for direct in 1...3000 {
      let amount = Double(direct)
      let units = [unit("activities", monthly: [amount], .postpone(step: 0))]
      let gross = amount + plan(units, reserve: [0]).support(on: amount)
      let plan = plan(units, opening: gross, reserve: [0])
      let year = accounts(of: plan, over: timeline("2021-12"), [0]).years[0]
      #expect(year.shortfall == 0 && year.fundingGap == 0, "\(direct) cents")
      let short = accounts(
        of: FundPlan(
          fund: plan.fund, units: units, reserveRequired: [0], openingCash: gross - 1, openCommitments: 0,
          monthlyInterest: 0, steps: 6, drawReserveStep: nil), over: timeline("2021-12"), [0]
      ).years[0]
      #expect(short.shortfall == 1 && short.cutDirect >= 1, "\(direct) cents less one")
    }
  }

  @Test("a late receipt: a shortfall from its month, made good within the year")
  func late() {
    let plan = plan(
      [
        unit("activities", monthly: Array(repeating: 1000, count: 12), .postpone(step: 0)),
        unit("rent", monthly: Array(repeating: 500, count: 12), nil),
      ], opening: 4500, reserve: [0], support: 0)
    let result = accounts(of: plan, over: timeline(), receipts([6: 13_500]))
    let year = result.years[0]
    #expect((year.shortfall, year.shortfallMonth) == (4500, 3))
    #expect(year.fundingGap == 0 && year.cutDirect == 0)
    #expect(result.paidByUnit == [12_000, 6000])
    #expect((year.lowestCash, year.lowestMonth) == (-1500, 5))
    #expect(year.breach == 1500)
    #expect(
      result.monthEndCash == [3000, 1500, 0, -500, -1000, -1500, 7500, 6000, 4500, 3000, 1500, 0])
  }

  @Test("what is put off is cut at the year's end, not carried into the next year")
  func cutAtYearEnd() {
    let plan = plan(
      [unit("activities", monthly: Array(repeating: 1000, count: 24), .postpone(step: 0))],
      opening: 6000, reserve: [0, 0], support: 0)
    let result = accounts(of: plan, over: timeline(horizon: 2022), receipts([12: 100_000], count: 24))
    #expect(result.years[0].fundingGap == 6000)
    #expect(result.years[1].direct == 12_000)
    #expect(result.years[1].closingCash == 88_000)
  }

  /// hold vacancies (0), travel (1), activities (2), draw reserve (3), end posts (4).
  private func centre(years: Int) -> FundPlan {
    func monthly(_ amount: Double, from first: Int = 0) -> [Double] {
      (0..<12 * years).map { $0 < first ? 0 : amount }
    }
    return plan(
      [
        unit("travel", monthly: monthly(100), .postpone(step: 1)),
        unit("activities", monthly: monthly(200), .postpone(step: 2), notice: 2),
        unit("vacant", monthly: monthly(300, from: 2), .post(hold: 0, end: 4), separation: 777),
        unit("officer", monthly: monthly(400), .post(hold: 0, end: 4), notice: 3, separation: 1000),
        unit("rent", monthly: monthly(50), nil),
      ], opening: 5000, reserve: Array(repeating: 2600, count: years), support: 0, steps: 5, draw: 3)
  }

  @Test("a year whose income does not come: cuts in order, notice, reserve, cash-out; posts stay")
  func noIncome() {
    let result = accounts(of: centre(years: 1), over: timeline(), receipts([:]))
    let year = result.years[0]
    #expect(
      result.monthEndCash
        == [4250, 3500, 2750, 2100, 1450, 1000, 550, 100, -350, -800, -1250, -1700])
    // travel stops in April; activities run two months of notice; the vacancy is never filled.
    #expect(result.paidByUnit == [300, 1000, 0, 4800, 600])
    #expect((year.direct, year.separation, year.postsEnded) == (6700, 0, 0))
    #expect((year.plannedDirect, year.cutDirect, year.fundingGap) == (12_000, 5300, 5300))
    #expect((year.shortfall, year.shortfallMonth) == (9600, 2))
    #expect(year.breach == 2600 + 1700)
    #expect((year.lowestCash, year.lowestMonth, year.cashOut) == (-1700, 11, true))
  }

  @Test("without the draw-reserve step the reserve pays only what cannot be stopped")
  func reserveHeld() {
    let plan = plan(
      [
        unit("activities", monthly: Array(repeating: 200, count: 12), .postpone(step: 0)),
        unit("rent", monthly: Array(repeating: 50, count: 12), nil),
      ], opening: 3000, reserve: [2500], support: 0)
    let year = accounts(of: plan, over: timeline(), receipts([:])).years[0]
    // 500 above the reserve: two months in full, then rent alone.
    #expect(year.closingCash == 3000 - 2 * 250 - 10 * 50)
    #expect(year.breach == 500)
  }

  @Test("a part of a month's activities is paid where money is left for it")
  func partly() {
    let plan = plan(
      [unit("activities", monthly: Array(repeating: 1000, count: 12), .postpone(step: 0))],
      opening: 1130 * 2 + 565, reserve: [0])
    let year = accounts(of: plan, over: timeline(), receipts([:])).years[0]
    #expect((year.direct, year.support, year.closingCash) == (2500, 325, 0))
    #expect(year.cutDirect == 9500)
    #expect(year.fundingGap == 9500 + 1235)
  }

  @Test("a vacancy is filled once a month fits")
  func filled() {
    let result = accounts(of: centre(years: 1), over: timeline(), receipts([2: 20_000]))
    #expect(result.paidByUnit == [1200, 2400, 3000, 4800, 600])
    #expect(result.years[0].shortfall == 0)
  }

  @Test("a notice to a contract is taken back when money comes before it has run")
  func noticeWithdrawn() {
    let contract = unit(
      "contract", monthly: Array(repeating: 100, count: 12), .postpone(step: 0), notice: 3)
    let plan = plan([contract], opening: 200, reserve: [0], support: 0)
    let year = accounts(of: plan, over: timeline(), receipts([5: 2000])).years[0]
    // March to May are overdrawn and run the notice; June is paid for.
    #expect((year.direct, year.cutDirect) == (1200, 0))
    #expect((year.lowestCash, year.lowestMonth) == (-300, 4))
    let later = accounts(of: plan, over: timeline(), receipts([6: 400])).years[0]
    // June is put off; July's 400 pay the overdraft and July; the contract is then under notice again until October.
    #expect((later.direct, later.cutDirect, later.closingCash) == (900, 300, -300))
  }

  @Test("commitments of earlier periods are paid over three months")
  func commitments() {
    let plan = plan([], opening: 1000, reserve: [0, 0], commitments: 100)
    let result = accounts(of: plan, over: timeline(), receipts([:]))
    #expect(Array(result.monthEndCash.prefix(4)) == [967, 933, 900, 900])
    #expect((result.years[0].settled, result.years[0].openCommitments) == (100, 0))
    let cut = accounts(of: plan, over: timeline("2021-11", horizon: 2022), receipts([:], count: 14))
    #expect(cut.years.map(\.settled) == [67, 33])
    #expect(cut.years.map(\.openCommitments) == [33, 0])
    #expect(cut.years[0].freeCash == 900)
  }

  @Test("interest is paid on last month's positive balance")
  func interest() {
    let plan = plan(
      [unit("rent", monthly: [0, 0, 30_000] + Array(repeating: 0, count: 9), nil)], opening: 10_000,
      reserve: [0], support: 0, interest: 0.01)
    let result = accounts(of: plan, over: timeline(), receipts([:]))
    #expect(Array(result.monthEndCash.prefix(4)) == [10_100, 10_201, -19_697, -19_697])
    #expect(result.years[0].interest == 100 + 101 + 102)
  }

  @Test("each year is held to its own reserve")
  func reserveByYear() {
    let plan = plan(
      [unit("activities", monthly: Array(repeating: 100, count: 24), .postpone(step: 0))], opening: 1300,
      reserve: [100, 300], support: 0)
    let result = accounts(of: plan, over: timeline(horizon: 2022), receipts([12: 1200], count: 24))
    #expect(result.years.map(\.shortfall) == [0, 200])
    #expect(result.years.map(\.shortfallMonth) == [-1, 22])
    #expect(result.years.map(\.fundingGap) == [0, 200])
    #expect(result.years.map(\.breach) == [0, 0])
  }
}
