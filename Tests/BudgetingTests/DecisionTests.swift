import Budgeting
import Finance
import Testing

@testable import Records

/// The yearly decision: what the money in sight cannot carry is cut before the year begins.
@Suite("yearly decision")
struct DecisionTests {
  private func monthly(_ amount: Double, years: Int = 1, from first: Int = 0) -> [Double] {
    (0..<12 * years).map { $0 < first ? 0 : amount }
  }

  /// hold vacancies (0), travel (1), activities (2), draw reserve (3), end posts (4).
  private func centre() -> FundPlan {
    plan(
      [
        unit("travel", monthly: monthly(100), .postpone(step: 1)),
        unit("activities", monthly: monthly(200), .postpone(step: 2), notice: 2),
        unit("vacant", monthly: monthly(300, from: 2), .post(hold: 0, end: 4), separation: 777),
        unit("officer", monthly: monthly(400), .post(hold: 0, end: 4), notice: 3, separation: 1000),
        unit("rent", monthly: monthly(50), nil),
      ], opening: 5000, reserve: [2600], support: 0, steps: 5, draw: 3)
  }

  @Test("no income in sight: every step in its order, posts after their notice at their separation cost")
  func everyStep() {
    let result = accounts(of: centre(), over: timeline(), receipts([:]), expected: [0])
    let year = result.years[0]
    // 12,000 planned against 5,000 - 2,600: the vacancy saves 3,000, travel 1,200, ten months of activities 2,000,
    // the reserve pays 2,600, and of the 800 left the officer's nine months less separation save 2,600.
    #expect(result.paidByUnit == [0, 400, 0, 1200, 600])
    #expect((year.separation, year.postsEnded) == (1000, 1))
    #expect((year.cutDirect, year.closingCash, year.breach) == (9800, 1800, 800))
    #expect((year.shortfall, year.shortfallMonth) == (9600, 2))
  }

  @Test("money in sight that carries the plan cuts nothing, though it comes late")
  func inSight() {
    let year = accounts(of: centre(), over: timeline(), receipts([10: 9600]), expected: [9600]).years[0]
    #expect((year.postsEnded, year.separation) == (0, 0))
    #expect(year.shortfallMonth == 2)
  }

  @Test("a line is cut by the share that is missing")
  func share() {
    let plan = plan(
      [unit("travel", monthly: monthly(100), .postpone(step: 0))], opening: 0, reserve: [0], support: 0)
    let year = accounts(of: plan, over: timeline(), receipts([0: 1200]), expected: [900]).years[0]
    #expect((year.direct, year.cutDirect, year.closingCash) == (900, 300, 300))
  }

  @Test("the last post of the plan goes first, and no more than the gap asks for")
  func order() {
    let posts = ["head", "officer", "clerk"].map {
      unit($0, monthly: monthly(100), .post(hold: nil, end: 0), notice: 3, separation: 50)
    }
    let plan = plan(posts, opening: 0, reserve: [0], support: 0)
    let result = accounts(of: plan, over: timeline(), receipts([0: 3600]), expected: [2500])
    // 1,100 missing: the clerk's nine months less separation save 850, so the officer goes too.
    #expect(result.paidByUnit == [1200, 300, 300])
    #expect(result.years[0].postsEnded == 2)
    let small = accounts(of: plan, over: timeline(), receipts([0: 3600]), expected: [2800])
    #expect(small.paidByUnit == [1200, 1200, 300])
  }

  @Test("a post that was ended stays ended, and the later year expects what came before half")
  func laterYears() {
    let post = unit(
      "officer", monthly: monthly(100, years: 2), .post(hold: nil, end: 0), notice: 0, separation: 0)
    let travel = unit("travel", monthly: monthly(100, years: 2), .postpone(step: 1))
    let plan = plan([post, travel], opening: 0, reserve: [0, 0], support: 0)
    let result = accounts(
      of: plan, over: timeline(horizon: 2022), receipts([0: 1200, 12: 2400], count: 24),
      expected: [1200, 2400])
    #expect(result.years[0].postsEnded == 1)
    #expect((result.years[0].direct, result.years[0].cutDirect) == (1200, 1200))
    // 2022: (2,400 projected + 1,200 received) / 2 carries the travel; the post is not filled again.
    #expect((result.years[1].direct, result.years[1].cutDirect) == (1200, 1200))
    #expect(result.years[1].postsEnded == 0)
  }

  @Test("notice given late in a year runs on into the next")
  func noticeAcrossYears() {
    let post = unit(
      "officer", monthly: monthly(100, years: 2), .post(hold: nil, end: 0), notice: 14, separation: 60)
    let plan = plan([post], opening: 0, reserve: [0, 0], support: 0)
    let result = accounts(
      of: plan, over: timeline(horizon: 2022), receipts([0: 1200], count: 24), expected: [0, 0])
    // In 2021 notice saves nothing in the year and is not given; in 2022 neither.
    #expect(result.years.map(\.postsEnded) == [0, 0])
  }
}
