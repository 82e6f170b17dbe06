import Finance
import Judgement
import Measures
import Scenarios
import TestSupport
import Testing

@testable import Decisions

@Suite("solving") struct SolverTests {
  private func solver(_ lever: String, _ text: String, paths: Int = 4_000, seed: UInt32 = 1) throws -> Solver
  {
    let trial = try Trial(book: centre(), .sample(horizon: 2023, seed: seed, paths: paths))
    let condition = try Condition(parsing: text, PathNames(trial.base).vocabulary)
    let found = try LeverBook(trial.base).lever(lever)
    return Solver(trial, condition, lever: found.lever, range: found.range)
  }

  @Test("the answer holds, and a step less does not", arguments: ["host.contribution", "extra.contribution"])
  func smallest(lever: String) throws {
    let solver = try solver(lever, "P(shortfall by 2023) <= 0.05")
    let solution = try solver.solve()
    guard case .smallest(let value) = solution.outcome else {
      Issue.record("\(solution.outcome)")
      return
    }
    var search = LeverSearch(solver, progress: { _ in }, isCancelled: { false })
    #expect(try search.tries(at: value).holds)
    #expect(try !search.tries(at: value - solution.lever.step).holds)
    #expect(solution.isMonotone)
    let interval = try #require(solution.interval)
    #expect(interval.contains(value) && interval.lowerBound < interval.upperBound)
  }

  @Test(
    "other random numbers answer within the interval, but for one in twenty",
    arguments: [7, 8, 9] as [UInt32])
  func independent(seed: UInt32) throws {
    let solution = try solver("host.contribution", "P(shortfall by 2023) <= 0.1").solve()
    let other = try solver("host.contribution", "P(shortfall by 2023) <= 0.1", seed: seed).solve()
    let (mine, its) = (try #require(solution.interval), try #require(other.interval))
    // Both carry an error of their own: their intervals meet.
    #expect(mine.overlaps(its), "\(mine) \(its)")
  }

  @Test("a plan may grow up to a largest value")
  func largest() throws {
    let solver = try solver("plan", "P(shortfall by 2023) <= 0.3")
    let solution = try solver.solve()
    guard case .largest(let value) = solution.outcome else {
      Issue.record("\(solution.outcome)")
      return
    }
    var search = LeverSearch(solver, progress: { _ in }, isCancelled: { false })
    #expect(try search.tries(at: value).holds)
    #expect(try !search.tries(at: value + solution.lever.step).holds)
  }

  @Test("no value, and every value, are answers")
  func ends() throws {
    let never = try solver("host.contribution from 0 to 1000", "P(shortfall by 2023) <= 0.0001").solve()
    #expect(never.outcome == .nowhere && never.value == nil && never.interval == nil)
    #expect(never.atHigh.estimates[0].value > 0.5)
    let always = try solver("host.contribution", "P(shortfall by 2023) <= 1").solve()
    #expect(always.outcome == .everywhere)
  }

  @Test("what is certain is found to the step: cash without chance")
  func certain() throws {
    // All giving fixed: 120,000 + 3 x (x - 365,000 x 1.13) is at least 200,000 from x = 439,117 on.
    var builder = centre()
    builder = only(builder)
    let scenario = Scenario.sample(
      horizon: 2023, paths: 16,
      changes: [.set("one", 2021...2023, 0), .set("two", 2021...2023, 0), .set("three", 2021...2023, 0)])
    let trial = try Trial(book: builder, scenario)
    let condition = try Condition(
      parsing: "median(closing-cash in 2023) >= 200000", PathNames(trial.base).vocabulary)
    let found = try LeverBook(trial.base).lever("host.contribution from 300000 to 600000")
    let solution = try Solver(trial, condition, lever: found.lever, range: found.range).solve()
    #expect(solution.outcome == .smallest(440_000_00))
  }

  /// Without a reserve to be held, so that nothing is cut.
  private func only(_ builder: BookBuilder) -> BookBuilder {
    var builder = builder
    builder.reserve = .zero
    return builder
  }

  @Test(
    "errors name the lever and the way out",
    arguments: [
      ("host.contributoin", "did you mean 'host.contribution'?"),
      ("host.contribution from 5 to 1", "exchange them"),
      ("host.contribution of cor", "fund 'cor' is unknown"), ("plan of core", "belongs to no fund"),
      ("host.contribution to 5", "is no range"), ("host.contribution from a to b", "is no value"),
      ("reserve-rate from 0% to 200%", "lies from 0 % to 100 %"), ("", "is empty"),
    ])
  func errors(text: String, part: String) throws {
    let book = LeverBook(try Trial(book: centre()).base)
    let error = #expect(throws: DecisionError.self) { try book.lever(text) }
    #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
  }

  @Test("no lever's name stands twice, and each is found by its name")
  func names() throws {
    let book = LeverBook(try Trial(book: centre()).base)
    #expect(Set(book.all.map(\.name)).count == book.all.count)
    for lever in book.all { #expect(try book.lever(lever.name).lever == lever) }
  }

  @Test("an agreed contribution may come late; a certain one does not")
  func agreed() throws {
    func probability(_ lever: String) throws -> Double {
      let solver = try solver(lever, "P(shortfall in 2021) <= 0.05")
      var search = LeverSearch(solver, progress: { _ in }, isCancelled: { false })
      return try search.tries(at: 500_000_00).estimates[0].value
    }
    #expect(try probability("host.agreement") > probability("host.contribution"))
  }

  @Test("two levers: the more of the one, the less of the other")
  func frontier() throws {
    let trial = try Trial(book: centre(), .sample(horizon: 2022, paths: 500))
    let condition = try Condition(parsing: "P(shortfall by 2022) <= 0.1", PathNames(trial.base).vocabulary)
    let levers = LeverBook(trial.base)
    let frontier = try Frontier(
      trial, condition, first: try levers.lever("host.contribution"),
      second: try levers.lever("extra.contribution from 0 to 200000"))
    let values = frontier.points.map { $0.solution.value ?? .max }
    #expect(values == values.sorted(by: >) && values.count == 5)
  }
}
