/// What the members of a combination said at a past origin, and what came.
struct Trial: Sendable {
  /// By member, then by series.
  private let forecasts: [[SeriesForecast]]
  /// By series, the years after the origin.
  private let outcomes: [[Double]]
  /// By series, the mean gift up to the origin.
  private let scales: [Double]

  /// The members at the latest origins that leave two years to learn from and one to be judged by.
  static func all(
    of members: [any PanelModel], _ panel: Panel, horizon: Int, origins: Int
  ) throws -> [Trial] {
    let (first, last) = (panel.years.lowerBound, panel.years.upperBound)
    let pasts = (max(first + 1, last - origins)..<max(last, first + 1)).compactMap {
      panel.known(through: $0)
    }
    let count = members.count
    let forecasts = try results(pasts.count * count) { index in
      let past = pasts[index / count]
      let ahead = min(horizon, last - past.years.upperBound)
      return try members[index % count].fitted(to: past, horizon: ahead).forecast(past, horizon: ahead)
    }
    return try pasts.indices.map { index in
      let said = Array(forecasts[index * count..<(index + 1) * count])
      try CombinationError.check(said, in: "the combination")
      let origin = pasts[index].years.upperBound
      return Trial(said, panel, origin: origin, horizon: min(horizon, last - origin))
    }
  }

  private init(_ forecasts: [[SeriesForecast]], _ panel: Panel, origin: Int, horizon: Int) {
    self.forecasts = forecasts
    let later = panel.years.upperBound - origin
    var (outcomes, scales): ([[Double]], [Double]) = ([], [])
    for histories in [Histories.contributors(of: panel), Histories.totals(of: panel)] {
      for amounts in histories.amounts {
        let gifts = amounts.dropLast(later).filter { $0 > 0 }
        guard !gifts.isEmpty else { continue }
        scales.append(gifts.reduce(0, +) / Double(gifts.count))
        outcomes.append(Array(amounts.suffix(later).prefix(horizon)))
      }
    }
    (self.outcomes, self.scales) = (outcomes, scales)
  }

  /// Adds a row for each contributor to a fund (or each fund's total), year and decile.
  func add(to weights: inout SimplexWeights, totals: Bool) {
    for series in outcomes.indices
    where (forecasts[0][series].contributor == SeriesForecast.total) == totals {
      let scale = scales[series]
      for year in outcomes[series].indices {
        for decile in PredictiveDistribution.deciles {
          weights.add(
            level: PredictiveDistribution.levels[decile],
            outcome: min(outcomes[series][year] / scale, SimplexWeights.cap)
          ) { min(forecasts[$0][series].years[year].quantiles[decile] / scale, SimplexWeights.cap) }
        }
      }
    }
  }
}

extension PredictiveDistribution {
  /// The places of 0.1, 0.2 ... 0.9 among the levels.
  static let deciles = [2, 3, 5, 6, 7, 8, 9, 11, 12]
}
