import Forecasting
import Testing

@testable import Giving

@Suite("laws of the model as a forecaster of panels")
struct ForecasterTests {
  static func faults(of forecast: SeriesForecast) -> [String] {
    forecast.years.flatMap { year -> [String] in
      var faults: [String] = []
      if zip(year.quantiles, year.quantiles.dropFirst()).contains(where: { $0 > $1 }) {
        faults.append("falling quantiles")
      }
      if !(year.quantiles + [year.mean, year.zeroProbability]).allSatisfy(\.isFinite) {
        faults.append("a figure that is none")
      }
      if year.mean < 0 || (year.quantiles.first ?? 0) < 0 { faults.append("below zero") }
      if !(0...1).contains(year.zeroProbability) { faults.append("chance \(year.zeroProbability)") }
      return faults.map { "\(forecast.contributor) to \(forecast.fund): \($0)" }
    }
  }

  private func forecasts(_ rows: [Panel.Row], paths: Int = 300) throws -> [SeriesForecast] {
    let panel = try #require(Panel(rows: rows))
    return try GivingForecaster(paths: paths).fitted(to: panel, horizon: 3).forecast(panel, horizon: 3)
  }

  private func forecast(
    _ contributor: String, to fund: String, of all: [SeriesForecast]
  ) throws -> SeriesForecast {
    try #require(all.first { $0.contributor == contributor && $0.fund == fund })
  }

  private var crowd: [Panel.Row] { MadeGiving(contributors: 20, years: 8).rows() }

  @Test("quantiles never fall, all is finite, nothing is below zero; the order of rows changes nothing")
  func laws() throws {
    let all = try forecasts(crowd)
    #expect(all.count == 2 * 20 + 2 && all.allSatisfy { $0.years.count == 3 })
    #expect(all.flatMap(ForecasterTests.faults).isEmpty)
    #expect(try forecasts(crowd.reversed()) == all)
  }

  @Test("a fund's total holds newcomers too: less likely nothing than its only, lapsed, giver")
  func newcomers() throws {
    let all = try forecasts(crowd + gifts([500, 700, 0, 0, 0, 0, 0, 0], by: "gone", to: "lonely"))
    let giver = try forecast("gone", to: "lonely", of: all)
    let total = try forecast(SeriesForecast.total, to: "lonely", of: all)
    for (one, sum) in zip(giver.years, total.years) {
      #expect(sum.zeroProbability < one.zeroProbability)
      #expect(sum.quantiles.last ?? 0 >= one.quantiles.last ?? 0)
    }
  }

  @Test("who gave the same amount ten times has it as its median, to the cent")
  func same() throws {
    var made = MadeGiving(contributors: 20, years: 10)
    made.repeats = 0.6
    let rows = made.rows() + gifts(Array(repeating: 12_345.67, count: 10), by: "steady", to: "f0")
    let steady = try forecast("steady", to: "f0", of: try forecasts(rows, paths: 1000))
    let median = steady.years[0].median
    #expect((median * 100).rounded() == 1_234_567, "\(median)")
    #expect(steady.years[0].zeroProbability < 0.25)
  }

  @Test("a fund far larger than all others is forecast near its own past")
  func large() throws {
    let past = (0..<8).map { 4e9 * (1 + 0.1 * Double($0 % 3)) }
    let all = try forecasts(crowd + gifts(past, by: "giant", to: "huge"))
    for contributor in ["giant", SeriesForecast.total] {
      let median = try forecast(contributor, to: "huge", of: all).years[0].median
      #expect((4e8...4e10).contains(median), "\(median)")
    }
  }
}
