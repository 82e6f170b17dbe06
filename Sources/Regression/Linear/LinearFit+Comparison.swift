internal import LinearAlgebra

extension LinearFit {
  /// Whether a smaller model does as well: R's `anova` of two nested models,
  /// F = ((RSS_small - RSS) / (df_small - df)) / (RSS / df).
  ///
  /// That the smaller model's columns lie in the span of this one's is not checked.
  /// - Throws: `unsupported` if the models are of other responses, rows or weights, or not smaller.
  public func comparison(with smaller: LinearFit) throws(RegressionError) -> JointTest {
    guard smaller.sample.response == sample.response, smaller.sample.weights == sample.weights,
      smaller.sample.offset == sample.offset
    else { throw .unsupported("models of other responses, weights or offsets cannot be compared") }
    let restrictions = smaller.residualDegreesOfFreedom - residualDegreesOfFreedom
    guard restrictions > 0, residualDegreesOfFreedom > 0 else {
      throw .unsupported(
        "the model compared with leaves \(smaller.residualDegreesOfFreedom) degrees of freedom, this one "
          + "\(residualDegreesOfFreedom): the smaller model must leave more, the larger at least 1")
    }
    let more = smaller.solution.residuals.sumOfSquares - solution.residuals.sumOfSquares
    let ratio = more / DoubleDouble(restrictions) / variance
    return JointTest(
      statistic: ratio.value, numerator: restrictions, denominator: residualDegreesOfFreedom)
  }
}
