/// How much less a model loses than the best simple benchmark: 1 - its swql10 / the benchmark's.
public struct Skill: Sendable, Equatable {
  /// 0.09: 9 % less; negative: more.
  public let value: Double
  /// 90 % by drawing funds again; `nil` with too few funds.
  public let interval: ClosedRange<Double>?
  /// Position of the benchmark it was measured against.
  public let reference: Int

  /// Whether the difference counts, which the interval decides.
  public enum Verdict: Sendable, Equatable {
    /// It is the best simple benchmark.
    case reference
    /// The interval lies above 0.
    case better
    /// The interval holds 0.
    case noBetter
    /// The interval lies below 0.
    case worse
    /// There is no interval.
    case undecided
  }

  public func verdict(of model: Int) -> Verdict {
    if model == reference { return .reference }
    guard let interval else { return .undecided }
    if interval.lowerBound > 0 { return .better }
    return interval.upperBound < 0 ? .worse : .noBetter
  }

  /// The skill of each model; `nil` for all where there is no benchmark, or where the best loses nothing.
  /// - Parameters:
  ///   - forecasts: those of each model, of the same amounts.
  ///   - benchmarks: positions of the simple benchmarks among the models.
  public static func of(
    _ forecasts: [[ScoredForecast]], benchmarks: [Int], funds: Int, bootstrap: FundBootstrap
  ) -> [Skill?] {
    let losses = forecasts.map { lossByFund($0, funds: funds) }
    let totals = losses.map { $0.reduce(0, +) }
    guard let best = benchmarks.min(by: { totals[$0] < totals[$1] }), totals[best] > 0 else {
      return forecasts.map { _ in nil }
    }
    return losses.indices.map { model in
      let ratio = bootstrap.interval(losses[model], over: losses[best])
      return Skill(
        value: 1 - totals[model] / totals[best],
        interval: ratio.map { 1 - $0.upperBound...1 - $0.lowerBound }, reference: best)
    }
  }

  /// Sums of the capped loss; the denominator of swql10 is the same for every model.
  private static func lossByFund(_ forecasts: [ScoredForecast], funds: Int) -> [Double] {
    var losses = [Double](repeating: 0, count: funds)
    for scored in forecasts { losses[scored.fund] += QuantileLoss.cappedTerms(scored).loss }
    return losses
  }
}
