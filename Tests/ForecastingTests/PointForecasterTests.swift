import Testing

@testable import Forecasting

@Suite("Point forecasters: carried figures and laws") struct PointForecasterTests {
  /// M3 series N0002 (yearly, Makridakis and Hibon 2000), training part.
  static let n0002 = [
    1991.05, 2306.4, 2604, 2992.3, 3722.08, 5226.62, 5989.46, 5614.62, 5527, 5389.8, 5384.4, 3656.2, 4034.8,
    4230,
  ]

  /// The first 45 months of part 21056279 of Hyndman's `carparts`: one part in months 5, 26 and 40.
  static let part = (1...45).map { [5, 26, 40].contains($0) ? 1.0 : 0 }

  @Test func averagesAndLines() throws {
    let series: [Double] = [4, 1, 7, 2]
    #expect(try Naive().fit(series).forecast(horizon: 2) == [2, 2])
    #expect(try HistoricAverage().fit(series).forecast(ahead: 1) == 3.5)
    #expect(try MedianOfThree().fit(series).forecast(ahead: 3) == 2)
    #expect(try MedianOfThree().fit([4, 1]).forecast(ahead: 1) == 2.5)
    #expect(try MedianOfThree().fit([4]).forecast(ahead: 1) == 4)
    #expect(try WindowAverage(length: 2).fit(series).forecast(ahead: 1) == 4.5)
    #expect(try Drift().fit([4, 1, 7, 10]).forecast(horizon: 2) == [12, 14])
    #expect(try Drift().fit([4]).forecast(ahead: 5) == 4)
  }

  @Test func medianOfThreeInEveryOrder() throws {
    for a in 0..<3 {
      for b in 0..<3 {
        for c in 0..<3 {
          let three = [a, b, c].map(Double.init)
          #expect(try MedianOfThree().fit([9] + three).level == three.sorted()[1])
        }
      }
    }
  }

  /// R 4.2.2 `forecast` 8.20 (`croston`) and `tsintermittent` 1.10 (`sba`, `sbj`), statsforecast 2.1.1:
  /// 1e-12.
  @Test func intermittentDemand() throws {
    let part = PointForecasterTests.part
    #expect(relativeError(try Croston().fit(part).forecast(ahead: 1), 0.1362397820163488) < 1e-12)
    let sba = try Croston(correction: .syntetosBoylan).fit(part)
    #expect(relativeError(sba.forecast(ahead: 1), 0.12942779291553133) < 1e-12)
    let sbj = try Croston(correction: .shaleBoylanJohnston).fit(part)
    #expect(relativeError(sbj.forecast(ahead: 1), 0.12906926717338305) < 1e-12)
    let tsb = try TSB(sizeWeight: 0.1, chanceWeight: 0.05).fit(part)
    #expect(relativeError(tsb.forecast(ahead: 1), 0.06398233483002054) < 1e-12)
  }

  /// By hand: nothing given, a single group of periods, a series that begins with a gift.
  @Test func intermittentEdges() throws {
    #expect(try Croston().fit([0, 0]).forecast(ahead: 1) == 0)
    #expect(try Croston().fit([3]).forecast(ahead: 1) == 3)
    #expect(try TSB().fit([0, 0, 0]).forecast(ahead: 1) == 0)
    #expect(try ADIDA().fit([0, 0, 0]).level == 0)
    #expect(try ADIDA().fit([0, 0, 6]).level == 2)
    // Intervals 1 and 4 give groups of 2 (2.5, half to even): the sums 0 and 8; the oldest 7 is dropped.
    let level = try ADIDA().fit([7, 0, 0, 0, 8]).level
    #expect(level > 0.4 && level < 1.2)
  }

  /// Log likelihoods as in R `forecast` 8.20, `-n/2 ln(sum e^2)`: ours is at least theirs less 1e-4.
  @Test func optimisedSmoothing() throws {
    let series = PointForecasterTests.n0002
    let simple = try OptimisedSmoothing().fit(series)
    #expect(logLikelihood(simple.sumOfSquares, series.count) >= -110.38221919122 - 1e-4)
    #expect(relativeError(simple.forecast(ahead: 1), 4229.9804668965) < 1e-5)
    let damped = try OptimisedDampedTrend().fit(series)
    #expect(logLikelihood(damped.sumOfSquares, series.count) >= -109.379223308327 - 1e-4)
  }

  @Test func optimisedSmoothingOfAConstant() throws {
    let flat = [Double](repeating: 5, count: 8)
    #expect(try OptimisedSmoothing().fit(flat).level == 5)
    #expect(relativeError(try OptimisedDampedTrend().fit(flat).forecast(ahead: 3), 5) < 1e-12)
  }

  /// Damping 1 and weights 1 make the line through the last two values, damping 0 simple smoothing.
  @Test func dampedTrendAtItsEnds() throws {
    let line = try DampedTrend(levelWeight: 1, trendWeight: 1, damping: 1).fit([1, 4, 9])
    #expect(line.forecast(horizon: 2) == [14, 19])
    let flat = try DampedTrend(levelWeight: 0.25, trendWeight: 0, damping: 0).fit([8, 4, 4])
    #expect(flat.forecast(ahead: 2) == (try ExponentialSmoothing(weight: 0.25).fit([8, 4, 4]).level))
  }

  @Test func badSeriesAreNamed() {
    #expect(throws: SeriesError.tooShort(values: 0, needed: 1)) { try Naive().fit([]) }
    #expect(throws: SeriesError.tooShort(values: 2, needed: 7)) { try WindowAverage(length: 7).fit([1, 2]) }
    #expect(throws: SeriesError.notFinite(position: 2)) { try TSB().fit([1, .nan]) }
    #expect(throws: SeriesError.tooShort(values: 2, needed: 7)) {
      try WindowAverage(length: 7).rolling([1, 2], from: 2)
    }
  }

  /// A forecast from every origin is the forecast of the series cut there, to the bit.
  @Test func rollingIsFittingEachCut() throws {
    try rolls(Naive())
    try rolls(HistoricAverage())
    try rolls(MedianOfThree())
    try rolls(WindowAverage(length: 3))
    try rolls(Drift())
    try rolls(ExponentialSmoothing(weight: 0.3))
    try rolls(DampedTrend(levelWeight: 0.5, trendWeight: 0.1, damping: 0.9))
    try rolls(Croston(correction: .syntetosBoylan))
    try rolls(TSB())
    try rolls(ADIDA())
    try rolls(OptimisedSmoothing())
  }

  private func rolls(_ model: some PointForecaster) throws {
    let series: [Double] = [0, 3, 0, 0, 8, 2, 0, 5, 5, 0, 0, 0, 1, 9, -2, 0, 4, 0, 6, 11]
    for first in [model.fewest, 5, series.count] {
      let fits = try model.rolling(series, from: first).map { $0.forecast(horizon: 2) }
      let cuts = try (first...series.count).map { try model.fit(Array(series[..<$0])).forecast(horizon: 2) }
      #expect(fits == cuts, "\(model)")
    }
    #expect(try model.rolling(series, from: series.count + 1).isEmpty)
  }
}
