import Budgeting
import Finance
import Judgement
import Measures
import Outlook
import Records
import Scenarios
import Simulation

extension StressTest {
  /// Runs one scenario and reads what the battery tells of it.
  struct Work {
    let trial: Trial
    let fund: String
    /// The probability that remedies bring a shortfall down to; `nil`: none are sought.
    let remedyLine: Rate?
    let isCancelled: @Sendable () -> Bool

    private var years: [Int] { trial.base.timeline.years.map(\.year) }
    private var horizon: Int { years[years.count - 1] }

    /// - Throws: what a simulation throws.
    func outcome(of scenario: Scenario) throws -> StressOutcome {
      let reading = { (name: String) in Reading(name, fund: fund) }
      let shortfall = Quantity.probability(.happens(reading("shortfall"), .any))
      let cashOut = Quantity.probability(.happens(reading("cash-out"), .any))
      let median = Quantity.statistic(.quantile(50), reading("closing-cash"), year: horizon)
      let low = Quantity.statistic(.quantile(5), reading("closing-cash"), year: horizon)
      let months = Quantity.statistic(.quantile(50), reading("months-of-spending"), year: horizon)
      let gaps = years.map { Quantity.statistic(.mean, reading("funding-gap"), year: $0) }
      let answers = try trial.answers(
        Questions([shortfall, cashOut, median, low, months] + gaps), of: scenario, isCancelled: isCancelled)
      func value(_ quantity: Quantity) -> Double { answers[quantity]?.value ?? .nan }
      func frequency(_ quantity: Quantity) -> Frequency {
        Frequency(count: answers[quantity]?.count ?? 0, paths: answers[quantity]?.paths ?? 1)
      }
      return StressOutcome(
        shortfall: frequency(shortfall), cashOut: frequency(cashOut), closing: (value(median), value(low)),
        months: value(months), firstShortfall: try firstShortfall(of: scenario),
        gap: gaps.reduce(0) { $0 + value($1) },
        remedies: try remedyLine.map { try remedies(scenario, frequency(shortfall), to: $0) })
    }

    /// The first year in which the plan does not fit on the money expected.
    func firstShortfall(of scenario: Scenario) throws -> Int? {
      let index = trial.base.funds.firstIndex { $0.fund.id == fund } ?? 0
      let central = try trial.central(of: scenario)
      return central.accounts[index].years.indices.first { central.accounts[index].years[$0].shortfall > 0 }
        .map { years[$0] }
    }

    // MARK: Remedies

    private func remedies(
      _ scenario: Scenario, _ shortfall: Frequency, to line: Rate
    ) throws -> StressOutcome.Remedies {
      guard shortfall.probability > line.fraction else {
        return StressOutcome.Remedies(extra: .none, cut: .none)
      }
      return StressOutcome.Remedies(
        extra: try remedy(scenario, LeverBook(trial.base).extra(fund), to: line),
        cut: try remedy(scenario, cutOfPlan, to: line))
    }

    /// Of every line, down to a tenth of it.
    private var cutOfPlan: Lever {
      Lever(
        name: "plan", title: "change of every line of the plan", unit: .rate, range: -9_000...0, step: 100,
        act: .plan)
    }

    /// The smallest value of a lever that brings the probability down, on the first futures.
    private func remedy(_ scenario: Scenario, _ lever: Lever, to target: Rate) throws -> StressOutcome.Remedy
    {
      var scenario = scenario
      scenario.paths = min(scenario.paths, StressTest.scouts)
      let shocked = Trial(try trial.assumptions(of: scenario), threads: trial.threads)
      let line = Condition.compares(
        .probability(.happens(Reading("shortfall", fund: fund), .any)), .atMost, target.fraction)
      let step = lever.act == .plan ? lever.step : 5_000_00
      func helps(_ value: Int) throws -> Bool {
        let first = trial.base.timeline.years[0].year
        return try shocked.answers(
          Questions(line), of: lever.scenario(scenario, at: value, from: first), isCancelled: isCancelled
        ).holds(line)
      }
      // Money is sought upward from nothing, a cut downward from none.
      let isCut = lever.act == .plan
      let most = isCut ? lever.range.lowerBound : lever.range.upperBound
      func value(_ steps: Int) -> Int { isCut ? -steps * step : steps * step }
      var (below, above) = (0, abs(most) / step)
      guard try helps(value(above)) else { return .notWithin(abs(value(above))) }
      while above - below > 1 {
        let middle = (below + above) / 2
        if try helps(value(middle)) { above = middle } else { below = middle }
      }
      return .smallest(abs(value(above)))
    }
  }
}
