internal import LinearAlgebra

/// Fixed effects: what is left once the effects of one or several groupings are swept out of every column.
///
///     y_it = x_it'b + a_i + l_t + ... + e_it,     X~ = (I - D (D'WD)^- D'W) X
///
/// Unbalanced panels, weights and any number of effects; the intercept is one of the effects. The residual
/// degrees of freedom are rows less coefficients less independent effects (the rank of the dummies: with two
/// groupings their levels less the connected components). One-way it is `plm(model = "within")`.
/// Source: Baltagi, Econometric Analysis of Panel Data, 2 and 9; Abowd, Creecy and Kramarz 2002.
public struct WithinModel: Sendable {
  /// The effects swept out: at least one.
  public let effects: [Grouping]
  /// What to do with columns that depend on others or do not vary within the effects.
  public let aliasing: Aliasing
  /// Up to so many levels, of all effects but the largest together, each row's leverage on the effects is
  /// computed, which HC2 and HC3 need; its cost grows with the cube.
  public let leverageLevels: Int

  /// A column of which at most this share of its spread is left does not vary within the effects.
  static let absorbedShare = 1e-10

  public init(effects: [Grouping], aliasing: Aliasing = .refuse, leverageLevels: Int = 500) {
    self.effects = effects
    self.aliasing = aliasing
    self.leverageLevels = leverageLevels
  }

  /// Fits the model.
  ///
  /// - Throws: `absorbed` naming columns that do not vary within the effects and `rankDeficient` naming those
  ///   that depend on others (both are left out with `.leftToRight`), `noDegreesOfFreedom`, `unsupported`
  ///   without effects, `notFinite`, `responseNotFinite`, `invalidWeight`, `lengthMismatch`.
  public func fit(_ sample: Sample) throws(RegressionError) -> PanelFit {
    guard !effects.isEmpty else {
      throw .unsupported("a within model needs at least one effect: give one, or take the pooled model")
    }
    try sample.checkPanel(effects)
    let projection = EffectProjection(effects, weights: sample.weights)
    let slopes = sample.design.withoutIntercept
    let (swept, dropped) = try sweep(slopes, projection)
    let linear = try LinearModel(aliasing: aliasing).fit(
      Sample(
        design: swept, response: projection.sweep(sample.target).rest, weights: sample.weights))
    let count = projection.rank
    let recovered = FixedEffects(sample, linear, projection, effects: count)
    return try PanelFit(
      .within(effects: effects.map(\.name)), linear,
      PanelParts(
        absorbed: effects, absorbedCount: count,
        absorbedLeverage: projection.leverage(upTo: leverageLevels), dropped: dropped,
        effects: recovered.values, overallIntercept: recovered.intercept))
  }

  /// The columns swept, without those of which nothing is left.
  private func sweep(
    _ design: Design, _ projection: EffectProjection
  ) throws(RegressionError) -> (Design, dropped: [String]) {
    let columns = design.names.indices.map { design.matrix.column($0) }
    let swept = columns.map { projection.sweep($0).rest }
    let absorbed = columns.indices.filter { column in
      let spread = columns[column].spread
      return swept[column].sumOfSquares.value.squareRoot() <= WithinModel.absorbedShare * spread
    }
    guard absorbed.isEmpty || aliasing == .leftToRight else {
      throw .absorbed(columns: absorbed.map { design.names[$0] }, effects: effects.map(\.name))
    }
    let all = Design(
      names: design.names, matrix: WideMatrix(rows: design.matrix.rows, columns: swept), terms: design.terms)
    return (
      all.selecting(columns: columns.indices.filter { !absorbed.contains($0) }),
      absorbed.map { design.names[$0] }
    )
  }
}

extension WideVector {
  /// The root of the sum of squares about the mean; at least a thousandth of that about zero, so that nothing
  /// is measured against the rounding of a constant.
  var spread: Double {
    guard count > 0 else { return 0 }
    let mean = sum / DoubleDouble(Double(count))
    let about = self - WideVector([DoubleDouble](repeating: mean, count: count))
    return max(about.sumOfSquares.value.squareRoot(), 1e-3 * sumOfSquares.value.squareRoot())
  }
}

extension Design {
  /// The design without its column of ones.
  var withoutIntercept: Design {
    guard let intercept = interceptColumn else { return self }
    return selecting(columns: names.indices.filter { $0 != intercept })
  }
}
