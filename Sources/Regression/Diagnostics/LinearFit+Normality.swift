internal import LinearAlgebra
internal import Probability

extension LinearFit {
  /// The test of Jarque and Bera for normal errors.
  ///
  /// n / 6 (S^2 + (K - 3)^2 / 4) with skewness S = m3 / m2^(3/2) and kurtosis K = m4 / m2^2 of the residuals,
  /// m their central moments divided by n; chi-square with 2 degrees of freedom, for large n. With weights
  /// the residuals times the roots of weights are tested, over the rows of positive weight. Agrees with
  /// statsmodels and R's tseries.
  public func jarqueBera() -> DiagnosticTest {
    let values = weightedResiduals
    let count = Double(values.count)
    let mean = WideVector(values).sum.value / count
    func moment(_ term: (Double) -> Double) -> Double {
      WideVector(values.map { term($0 - mean) }).sum.value / count
    }
    let variance = moment { $0 * $0 }
    let skewness = moment { $0 * $0 * $0 } / (variance * variance.squareRoot())
    let excess = moment { $0 * $0 * ($0 * $0) } / (variance * variance) - 3
    let statistic = count / 6 * (skewness * skewness + excess * excess / 4)
    return DiagnosticTest(
      name: "Jarque-Bera test", statistic: statistic, distribution: .chiSquared(degreesOfFreedom: 2),
      pValue: ChiSquared.upperTail(statistic, degreesOfFreedom: 2),
      assumption: "The errors are normal: skewness and excess kurtosis are zero.",
      source: "Jarque and Bera 1987, International Statistical Review 55")
  }

  /// The residuals of rows of positive weight times the roots of their weights.
  private var weightedResiduals: [Double] {
    guard let weights = sample.weights else { return residuals }
    return weights.indices.filter { weights[$0] > 0 }.map { residuals[$0] * weights[$0].squareRoot() }
  }
}
