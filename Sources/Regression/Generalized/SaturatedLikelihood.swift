internal import LinearAlgebra
internal import Probability

/// The log likelihood of a fit whose means are the responses, to which the deviance is counted.
///
/// Everything follows from S(x) = x ln x - x - ln Gamma(x + 1), the log probability of a Poisson count at its
/// own mean. Conventions of R's `logLik.glm`.
struct SaturatedLikelihood {
  let problem: LikelihoodProblem

  /// The log likelihood at half a deviance.
  func logLikelihood(halfDeviance: Double) -> Double {
    switch problem.rowModel.family {
    case .binomial: (sum { binomial($0, trials: $1) } + -halfDeviance).value
    case .poisson: (sum { SaturatedLikelihood.poisson($0) * $1 } + -halfDeviance).value
    case .gamma: gamma(halfDeviance)
    case .gaussian: gaussian(halfDeviance)
    }
  }

  private func sum(_ term: (_ response: Double, _ weight: Double) -> Double) -> DoubleDouble {
    var sum = DoubleDouble(0)
    for row in problem.response.indices where problem.weight(row) > 0 {
      sum = sum + term(problem.response[row], problem.weight(row))
    }
    return sum
  }

  /// The binomial probability of the successes at their own share; with trials or successes that are not
  /// whole (to 1e-3) there is no binomial coefficient, and the row counts by its entropy alone.
  private func binomial(_ share: Double, trials: Double) -> Double {
    guard share > 0, share < 1 else { return 0 }
    let (yes, all) = ((share * trials).rounded(), trials.rounded())
    guard (share * trials - yes).magnitude <= 1e-3, (trials - all).magnitude <= 1e-3, yes > 0, yes < all
    else { return trials * (share * Elementary.log(share) + (1 - share) * Elementary.log1p(-share)) }
    return SaturatedLikelihood.poisson(yes) + SaturatedLikelihood.poisson(all - yes)
      - SaturatedLikelihood.poisson(all)
  }

  /// With shape a = sum of weights / deviance: -a deviance / 2 + sum of w (S(a) + ln a - ln y).
  private func gamma(_ halfDeviance: Double) -> Double {
    let weights = sum { $1 }.value
    let shape = weights / (2 * halfDeviance)
    guard shape < .infinity else { return shape }
    let constant = SaturatedLikelihood.poisson(shape) + Elementary.log(shape)
    return (sum { (constant - Elementary.log($0)) * $1 } + -weights / 2).value
  }

  /// -n / 2 (ln(2 pi deviance / n) + 1) + sum of ln w / 2, weights as inverse variances.
  private func gaussian(_ halfDeviance: Double) -> Double {
    let rows = Double(problem.weightedRows)
    let logTwoPi = 1.8378770664093456
    let spread = -rows / 2 * (logTwoPi + Elementary.log(2 * halfDeviance / rows) + 1)
    return (sum { 0.5 * Elementary.log($1) } + spread).value
  }

  /// S(x); from 16 on minus ln(2 pi x) / 2 and Stirling's series, which lose nothing to cancellation.
  static func poisson(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    if x < 16 { return x * Elementary.log(x) - x - logGamma(x + 1) }
    let square = 1 / (x * x)
    let series =
      (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / x
    return -0.5 * (1.8378770664093456 + Elementary.log(x)) - series
  }
}
