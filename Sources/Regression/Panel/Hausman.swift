internal import LinearAlgebra

/// Hausman's test: whether two estimators of the same slopes, of which one is efficient if the random effects
/// are uncorrelated with the regressors, differ by more than chance (`phtest`).
///
///     |d'(V_1 - V_2)^-1 d|,     d the difference of the slopes both have
///
/// Where the difference of the covariances is no covariance, as happens in samples, the statistic is given as
/// plm gives it and the remark says so; take `mundlak` then.
/// Source: Hausman 1978.
///
/// - Parameters:
///   - consistent: the fit that needs no assumption on the effects: within.
///   - efficient: the fit that does: random.
/// - Throws: `unsupported` if no slope is in both, `numerical` if the difference is singular.
public func hausman(
  consistent: PanelFit, efficient: PanelFit
) throws(RegressionError) -> SpecificationTest {
  let names = efficient.names.filter { $0 != Design.intercept && consistent.names.contains($0) }
  guard !names.isEmpty else {
    throw .unsupported("the two models have no slope in common: there is nothing to compare")
  }
  let one = names.map { consistent.names.firstIndex(of: $0)! }
  let other = names.map { efficient.names.firstIndex(of: $0)! }
  let difference = zip(one, other).map {
    DoubleDouble.twoSum(consistent.coefficients[$0], -efficient.coefficients[$1])
  }
  let variances = names.indices.map { row in
    names.indices.map { column in
      DoubleDouble.twoSum(
        consistent.covariance[one[row], one[column]], -efficient.covariance[other[row], other[column]])
    }
  }
  guard let solved = solveSymmetric(variances, difference) else {
    throw .numerical("the difference of the two covariances is singular: take the Mundlak test")
  }
  var statistic = DoubleDouble(0)
  for (weight, value) in zip(solved.solution, difference) { statistic = statistic + weight * value }
  return SpecificationTest(
    name: "Hausman: both models estimate the same slopes", statistic: statistic.value.magnitude,
    distribution: .chiSquared(Double(names.count)),
    remark: solved.isPositiveDefinite
      ? nil
      : "the difference of the covariances is not positive definite, so the statistic need not follow "
        + "chi-square: take the Mundlak test")
}

/// The solution of A x = b for a symmetric A by elimination with row exchanges, and whether A is positive
/// definite; nil if a pivot vanishes.
func solveSymmetric(
  _ matrix: [[DoubleDouble]], _ right: [DoubleDouble]
) -> (solution: [DoubleDouble], isPositiveDefinite: Bool)? {
  let isPositive = WideCholesky(matrix) != nil
  var a = zip(matrix, right).map { $0 + [$1] }
  for column in a.indices {
    let pivot = (column..<a.count).max { a[$0][column].hi.magnitude < a[$1][column].hi.magnitude }!
    guard a[pivot][column].hi != 0 else { return nil }
    a.swapAt(column, pivot)
    for row in a.indices where row > column {
      let factor = a[row][column] / a[column][column]
      for index in column...a.count { a[row][index] = a[row][index] - factor * a[column][index] }
    }
  }
  var solution = a.map { $0[a.count] }
  for row in a.indices.reversed() {
    for column in a.indices where column > row {
      solution[row] = solution[row] - a[row][column] * solution[column]
    }
    solution[row] = solution[row] / a[row][row]
  }
  return (solution, isPositive)
}
