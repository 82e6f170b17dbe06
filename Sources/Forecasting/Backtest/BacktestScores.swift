/// The scores of every model by level and horizon.
public struct BacktestScores: Sendable {
  /// One level and horizon.
  public struct Slice: Sendable {
    public let level: BacktestResult.Level
    /// Years ahead; `nil`: all together.
    public let horizon: Int?
    /// One for each model.
    public let sheets: [ScoreSheet]
    /// One for each model, against the benchmark that loses least here; `nil` where there is none.
    public let skills: [Skill?]
    /// Funds with something to score.
    public let funds: Int
  }

  /// By level, each horizon that has anything to score, then all horizons.
  public let slices: [Slice]

  /// - Parameter benchmarks: positions of the simple benchmarks among the models.
  public init(_ result: BacktestResult, benchmarks: [Int]) {
    let bootstrap = FundBootstrap(funds: result.funds.count)
    slices = BacktestResult.Level.allCases.flatMap { level in
      let scored = result.models.indices.map { result.scored(model: $0, level) }
      let horizons = Set(scored.first?.map(\.horizon) ?? []).sorted()
      let parts: [(horizon: Int?, scored: [[ScoredForecast]])] =
        horizons.map { horizon in (horizon, scored.map { $0.filter { $0.horizon == horizon } }) }
        + (horizons.isEmpty ? [] : [(nil, scored)])
      return parts.map { part in
        Slice(
          level: level, horizon: part.horizon,
          sheets: part.scored.map { ScoreSheet($0, funds: result.funds.count, bootstrap: bootstrap) },
          skills: Skill.of(
            part.scored, benchmarks: benchmarks, funds: result.funds.count, bootstrap: bootstrap),
          funds: Set(part.scored[0].map(\.fund)).count)
      }
    }
  }

  /// `nil` where there is nothing to score.
  public func slice(_ level: BacktestResult.Level, horizon: Int?) -> Slice? {
    slices.first { $0.level == level && $0.horizon == horizon }
  }

  /// The horizons of a level that have anything to score; rising.
  public func horizons(_ level: BacktestResult.Level) -> [Int] {
    slices.filter { $0.level == level }.compactMap(\.horizon)
  }
}
