import LinearAlgebra
import Probability
import Regression

/// Fits a `Behaviour` to the steps of many contributors.
///
/// Participation is a logistic regression with crossed effects of contributors and funds, repetition one without;
/// normal priors of the stated widths on standardised columns are the only shrinkage. A change of amount is
/// weighted least squares whose weights come from a gamma regression of the distance to it.
struct BehaviourFitting {
  let transitions: [Transition]
  let contributors: Int
  let funds: Int

  /// Prior standard deviation of a standardised coefficient (assumption): of participation and of repetition.
  static let participationWidth = 0.25
  static let repeatWidth = 1.0
  /// Half-normal scale of the crossed effects' standard deviations.
  static let effectScale = 0.5
  /// Rounds of location and spread in turn; the figures move by less than 1 % after the fourth.
  static let rounds = 4

  /// - Parameters:
  ///   - arrivals, firstGift: counted by whoever knows the funds' beginnings.
  func fitted(arrivals: Behaviour.Arrivals, firstGift: BetaCounts) throws(RegressionError) -> Behaviour {
    let activity = meanActivity
    let (participation, effects) = try fitParticipation(activity)
    let changed = transitions.filter { $0.gave && !$0.repeated }
    let amount = try fitAmount(changed)
    return Behaviour(
      participation: participation, repeats: try fitRepeats(), change: amount.change, spread: amount.spread,
      residuals: amount.residuals, rounding: rounding(changed), arrivals: arrivals, firstGift: firstGift,
      yearEffect: Behaviour.YearEffect(
        participation: participationYears(participation.means, activity), change: amount.years),
      effects: effects, unknownActivity: activity,
      renewals: counts { $0.state.streak > 0 }, returns: counts { $0.state.streak == 0 },
      transitions: transitions.count, changes: changed.count)
  }

  private var meanActivity: Double {
    let known = transitions.compactMap(\.around.contributorActivity)
    return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
  }

  private func counts(_ condition: (Transition) -> Bool) -> BetaCounts {
    let asked = transitions.filter(condition)
    let yes = asked.count { $0.gave }
    return BetaCounts(yes: 0.5 + Double(yes), no: 0.5 + Double(asked.count - yes))
  }

  // MARK: Gives or not

  private func fitParticipation(
    _ activity: Double
  ) throws(RegressionError) -> (FittedCoefficients, Behaviour.EffectSpread) {
    let names = ParticipationDesign.names
    let rows = transitions.map { ParticipationDesign.row($0.state, $0.around, unknownActivity: activity) }
    let scale = BehaviourFitting.effectScale
    let fit = try CrossedLogitModel(
      prior: prior(names, rows, width: BehaviourFitting.participationWidth), deviationScales: [scale, scale]
    ).fit(
      rows: rows.flatMap { row in names.indices.map { row[$0] } }, columns: names.count, names: names,
      response: transitions.map { $0.gave ? 1 : 0 },
      factors: DepartureFitting.factors(transitions, contributors: contributors, funds: funds))
    return (
      FittedCoefficients(names: names, means: fit.coefficients, fit.covariance),
      Behaviour.EffectSpread(contributor: fit.deviations[0], fund: fit.deviations[1])
    )
  }

  private func prior(_ names: [String], _ rows: [Row], width: Double) -> NormalPrior {
    NormalPrior(
      means: names.map { _ in 0 },
      standardDeviations: names.indices.map { $0 == 0 ? 10 : width / Spread.of(rows, column: $0) })
  }

  private func fitRepeats() throws(RegressionError) -> FittedCoefficients {
    let given = transitions.filter { $0.gave }
    let rows = given.map { RepeatDesign.row($0.state, last: $0.state.last ?? 0, $0.around) }
    return try logistic(
      RepeatDesign.names, rows, given.map { $0.repeated ? 1 : 0 }, width: BehaviourFitting.repeatWidth)
  }

  private func logistic(
    _ names: [String], _ rows: [Row], _ response: [Double], width: Double
  ) throws(RegressionError) -> FittedCoefficients {
    let fit = try GeneralizedLinearModel(family: .binomial, prior: prior(names, rows, width: width))
      .fit(sample(names, rows, response))
    return FittedCoefficients(names: names, means: fit.coefficients, fit.covariance)
  }

  private func sample(
    _ names: [String], _ rows: [Row], _ response: [Double], weights: [Double]? = nil
  ) -> Sample {
    let matrix = Matrix(
      rows: rows.count, columns: names.count,
      columnMajor: names.indices.flatMap { column in rows.map { $0[column] } })
    return Sample(
      design: Design(names: names, matrix: WideMatrix(matrix)), response: WideVector(response),
      weights: weights)
  }

  // MARK: How much

  private struct Amount {
    let change: FittedCoefficients
    let spread: FittedCoefficients
    let residuals: ResidualTable
    let years: Double
  }

