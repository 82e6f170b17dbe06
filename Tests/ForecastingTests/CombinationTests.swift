import Testing

@testable import Forecasting

@Suite("Combination") struct CombinationTests {
  @Test func weightsAreOnTheSimplex() throws {
    let panel = try #require(Panel(rows: BenchmarkModelTests.rows()))
    let fit = try Combination(of: BenchmarkModels.single).fitted(to: panel, horizon: 2)
    let fitted = try #require(fit as? FittedCombination)
    for weights in [fitted.contributors, fitted.totals] {
      #expect(weights.count == 10 && weights.allSatisfy { $0 >= 0 })
      #expect(relativeError(weights.reduce(0, +), 1) < 1e-12)
    }
  }

  /// Of two members, one of which is always right, nearly all weight goes to it; without data each has half.
  @Test func theBetterMemberGetsTheWeight() {
    var weights = SimplexWeights(members: 2)
    #expect(weights.learned() == [0.5, 0.5])
    for value in 1...20 {
      weights.add(level: 0.5, outcome: Double(value)) { $0 == 0 ? Double(value) : Double(value) * 2 }
    }
    #expect(weights.learned()[0] > 0.95)
  }

  /// The combination of one model is that model, but for P(0) kept off 0 and 1.
  @Test func aCombinationOfOneIsThatOne() throws {
    let panel = try #require(Panel(rows: BenchmarkModelTests.rows()))
    let alone = try BenchmarkModels.single[2].fitted(to: panel, horizon: 2).forecast(panel, horizon: 2)
    let combined = try Combination(of: [BenchmarkModels.single[2]])
      .fitted(to: panel, horizon: 2).forecast(panel, horizon: 2)
    for (one, other) in zip(alone.flatMap(\.years), combined.flatMap(\.years)) {
      #expect((one.zeroProbability - other.zeroProbability).magnitude <= 0.0010001)
      #expect(one.mean == other.mean)
    }
  }

  /// Log-odds of 0.2 and 0.8 average to 1/2; quantiles up to there are 0.
  @Test func averagesAreConsistent() {
    let low = PredictiveDistribution(
      mean: 1, zeroProbability: 0.2, quantiles: (0..<15).map { $0 < 4 ? 0 : 1 })
    let high = PredictiveDistribution(
      mean: 3, zeroProbability: 0.8, quantiles: (0..<15).map { $0 < 12 ? 0 : 2 })
    let average = PredictiveDistribution.average([low, high], weights: [0.5, 0.5])
    #expect((average.zeroProbability - 0.5).magnitude < 1e-15)
    #expect(average.mean == 2)
    let expected = PredictiveDistribution.levels.enumerated().map { index, level in
      level <= average.zeroProbability ? 0 : (low.quantiles[index] + high.quantiles[index]) / 2
    }
    #expect(average.quantiles == expected)
  }
}
