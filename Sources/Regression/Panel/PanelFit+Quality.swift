internal import LinearAlgebra

extension PanelFit {
  /// The intercept as transformed and weighted, if there is one.
  private var constant: WideVector? {
    transformed.sample.design.interceptColumn.map { transformed.system.matrix.column($0) }
  }

  /// The sum of squares of the transformed response, about its mean where there is an intercept.
  public var totalSumOfSquares: Double { sumOfSquares(about: constant) }

  /// The sum of squares of the response less its projection on a column.
  private func sumOfSquares(about column: WideVector?) -> Double {
    let response = transformed.system.targets
    guard let column, column.sumOfSquares.hi > 0 else { return response.sumOfSquares.value }
    let slope = (column * response).sum / column.sumOfSquares
    return (response - column.times(slope)).sumOfSquares.value
  }

  /// The share of the transformed response that the columns explain, as plm reports it: 1 - residual / total
  /// sum of squares; for random effects the squared correlation of transformed response and fitted values.
  public var rSquared: Double {
    if case .random = estimator { return squaredCorrelation }
    return 1 - residualSumOfSquares / totalSumOfSquares
  }

  private var squaredCorrelation: Double {
    let response = transformed.system.targets.centred
    let fitted = (transformed.system.targets - transformed.solution.residuals).centred
    let product = (response * fitted).sum
    return (product * product / (response.sumOfSquares * fitted.sumOfSquares)).value
  }

  /// 1 - (1 - R^2) (n - 1) / residual degrees of freedom.
  public var adjustedRSquared: Double {
    1 - (1 - rSquared) * Double(observations - 1) / residualDegreesOfFreedom
  }

  /// Whether all slopes are zero: F, or for random effects chi-square; nil without slopes.
  public var slopesTest: SpecificationTest? {
    let slopes = Double(names.count { $0 != Design.intercept })
    guard slopes > 0 else { return nil }
    let statistic =
      (totalSumOfSquares - residualSumOfSquares) / (residualSumOfSquares / residualDegreesOfFreedom)
    return reference == .normal
      ? SpecificationTest(
        name: "all slopes are zero", statistic: statistic, distribution: .chiSquared(slopes))
      : SpecificationTest(
        name: "all slopes are zero", statistic: statistic / slopes,
        distribution: .f(slopes, residualDegreesOfFreedom))
  }
}

extension WideVector {
  /// Each element times a number.
  func times(_ factor: DoubleDouble) -> WideVector {
    WideVector(high.indices.map { self[$0] * factor })
  }

  /// Each element less their mean.
  var centred: WideVector {
    let mean = sum / DoubleDouble(Double(max(1, count)))
    return self - WideVector([DoubleDouble](repeating: mean, count: count))
  }
}
