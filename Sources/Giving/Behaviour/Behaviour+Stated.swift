extension Behaviour {
  /// A plain behaviour that rests on no panel: every figure is an assumption.
  public static let stated = Behaviour(
    participation: coefficients(
      ParticipationDesign.names,
      ["(Intercept)": -0.4, "log_streak": 0.9, "log_gap": -1.0, "share": 0.4, "contributor_activity": 0.2],
      spread: 0.2),
    repeats: coefficients(
      RepeatDesign.names, ["(Intercept)": 0, "repeats": 0.7], spread: 0.2),
    change: coefficients(
      ChangeDesign.names, ["usual": 0.4, "before": 0.2, "level_first": 0.2], spread: 0.05),
    spread: coefficients(
      SpreadDesign.names, ["(Intercept)": 0, "volatility": 0.7], spread: 0.1),
    residuals: ResidualTable([]),
    rounding: Rounding(
      afterRound: BetaCounts(yes: 5, no: 5), otherwise: BetaCounts(yes: 1, no: 9)),
    arrivals: Arrivals(perGiver: 0.1, median: 10, spread: 1.5),
    firstGift: BetaCounts(yes: 0.5, no: 9.5), yearEffect: YearEffect(participation: 0.2, change: 0.1),
    effects: EffectSpread(contributor: 0.5, fund: 0.5), unknownActivity: 0,
    renewals: BetaCounts(yes: 8, no: 2), returns: BetaCounts(yes: 2, no: 8), transitions: 0, changes: 0)

  private static func coefficients(
    _ names: [String], _ stated: [String: Double], spread: Double
  ) -> FittedCoefficients {
    FittedCoefficients(
      names: names, means: names.map { stated[$0] ?? 0 },
      covariance: names.indices.map { row in
        names.indices.map { $0 == row ? spread * spread : 0 }
      })
  }
}
