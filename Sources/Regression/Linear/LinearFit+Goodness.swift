internal import LinearAlgebra
internal import Probability

/// How well a linear model fits; all sums in double-double, so that nothing cancels for responses such as
/// 1000000000000.4. Definitions are those of R's `summary.lm`, `logLik` and `AIC`; with a prior they are
/// those of the fitted values it leads to.
extension LinearFit {
  /// The sum of w (y - fitted)^2.
  public var residualSumOfSquares: Double { residualSquares.value }

  /// The sum of w (y - mean)^2, y less the offset, mean weighted; the sum of w y^2 without an intercept.
  public var totalSumOfSquares: Double { squares(about: targets).value }

  /// The sum of w (f - mean of f)^2, f fitted less the offset; the sum of w f^2 without an intercept.
  public var modelSumOfSquares: Double { modelSquares.value }

  /// The share of the model in model and residual sum of squares; nan if both are zero.
  public var rSquared: Double { (modelSquares / (modelSquares + residualSquares)).value }

  /// 1 - (1 - R^2) (n - 1) / degrees of freedom; n in place of n - 1 without an intercept.
  public var adjustedRSquared: Double {
    let share = residualSquares / (modelSquares + residualSquares)
    let ratio = DoubleDouble(Double(observations - interceptCount)) / DoubleDouble(residualDegreesOfFreedom)
    return (DoubleDouble(1) - share * ratio).value
  }

  /// Whether the columns but the intercept explain anything: model mean square over residual mean square.
  /// nil if there is no such column or nothing to estimate the error from.
  public var fTest: JointTest? {
    let columns = coefficients.count - interceptCount
    guard columns > 0, residualDegreesOfFreedom > 0 else { return nil }
    let ratio = modelSquares / DoubleDouble(Double(columns)) / variance
    return JointTest(
      statistic: ratio.value, numerator: Double(columns), denominator: residualDegreesOfFreedom)
  }

  /// The log likelihood at its maximum over sigma: (sum ln w - n (ln 2 pi + 1 - ln n + ln RSS)) / 2.
  public var logLikelihood: Double {
    let n = Double(observations)
    var logWeights = DoubleDouble(0)
    for weight in sample.weights ?? [] where weight > 0 { logWeights = logWeights + Elementary.log(weight) }
    let inner = Elementary.log(2 * Double.pi) + 1 - Elementary.log(n) + Elementary.log(residualSumOfSquares)
    return 0.5 * (logWeights.value - n * inner)
  }

  /// -2 log likelihood + 2 (k + 1): sigma counts as a parameter.
  public var aic: Double { -2 * logLikelihood + 2 * Double(coefficients.count + 1) }

  /// -2 log likelihood + ln n (k + 1).
  public var bic: Double {
    -2 * logLikelihood + Elementary.log(Double(observations)) * Double(coefficients.count + 1)
  }

  /// One with an intercept, else zero.
  private var interceptCount: Int { sample.design.interceptColumn == nil ? 0 : 1 }

  /// The residuals of rows of data, times the roots of weights.
  private var weightedResiduals: WideVector { solution.residuals.prefix(system.dataRows) }

  private var residualSquares: DoubleDouble { weightedResiduals.sumOfSquares }

  /// The responses less the offset, times the roots of weights.
  private var targets: WideVector { system.targets.prefix(system.dataRows) }

  private var modelSquares: DoubleDouble { squares(about: targets - weightedResiduals) }

  /// The sum of squares of weighted values, about their weighted mean with an intercept.
  private func squares(about values: WideVector) -> DoubleDouble {
    guard interceptCount > 0 else { return values.sumOfSquares }
    guard let roots = system.roots else {
      let mean = values.sum / DoubleDouble(Double(values.count))
      return values.subtracting(mean).sumOfSquares
    }
    let mean = (values * roots).sum / roots.sumOfSquares
    return (values - roots.scaled(by: mean)).sumOfSquares
  }
}
