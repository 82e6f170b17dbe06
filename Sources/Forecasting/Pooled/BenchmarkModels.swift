/// The models that anyone could use instead, with full predictive distributions learned on the training
/// panel.
public enum BenchmarkModels {
  /// In the order of reports.
  public static let all: [any PanelModel] = single + [Combination(of: single)]

  /// Those that stand alone: members of the combination.
  public static let single: [any PanelModel] = [
    PooledModel(name: "naive", candidates: [Naive()]),
    PooledModel(name: "mean", candidates: [HistoricAverage()]),
    PooledModel(name: "median3", candidates: [MedianOfThree()]),
    PooledModel(name: "drift", candidates: [Drift()]),
    PooledModel(name: "ses", candidates: weights.map(ExponentialSmoothing.init(weight:))),
    PooledModel(name: "holt-damped", candidates: trends),
    PooledModel(name: "croston", candidates: weights.map { Croston(weight: $0) }),
    PooledModel(name: "sba", candidates: weights.map { Croston(weight: $0, correction: .syntetosBoylan) }),
    PooledModel(name: "tsb", candidates: weights.map { TSB(sizeWeight: $0, chanceWeight: $0) }),
    PooledModel(name: "transition-table", candidates: [LastGift()], classing: .byTransition),
  ]

  public static func named(_ name: String) -> (any PanelModel)? { all.first { $0.name == name } }

  private static let weights = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8]

  private static let trends = [0.2, 0.35, 0.5, 0.8].flatMap { level in
    [0.1, 0.3].flatMap { share in
      [0.8, 0.9].map { DampedTrend(levelWeight: level, trendWeight: level * share, damping: $0) }
    }
  }
}

/// The last gift, however long ago; 0 before the first.
struct LastGift: RecursiveForecaster {
  func begin(_ value: Double) -> Fit { Fit(gift: max(value, 0)) }

  struct Fit: UpdatableFit {
    private(set) var gift: Double

    mutating func observe(_ value: Double) { if value > 0 { gift = value } }

    func forecast(ahead: Int) -> Double { gift }
  }
}
