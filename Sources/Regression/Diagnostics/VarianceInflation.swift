internal import LinearAlgebra
internal import Probability

/// How much the other terms inflate the variance of a term's coefficients.
public struct VarianceInflation: Sendable, Equatable {
  /// The term of the formula.
  public let label: String
  /// The number of its columns.
  public let degreesOfFreedom: Int
  /// The generalised factor of Fox and Monette: for one column 1 / (1 - R^2) of the column on the others;
  /// for several the squared ratio of the volumes of their confidence regions with and without the others.
  public let factor: Double

  /// factor^(1 / (2 df)): how much a standard error grows, comparable between terms.
  public var perCoefficient: Double {
    degreesOfFreedom == 1
      ? factor.squareRoot() : Elementary.power(factor, 0.5 / Double(degreesOfFreedom))
  }
}

extension LinearFit {
  /// The inflation of each term but the intercept, weights included, as `vif` of R's car.
  ///
  /// The product over the term's columns of (length orthogonal to the intercept and the term's columns
  /// further left / length orthogonal to those and to all other terms)^2, in double-double. Without an
  /// intercept lengths are taken from zero, as car does with a warning: large values are then no sign of
  /// collinearity. Source: Fox and Monette 1992, Journal of the American Statistical Association 87.
  public func varianceInflation() -> [VarianceInflation] {
    let triangle = GramFactor(system.data).triangle
    let intercept = sample.design.interceptColumn.map { [$0] } ?? []
    return sample.design.terms.filter { Array($0.columns) != intercept }.map { term in
      let own = Array(term.columns)
      let others = names.indices.filter { !term.columns.contains($0) }
      let alone = lengths(triangle, intercept, own)
      let beside = lengths(triangle, others, own)
      let factor = zip(alone, beside).reduce(DoubleDouble(1)) { product, pair in
        let ratio = pair.0 / pair.1
        return product * (ratio * ratio)
      }
      return VarianceInflation(label: term.label, degreesOfFreedom: own.count, factor: factor.value)
    }
  }

  /// The lengths of columns orthogonal to others and to those of their own further left.
  private func lengths(_ triangle: WideMatrix, _ others: [Int], _ own: [Int]) -> [DoubleDouble] {
    let factor = GramFactor(triangle.selecting(columns: others + own))
    return Array(factor.orthogonalLengths.suffix(own.count))
  }
}
