import Forecasting
import Probability
import TestSupport
import Testing

@testable import Judgement

@Suite("Scores of a frozen forecast") struct ForecastScoreTests {
  @Test("a perfect forecast loses nothing, and every mark of it holds")
  func perfection() throws {
    let scores = try ForecastAudit(perfect().forecast(), actuals: laterBook().book()).scores
    for scores in [try #require(scores.contributors), try #require(scores.totals)] {
      #expect(scores.pinball == 0 && scores.crps == 0 && scores.brier == 0 && scores.bias == 0)
      #expect(scores.coverage.allSatisfy { $0.miss == 0 && $0.holds })
    }
    #expect(scores.contributors?.count == 4)
    #expect(scores.contributors?.series == 2)
    #expect(scores.totals?.count == 2)
  }

  @Test("CRPS of a certain amount is its distance from what came")
  func certain() {
    for (told, came) in [(100, 100), (100, 130), (100, 0), (0, 55)] {
      let distance = Double((told - came).magnitude) * 100
      let crps = DistributionScore.crps(point(told), Double(came) * 100)
      #expect((crps - distance).magnitude <= 1e-9 * distance)
    }
  }

  @Test("pinball loss by hand: above the quantile tau of the distance, below it the rest")
  func pinball() {
    #expect(DistributionScore.pinball(10, level: 0.9, outcome: 14) == 3.6)
    #expect(DistributionScore.pinball(10, level: 0.75, outcome: 6) == 1)
    #expect(DistributionScore.brier(uniform(to: 10, zero: 0.25), 5) == 0.0625)
    #expect(DistributionScore.brier(uniform(to: 10, zero: 0.25), 0) == 0.5625)
  }

  @Test("CRPS of a uniform amount: the integral by hand, less what fifteen levels cannot see")
  func crpsOfUniform() {
    // CRPS of the uniform distribution on [0, 1] at y is 1/3 - y + y^2; for 100 units times 10,000 cents.
    for y in [0.1, 0.5, 0.8] {
      let exact = (1.0 / 3 - y + y * y) * 10_000
      let score = DistributionScore.crps(uniform(to: 100, zero: 0), y * 10_000)
      #expect((score - exact).magnitude < 0.03 * exact)
    }
  }

  @Test("levels around what came: its mass at nothing, the stretch of equal quantiles, the ends")
  func levels() {
    let told = uniform(to: 100, zero: 0.35)
    #expect(DistributionScore.levels(told, around: 0) == (0, 0.35))
    #expect(DistributionScore.levels(told, around: 1) == (0.35, 0.4))
    #expect(DistributionScore.levels(told, around: 10_001) == (0.975, 1))
    #expect(DistributionScore.levels(point(50), around: 5000) == (0, 1))
    #expect(DistributionScore.levels(point(50), around: 5001) == (0.975, 1))
  }

  @Test("transforms of honest odds are uniform, within three standard errors, and repeat by seed")
  func uniformTransforms() throws {
    let told = uniform(to: 1000, zero: 0.3)
    let draws = RandomStream(seed: 7, variable: 7)
    let cells = (0..<2000).map { index in
      let level = draws.uniform(path: UInt64(index), draw: 0)
      return ForecastAudit.Cell(
        year: 2021, contributor: "a", fund: "core", told: told,
        came: Int(max(0, (level - 0.3) / 0.7) * 100_000), sources: [])
    }
    let scores = try #require(ForecastAudit.Scores(cells, seed: 1, stream: "test"))
    let error = (2000 * 0.25 * 0.75).squareRoot()
    for count in scores.quarters { #expect((Double(count) - 500).magnitude < 3 * error) }
    #expect(scores.coverage.allSatisfy { $0.holds })
    #expect(ForecastAudit.Scores(cells, seed: 1, stream: "test")?.transforms == scores.transforms)
    #expect(ForecastAudit.Scores(cells, seed: 2, stream: "test")?.transforms != scores.transforms)
    #expect(scores.transforms.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test("marks that are too low or too high do not hold")
  func biased() throws {
    func scores(came: Int) throws -> ForecastAudit.Scores {
      let cell = ForecastAudit.Cell(
        year: 2021, contributor: "a", fund: "core", told: uniform(to: 100, zero: 0), came: came, sources: [])
      return try #require(
        ForecastAudit.Scores([ForecastAudit.Cell](repeating: cell, count: 50), seed: 1, stream: "t"))
    }
    let low = try scores(came: 1)
    #expect(low.coverage.map(\.miss).allSatisfy { $0 > 0 })
    #expect(low.bias > 0 && low.quarters == [50, 0, 0, 0])
    let high = try scores(came: 9999)
    #expect(high.coverage.map(\.miss).allSatisfy { $0 < 0 })
    #expect(high.bias < 0 && high.quarters == [0, 0, 0, 50])
  }

  @Test("cells without a forecast are not scored")
  func none() {
    let cell = ForecastAudit.Cell(
      year: 2021, contributor: "a", fund: "core", told: nil, came: 1, sources: [])
    #expect(ForecastAudit.Scores([cell], seed: 1, stream: "t") == nil)
    #expect(cell.distance == 1 && cell.isMiss)
  }
}
