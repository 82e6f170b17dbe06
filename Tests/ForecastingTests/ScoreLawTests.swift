import Probability
import Testing

@testable import Forecasting

/// What every score has to say of forecasts whose worth is known.
@Suite struct ScoreLawTests {
  private static func scored(
    _ truth: Double, _ forecast: PredictiveDistribution, fund: Int = 0, scale: Double = 1000,
    naiveError: Double? = 500
  ) -> ScoredForecast {
    ScoredForecast(
      fund: fund, horizon: 1, forecast: forecast, truth: truth, scale: scale, naiveError: naiveError)
  }

  private static func certain(_ amount: Double) -> PredictiveDistribution {
    PredictiveDistribution(
      mean: amount, zeroProbability: amount > 0 ? 0 : 1, quantiles: Array(repeating: amount, count: 15))
  }

  private static let amounts: [Double] = [0, 1, 250.5, 0, 9_999, 1e6, 40, 1e9, 0, 7]

  @Test func aPerfectForecastLosesNothing() throws {
    let perfect = ScoreLawTests.amounts.map { ScoreLawTests.scored($0, ScoreLawTests.certain($0)) }
    let sheet = ScoreSheet(perfect, funds: 1, bootstrap: FundBootstrap(funds: 1))
    for measure in [
      "wql", "swql", "swql10", "wape", "bias", "mase", "brier", "crps", "crps_log", "interval50",
      "interval80", "interval95", "levels_off", "level_gap",
    ] {
      #expect(sheet[measure] == 0, "\(measure)")
    }
    // Ties are split, so that even certainty covers no more than an interval's share.
    for interval in CentralInterval.allCases {
      let share = try #require(sheet["cov\(interval.rawValue)"])
      #expect((share - interval.share).magnitude < 1e-12)
      #expect(sheet["closed\(interval.rawValue)"] == 1)
    }
  }

  @Test func aForecastOfNothingLosesAll() {
    let nothing = ScoreLawTests.amounts.map { ScoreLawTests.scored($0, ScoreLawTests.certain(0)) }
    let sheet = ScoreSheet(nothing, funds: 1, bootstrap: FundBootstrap(funds: 1))
    for measure in ["wql", "swql", "swql10", "wape"] {
      #expect(((sheet[measure] ?? 0) - 1).magnitude < 1e-12, "\(measure)")
    }
    #expect(sheet["bias"] == -1)
    #expect(((sheet["brier"] ?? 0) - 0.7).magnitude < 1e-12)
  }

  @Test func whereNothingCameSharesAreNotDefined() {
    let forecasts = [ScoreLawTests.scored(0, ScoreLawTests.certain(5), naiveError: nil)]
    let sheet = ScoreSheet(forecasts, funds: 1, bootstrap: FundBootstrap(funds: 1))
    for measure in ["wql", "swql", "swql10", "wape", "bias", "bias_low", "mase", "interval80"] {
      #expect(sheet[measure] == nil, "\(measure)")
    }
    #expect(sheet["brier"] == 1)
    #expect(LevelCheck([]) == nil && Brier.mean([]) == nil && RankedProbability.mean([]) == nil)
  }

  @Test func pinballAndIntervalByHand() {
    #expect((Pinball.loss(1, at: 0.9, truth: 3) - 1.8).magnitude < 1e-15)
    #expect((Pinball.loss(5, at: 0.9, truth: 3) - 0.2).magnitude < 1e-15)
    let steps = PredictiveDistribution(mean: 7, zeroProbability: 0, quantiles: (0..<15).map(Double.init))
    // Ends 2 and 12; 3 beyond the upper end costs 2 / 0.2 times as much.
    #expect((IntervalScore.score(steps, .fourFifths, truth: 5) - 10).magnitude < 1e-12)
    #expect((IntervalScore.score(steps, .fourFifths, truth: 15) - 40).magnitude < 1e-12)
  }

  @Test func theScoreOfAUniformForecastAtItsMiddleIsATwelfth() throws {
    let uniform = PredictiveDistribution(
      mean: 0.5, zeroProbability: 0, quantiles: PredictiveDistribution.levels)
    let score = try #require(RankedProbability.mean([ScoreLawTests.scored(0.5, uniform)]))
    #expect((score - 1.0 / 12).magnitude < 0.002)
    #expect((RankedProbability.weights.reduce(0, +) - 1).magnitude < 1e-15)
  }

