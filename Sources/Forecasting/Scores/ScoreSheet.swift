/// Every measure of one model's forecasts of one level and horizon, by the names of `scores.csv`.
public struct ScoreSheet: Sendable, Equatable {
  /// One measure; the value is `nil` where it is not defined.
  public struct Score: Sendable, Equatable {
    public let measure: String
    public let value: Double?
  }

  /// In a fixed order.
  public let scores: [Score]

  /// - Parameter bootstrap: of as many funds as the forecasts' positions name.
  public init(_ forecasts: [ScoredForecast], funds: Int, bootstrap: FundBootstrap) {
    var scores: [Score] = []
    func add(_ measure: String, _ value: Double?) { scores.append(Score(measure: measure, value: value)) }
    add("n", Double(forecasts.count))
    add("sum_y", forecasts.reduce(0) { $0 + $1.truth })
    add("wql", QuantileLoss.weighted(forecasts))
    add("swql", QuantileLoss.scaled(forecasts))
    add("swql10", QuantileLoss.capped(forecasts))
    add("wape", PointScores.weightedError(forecasts))
    add("bias", PointScores.bias(forecasts))
    let bias = ScoreSheet.biasInterval(forecasts, funds: funds, bootstrap)
    add("bias_low", bias?.lowerBound)
    add("bias_high", bias?.upperBound)
    add("mase", PointScores.scaledError(forecasts))
    add("brier", Brier.mean(forecasts))
    add("crps", RankedProbability.mean(forecasts))
    add("crps_log", RankedProbability.meanOfLogarithms(forecasts))
    for interval in CentralInterval.allCases {
      add("interval\(interval.rawValue)", IntervalScore.weighted(forecasts, interval))
    }
    for interval in CentralInterval.allCases {
      add("cov\(interval.rawValue)", Coverage.tieAware(forecasts, interval))
    }
    for interval in CentralInterval.allCases {
      add("closed\(interval.rawValue)", Coverage.closed(forecasts, interval))
    }
    let check = LevelCheck(forecasts)
    add("levels_off", check.map { Double($0.failures) })
    add("level_gap", check?.worst)
    let shares = ProbabilityTransform.histogram(ProbabilityTransform.values(forecasts))
    for bin in 0..<10 { add(bin < 9 ? "pit0\(bin + 1)" : "pit10", shares?[bin]) }
    self.scores = scores
  }

  /// The value of a measure; `nil` where it is not defined.
  public subscript(_ measure: String) -> Double? {
    scores.first { $0.measure == measure }?.value
  }

  private static func biasInterval(
    _ forecasts: [ScoredForecast], funds: Int, _ bootstrap: FundBootstrap
  ) -> ClosedRange<Double>? {
    var errors = [Double](repeating: 0, count: funds)
    var truths = errors
    for scored in forecasts {
      errors[scored.fund] += scored.forecast.mean - scored.truth
      truths[scored.fund] += scored.truth
    }
    return bootstrap.interval(errors, over: truths)
  }
}
