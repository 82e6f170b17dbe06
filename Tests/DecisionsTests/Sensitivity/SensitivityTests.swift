import Finance
import Giving
import Judgement
import Measures
import Outlook
import Probability
import Records
import Scenarios
import Simulation
import TestSupport
import Testing

@testable import Decisions

@Suite("what moves the answer") struct SensitivityTests {
  private func trial(_ changes: [Change.Kind] = [], paths: Int = 800, book: BookBuilder = centre()) throws
    -> Trial
  {
    try Trial(book: book, .sample(horizon: 2023, paths: paths, changes: changes))
  }

  private func plan(_ text: String, _ trial: Trial) throws -> SensitivityPlan {
    SensitivityPlan(try Quantity(parsing: text, PathNames(trial.base).vocabulary))
  }

  @Test("the standard measure is a shortfall by the horizon")
  func standard() throws {
    #expect("\(SensitivityPlan.standard(try trial()).measure)" == "P(shortfall by 2023)")
  }

  @Test("bars are sorted by width, and each is what a run of its own gives")
  func tornado() throws {
    let trial = try trial()
    let plan = try plan("mean(closing-cash in 2023)", trial)
    let tornado = try Tornado(plan, of: trial)
    let widths = tornado.bars.map(\.width.magnitude)
    #expect(widths == widths.sorted(by: >))
    #expect(tornado.bars.map(\.driver.id).contains("common year effect"))
    let size = try #require(tornado.bars.first { $0.driver.id == "plan-size" })
    #expect(size.low.value > tornado.base.value && size.high.value < tornado.base.value)
    let alone = trial.base.scenario.adding([
      Change(kind: .scale(percent: -10, 2021...2024, fund: "core"), location: .line)
    ])
    #expect(try trial.answers(Questions([plan.measure]), of: alone)[plan.measure] == size.low)
    #expect(
      tornado.base == (try trial.answers(Questions([plan.measure]), of: trial.base.scenario)[plan.measure]))
  }

  @Test("good years for all bring more cash than bad ones")
  func yearEffect() throws {
    let trial = try trial()
    let tornado = try Tornado(plan("mean(received in 2023)", trial), of: trial)
    let bar = try #require(tornado.bars.first { $0.driver.id == "common year effect" })
    #expect(bar.low.value < tornado.base.value && tornado.base.value < bar.high.value)
  }

  @Test("a giver whose every future is the same has no range; one that habit moves has its own points")
  func givers() throws {
    let fixed = try trial([.set("host", 2021...2023, 400_000)])
    let tornado = try Tornado(plan("P(shortfall by 2023)", fixed), of: fixed)
    #expect(tornado.fixed.contains("giving host core: USD 400,000 a year at both points"))
    #expect(tornado.bars.contains { $0.driver.id == "giving one core" })
    #expect(tornado.bars.allSatisfy { !$0.driver.source.isEmpty })
  }

  @Test("take-up is a driver where the scenario collects levels, exchange where a currency moves")
  func stated() throws {
    var builder = centre()
    builder.quote("INR", "2020-12", 73)
    let plain = try Tornado(plan("P(shortfall by 2023)", trial()), of: trial())
    #expect(!plain.bars.contains { $0.driver.id.hasPrefix("exchange") || $0.driver.id.hasPrefix("take-up") })
    let rich = try trial(
      [.collect(percent: 50, 2021...2023), .pay("host", in: Currency(code: "INR") ?? .usd)], book: builder)
    let tornado = try Tornado(plan("mean(received in 2023)", rich), of: rich)
    let exchange = try #require(tornado.bars.first { $0.driver.id == "exchange INR" })
    // 24 quotes are missing: 10 % a year (assumption). Average of a walk of 36 months, reach 1.2816:
    // 0.1 / sqrt 12 * sqrt(37 * 73 / 216) * 1.2816 = 0.13082: -12.26 % and +13.98 %.
    #expect(exchange.driver.low == "value -12.26 %" && exchange.driver.high == "value 13.98 %")
    #expect(exchange.low.value < exchange.high.value)
    let take = try #require(tornado.bars.first { $0.driver.id == "take-up of levels" })
    // 30 % and 90 % of two developing members at 30,000 and one LDC at 7,000: 67,000 in all.
    #expect((take.width - 0.6 * 67_000).magnitude < 1)
  }

  @Test("groups hold every draw once; redrawn all together they are another seed's futures")
  func groups() throws {
    let trial = try trial()
    let groups = try SobolAnalysis.groups(
      trial, SensitivityPlan(SensitivityPlan.standard(trial).measure, mostGivers: 1))
    #expect(
      groups.map(\.name) == [
        "common year effect", "model parameters", "draws of host", "draws of all others",
      ])
    let draws = groups.map(\.draws)
    let all = draws.reduce(into: Set()) { $0.formUnion($1) }
    #expect(all.count == draws.reduce(0) { $0 + $1.count })
    func values(_ change: (inout Assumptions) -> Void) throws -> [[Double]] {
      var assumptions = trial.base
      change(&assumptions)
      let quantity = Quantity.statistic(.mean, Reading("closing-cash", fund: "core"), year: 2023)
      return try Questions([quantity]).answers(assumptions, threads: 1).values
    }
    let redrawn = try values { $0.redrawn = RedrawnGroups(all.union([.exchange]), seed: 9) }
    var other = trial.base.scenario
    other.seed = 9
    let fresh = try Trial(book: centre(), other).base
    let quantity = Quantity.statistic(.mean, Reading("closing-cash", fund: "core"), year: 2023)
    #expect(redrawn == (try Questions([quantity]).answers(fresh, threads: 2).values))
    // Redrawn from the same seed nothing moves.
    #expect(try values { $0.redrawn = RedrawnGroups(all, seed: 1) } == values { _ in })
    // Each group alone moves something, or belongs to one that pays what is agreed.
    for group in draws where group != [.contributor("host")] {
      #expect(try values { $0.redrawn = RedrawnGroups(group, seed: 9) } != values { _ in })
    }
  }

  @Test("first-order indices are shares: within their error between 0 and the total, together at most one")
  func sobol() throws {
    let trial = try trial(paths: 2_000)
    let analysis = try SobolAnalysis(SensitivityPlan.standard(trial), of: trial)
    let rows = analysis.rows.filter { $0.target == .closingCash }
    #expect(rows.count == analysis.rows.filter { $0.target == .fundingGap }.count && rows.count > 3)
    let indices = rows.compactMap(\.index)
    #expect(indices.count == rows.count)
    for index in indices {
      #expect(index.first.value > -5 * index.first.error - 1e-9)
      #expect(index.first.value < index.total.value + 5 * (index.first.error + index.total.error) + 1e-9)
    }
    let sum = indices.reduce(0) { $0 + $1.first.value }
    let error = indices.reduce(0) { $0 + $1.first.error * $1.first.error }.squareRoot()
    #expect(sum < 1 + 5 * error)
    #expect(indices.reduce(0) { $0 + $1.total.value } > 1 - 5 * error - 0.05)
  }

  @Test("everything fixed: nothing to share out, no driver but the plan's")
  func still() throws {
    var builder = BookBuilder()
    builder.fund("core", support: 0)
    builder.contributor("host")
    builder.balance("2020-12-31", cash: 1_000)
    for year in 2021...2024 { builder.line("rent", .operating, year, 100) }
    let trial = try trial([.set("host", 2021...2023, 100)], paths: 64, book: builder)
    let analysis = try SobolAnalysis(SensitivityPlan.standard(trial), of: trial)
    #expect(!analysis.rows.isEmpty && analysis.rows.allSatisfy { $0.index == nil })
    let tornado = try Tornado(SensitivityPlan.standard(trial), of: trial)
    #expect(tornado.base.value == 0)
    #expect(tornado.bars.allSatisfy { $0.error.isFinite })
  }
}