  /// Location and spread of ln(next / last) in turn. A residual beyond twice the spread counts less, so that
  /// a few jumps do not decide where everybody is expected.
  private func fitAmount(_ changed: [Transition]) throws(RegressionError) -> Amount {
    let response = changed.map { ChangeDesign.bounded(($0.next ?? 0) - ($0.state.last ?? 0)) }
    let rows = changed.map { ChangeDesign.row($0.state, last: $0.state.last ?? 0, $0.around) }
    let spreadRows = changed.map { SpreadDesign.row($0.state, last: $0.state.last ?? 0, $0.around) }
    var weights = changed.map { _ in 1.0 }
    var (change, spread) = (nothing(ChangeDesign.names), nothing(SpreadDesign.names))
    var residuals: [Double] = []
    for _ in 0..<BehaviourFitting.rounds where !changed.isEmpty {
      let location = try LinearModel(prior: ChangeDesign.prior, variancePrior: (4, 1))
        .fit(sample(ChangeDesign.names, rows, response, weights: weights))
      change = FittedCoefficients(
        names: ChangeDesign.names, means: location.coefficients, location.covariance)
      residuals = zip(response, rows).map { $0 - $1.times(Row(coefficients: change.means)) }
      let distance = try GeneralizedLinearModel(
        family: .gamma, link: .log,
        prior: NormalPrior(
          means: SpreadDesign.names.map { _ in 0 }, standardDeviations: SpreadDesign.names.map { _ in 1 })
      ).fit(sample(SpreadDesign.names, spreadRows, residuals.map { max(abs($0), 0.01) }))
      spread = FittedCoefficients(
        names: SpreadDesign.names, means: distance.coefficients, distance.covariance)
      let scales = self.scales(spreadRows, spread)
      let raw = zip(residuals, scales).map { residual, scale in
        min(1, 2 * scale / max(abs(residual), 1e-9)) / (scale * scale)
      }
      let mean = raw.reduce(0, +) / Double(raw.count)
      weights = raw.map { $0 / mean }
    }
    let scales = self.scales(spreadRows, spread)
    let standardised = zip(residuals, scales).map { $0 / $1 }
    return Amount(
      change: change, spread: spread,
      residuals: ResidualTable(
        zip(standardised, changed).map {
          ($0, GiftSize.dollars($1.state.last ?? 0, $1.around))
        }),
      years: yearSpread(
        zip(changed, zip(residuals, weights)).map { ($0.year, $1.0 * $1.1, $1.1, $1.1 * $1.1 * $1.0 * $1.0) },
        expected: 0.1))
  }

  private func scales(_ rows: [Row], _ spread: FittedCoefficients) -> [Double] {
    let coefficients = Row(coefficients: spread.means)
    return rows.map { SpreadDesign.spread($0, coefficients) }
  }

  private func nothing(_ names: [String]) -> FittedCoefficients {
    FittedCoefficients(
      names: names, means: names.map { _ in 0 },
      covariance: names.indices.map { row in names.indices.map { $0 == row ? 1 : 0 } })
  }

  private func rounding(_ changed: [Transition]) -> Behaviour.Rounding {
    func counts(_ wanted: Bool) -> BetaCounts {
      let asked = changed.filter { RoundAmount.isRound($0.state.last ?? 0) == wanted }
      let yes = asked.count { RoundAmount.isRound($0.next ?? 0) }
      return BetaCounts(yes: 0.5 + Double(yes), no: 1.5 + Double(asked.count - yes))
    }
    return Behaviour.Rounding(afterRound: counts(true), otherwise: counts(false))
  }

  // MARK: What a year does to all

  private func participationYears(_ coefficients: [Double], _ activity: Double) -> Double {
    let coefficients = Row(coefficients: coefficients)
    return yearSpread(
      transitions.map { step in
        let chance = Elementary.logistic(
          ParticipationDesign.row(step.state, step.around, unknownActivity: activity).times(coefficients))
        let information = chance * (1 - chance)
        return (step.year, (step.gave ? 1 : 0) - chance, information, information)
      }, expected: 0.2)
  }

  /// Standard deviation of a yearly shift: each year's shift is (sum of scores) / (sum of information), its
  /// sampling variance (sum of squares) / information^2. Their mean square less what sampling explains, with
  /// four years of the `expected` spread counted beside them (assumption: a panel has few years).
  private func yearSpread(
    _ parts: [(year: Int, score: Double, information: Double, square: Double)], expected: Double
  ) -> Double {
    let years = Set(parts.map(\.year)).sorted()
    var sum = 4 * expected * expected
    for year in years {
      let chosen = parts.filter { $0.year == year }
      let information = chosen.reduce(0) { $0 + $1.information }
      guard information > 0 else { continue }
      let shift = chosen.reduce(0) { $0 + $1.score } / information
      let sampling = chosen.reduce(0) { $0 + $1.square } / (information * information)
      sum += shift * shift - sampling
    }
    return max(sum / Double(4 + years.count), 0.0001).squareRoot()
  }
}

/// Spread of a column, for a prior in the column's own unit.
private enum Spread {
  static func of(_ rows: [Row], column: Int) -> Double {
    guard !rows.isEmpty else { return 1 }
    let count = Double(rows.count)
    let mean = rows.reduce(0) { $0 + $1[column] } / count
    let square = rows.reduce(0) { $0 + ($1[column] - mean) * ($1[column] - mean) } / count
    return square > 1e-12 ? square.squareRoot() : 1
  }
}

extension SpreadDesign {
  static func spread(_ row: Row, _ coefficients: Row) -> Double {
    Elementary.exp(min(max(row.times(coefficients), -widestLogarithm - 2), widestLogarithm))
  }
}