  /// 40 % nothing, else exponential with mean 1000: what it says is what comes.
  private static func mixture(count: Int) -> [ScoredForecast] {
    let quantiles = PredictiveDistribution.levels.map { level in
      level <= 0.4 ? 0 : -1000 * Elementary.log(1 - (level - 0.4) / 0.6)
    }
    let forecast = PredictiveDistribution(mean: 600, zeroProbability: 0.4, quantiles: quantiles)
    let stream = RandomStream(seed: 7, variable: 1)
    return (0..<count).map { index in
      let (first, second) = stream.uniforms(path: UInt64(index), draw: 0)
      return scored(first < 0.4 ? 0 : -1000 * Elementary.log(second), forecast, fund: index % 50)
    }
  }

  @Test func aCalibratedMixtureIsFoundCalibrated() throws {
    let count = 20_000
    let mixture = ScoreLawTests.mixture(count: count)
    for interval in CentralInterval.allCases {
      let share = try #require(Coverage.tieAware(mixture, interval))
      // Three standard errors of a share.
      let bound = 3 * (interval.share * (1 - interval.share) / Double(count)).squareRoot()
      #expect((share - interval.share).magnitude < bound, "\(interval)")
    }
    let check = try #require(LevelCheck(mixture))
    #expect(check.failures == 0)
    let values = ProbabilityTransform.values(mixture)
    #expect(values == ProbabilityTransform.values(mixture))
    let shares = try #require(ProbabilityTransform.histogram(values))
    #expect(shares.allSatisfy { ($0 - 0.1).magnitude < 3 * (0.09 / Double(count)).squareRoot() })
    let bias = try #require(
      ScoreSheet(mixture, funds: 50, bootstrap: FundBootstrap(funds: 50))["bias"])
    #expect(bias.magnitude < 0.03)
  }

  @Test func aForecastThatIsTooLowFailsItsLevels() throws {
    let low = ScoreLawTests.mixture(count: 2000).map { ScoreLawTests.scored($0.truth + 400, $0.forecast) }
    let check = try #require(LevelCheck(low))
    #expect(check.failures > 8)
    #expect(check.worst < 0)
  }

  @Test func scaledErrorLeavesOutSeriesWithoutChange() {
    #expect(PointScores.naiveError([0, 0, 5, 8, 4]) == 3.5)
    #expect(PointScores.naiveError([0, 5]) == nil)
    #expect(PointScores.naiveError([5, 5, 5]) == nil)
    #expect(PointScores.naiveError([]) == nil)
  }

  @Test func skillComparesOnTheSameFunds() throws {
    let truth = ScoreLawTests.mixture(count: 400)
    let nothing = truth.map { ScoreLawTests.scored($0.truth, ScoreLawTests.certain(0), fund: $0.fund) }
    let bootstrap = FundBootstrap(funds: 50)
    let skills = Skill.of([truth, nothing, nothing], benchmarks: [1, 2], funds: 50, bootstrap: bootstrap)
    let better = try #require(skills[0])
    let interval = try #require(better.interval)
    #expect(interval.contains(better.value))
    #expect(better.verdict(of: 0) == .better)
    #expect(skills[1]?.verdict(of: 1) == .reference)
    #expect(skills[2]?.value == 0 && skills[2]?.verdict(of: 2) == .noBetter)
    let reversed = Skill.of([truth, nothing], benchmarks: [0], funds: 50, bootstrap: bootstrap)
    #expect(reversed[1]?.verdict(of: 1) == .worse)
    #expect(Skill.of([truth], benchmarks: [], funds: 50, bootstrap: bootstrap) == [nil])
  }

  @Test func fewFundsDecideNothing() {
    let four = FundBootstrap(funds: 4)
    #expect(four.interval([1, 2, 3, 4], over: [1, 1, 1, 1]) == nil)
    let same = FundBootstrap(funds: 6)
    #expect(same.interval([2, 2, 2, 2, 2, 2], over: [1, 1, 1, 1, 1, 1]) == 2...2)
    #expect(same.interval([1, 0, 0, 0, 0, 0], over: [0, 0, 0, 0, 0, 0]) == nil)
  }
}
