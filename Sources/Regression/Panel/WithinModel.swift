internal import LinearAlgebra

/// Fixed effects: what is left once the effects of one or several groupings are swept out of every column.
///
///     y_it = x_it'b + a_i + l_t + ... + e_it
///
/// `AbsorbingModel` with what a panel is told of: the effects themselves, the overall intercept, R^2 within.
/// The residual degrees of freedom are rows less coefficients less independent effects (with two groupings
/// their levels less the connected components). One-way and two-way it is `plm(model = "within")`.
/// Source: Baltagi, Econometric Analysis of Panel Data, 2 and 9; Abowd, Creecy and Kramarz 2002.
public struct WithinModel: Sendable {
  /// The effects swept out: at least one.
  public let effects: [Grouping]
  /// What to do with columns that depend on others or do not vary within the effects.
  public let aliasing: Aliasing

  public init(effects: [Grouping], aliasing: Aliasing = .refuse) {
    self.effects = effects
    self.aliasing = aliasing
  }

  /// Fits the model; the intercept of the design is one of the effects.
  ///
  /// - Throws: what `AbsorbingModel.fit` throws, among it `absorbed` naming columns that do not vary within
  ///   the effects and `rankDeficient` naming those that depend on others (with `.leftToRight` they are left
  ///   out and named in `aliased`).
  public func fit(_ sample: Sample) throws(RegressionError) -> PanelFit {
    try sample.checkPanel(effects)
    let fit = try AbsorbingModel(effects: effects, aliasing: aliasing).fit(sample)
    let recovered = FixedEffects(sample, fit)
    return try PanelFit(
      .within(effects: effects.map(\.name)), fit.swept,
      PanelParts(
        absorbedCount: fit.effectParameters, aliased: fit.aliased, effects: recovered.values,
        overallIntercept: recovered.intercept, sandwich: fit.sandwich))
  }
}
