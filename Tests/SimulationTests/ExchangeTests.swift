import Finance
import Giving
import Outlook
import Scenarios
import TestSupport
import Testing
import Vectors

@testable import Simulation

@Suite("exchange rates on a path")
struct ExchangeTests {
  /// Two currencies whose quoted changes go together, in dollars.
  private func outlook(asOf: String = "2020-12-31") throws -> Assumptions {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("host")
    builder.contributor("ada")
    for month in 0..<36 {
      let label = Month(year: 2018, month: 1).advanced(by: month).description
      let wave = [0.0, 0.05, -0.05, 0.1][month % 4]
      builder.quote("INR", label, 70 * (1 + wave))
      builder.quote("EUR", label, 0.9 * (1 + wave + (month % 3 == 0 ? 0.04 : 0)))
    }
    builder.balance("2020-12-31", cash: 0)
    let euro = try #require(Currency(code: "EUR"))
    let scenario = Scenario.sample(
      asOf: asOf, horizon: 2022,
      changes: [
        .set("host", 2021...2022, 100, currency: rupee), .set("ada", 2021...2022, 100, currency: euro),
        .shock(rupee, percent: -20, from: 2022),
      ])
    let book = builder.book()
    let fit = try GivingModel(prior: .plain).fit(book, asOf: scenario.asOf)
    return try Assumptions(book: book, scenario: scenario, giving: fit)
  }

  private func sampler(_ assumptions: Assumptions) throws -> ExchangeSampler {
    try ExchangeSampler(
      assumptions.exchange, months: 24, horizon: assumptions.horizon, seed: 3)
  }

  @Test("a walk's mean is the as-of value with the shock; monthly changes are correlated as estimated")
  func walk() throws {
    let assumptions = try outlook()
    let exchange = assumptions.exchange
    let sampler = try sampler(assumptions)
    let central = sampler.central()
    #expect(central[sampler.index(0, 5)][0] == 1)
    #expect(central[sampler.index(1, 11)][0] == exchange.values[1])
    #expect(central[sampler.index(1, 12)][0] == exchange.values[1] * 0.8)
    let paths = 20_000
    var factors: [[Double]] = [[], []]
    for path in 0..<paths {
      let values = values(sampler, path)
      if path < 2000 { #expect(values[0] == 1 && values[sampler.index(1, 23)] > 0) }
      for currency in 1...2 {
        let last = sampler.index(currency, 0)
        factors[currency - 1].append(values[last] / central[last][0])
      }
    }
    for (index, sample) in factors.enumerated() {
      let summary = try #require(Summary(sample))
      #expect(abs(summary.mean - 1) <= 4 * summary.meanError)
      let deviation = exchange.monthlyDeviation[index + 1]
      #expect(deviation > 0.03)
      // Standard error of a deviation: sigma / sqrt(2 n), more for the log-normal's tail.
      #expect(abs(summary.deviation - deviation) < 6 * deviation / (2 * Double(paths)).squareRoot())
    }
    let wanted = exchange.correlation[0][1]
    #expect(wanted > 0.5 && wanted < 0.95)
    let found = correlation(factors[0], factors[1])
    #expect(abs(found - wanted) < 4 * (1 - wanted * wanted) / Double(paths).squareRoot() + 0.005)
  }

  @Test("after two years the mean is still 1")
  func longWalk() throws {
    let assumptions = try outlook()
    let sampler = try sampler(assumptions)
    let central = sampler.central()
    let place = sampler.index(1, 23)
    let factors = (0..<4000).map { values(sampler, $0)[place] / central[place][0] }
    let summary = try #require(Summary(factors))
    #expect(abs(summary.mean - 1) <= 4 * summary.meanError)
    let yearly = assumptions.exchange.monthlyDeviation[1] * 24.0.squareRoot()
    #expect(abs(summary.deviation / yearly - 1) < 0.25)
  }

  @Test("months that are seen do not move")
  func seen() throws {
    let assumptions = try outlook(asOf: "2021-03-15")
    let sampler = try sampler(assumptions)
    let central = sampler.central()
    let values = values(sampler, 1)
    for month in 0..<24 {
      let place = sampler.index(1, month)
      #expect((values[place] == central[place][0]) == (month <= 2))
    }
  }

  /// The values of one path.
  private func values(_ sampler: ExchangeSampler, _ path: Int) -> [Double] {
    var values = sampler.central()
    var walk = sampler.walk()
    sampler.draw(paths: UInt64(path), &walk, into: &values)
    return values.map { $0[0] }
  }

  private func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for index in x.indices {
      let (a, b) = (x[index] - meanX, y[index] - meanY)
      xx += a * a
      yy += b * b
      xy += a * b
    }
    return xy / (xx * yy).squareRoot()
  }
}
