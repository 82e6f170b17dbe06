public import LinearAlgebra

extension Estimate {
  /// Wald's test that coefficients have certain values (zero if none are given).
  ///
  /// F = (b - q)'V^-1 (b - q) / m with m restrictions and the smallest degrees of freedom of the
  /// coefficients tested; where they are normal, chi-square (b - q)'V^-1 (b - q).
  /// - Throws: `unsupported` for an unknown name, or where V of the restrictions is singular.
  public func waldTest(
    _ columns: [String], equal values: [Double]? = nil, covariance: CovarianceEstimate
  ) throws(RegressionError) -> JointTest {
    var restrictions = Matrix(rows: columns.count, columns: names.count)
    for (row, name) in columns.enumerated() {
      guard let column = names.firstIndex(of: name) else {
        throw .unsupported(
          "there is no coefficient '\(name)' to test; there are \(names.joined(separator: ", "))")
      }
      restrictions[row, column] = 1
    }
    return try waldTest(restrictions, equal: values, covariance: covariance)
  }

  /// Wald's test that R b = q, R with a row for each restriction and a column for each coefficient.
  public func waldTest(
    _ restrictions: Matrix, equal values: [Double]? = nil, covariance: CovarianceEstimate
  ) throws(RegressionError) -> JointTest {
    let count = restrictions.rows
    guard restrictions.columns == coefficients.count, covariance.matrix.rows == coefficients.count else {
      throw .lengthMismatch(
        what: "coefficients of restrictions", expected: coefficients.count, found: restrictions.columns)
    }
    guard count > 0, values?.count ?? count == count else {
      throw .lengthMismatch(what: "values of restrictions", expected: count, found: values?.count ?? 0)
    }
    let distance = zip(restrictions.times(coefficients), values ?? [Double](repeating: 0, count: count))
      .map { $0 - $1 }
    let square = try quadraticForm(
      distance, restrictions.times(covariance.matrix).times(restrictions.transposed))
    let tested = covariance.references.indices.filter { column in
      (0..<count).contains { restrictions[$0, column] != 0 }
    }
    let freedom = tested.map { covariance.references[$0].degreesOfFreedom }.min() ?? .infinity
    return JointTest(
      statistic: freedom == .infinity ? square : square / Double(count), numerator: Double(count),
      denominator: freedom)
  }
}

/// d'V^-1 d by Cholesky, V scaled to ones on its diagonal.
private func quadraticForm(_ distance: [Double], _ matrix: Matrix) throws(RegressionError) -> Double {
  let scales = distance.indices.map { matrix[$0, $0].squareRoot() }
  var scaled = matrix
  for row in scales.indices {
    for column in scales.indices {
      scaled[row, column] = matrix[row, column] / (scales[row] * scales[column])
    }
  }
  do throws(LinearAlgebraError) {
    let lower = try Cholesky(scaled).lower
    var square = 0.0
    var solved: [Double] = []
    for row in distance.indices {
      var rest = distance[row] / scales[row]
      for left in 0..<row { rest -= lower[row, left] * solved[left] }
      solved.append(rest / lower[row, row])
      square += solved[row] * solved[row]
    }
    return square
  } catch {
    throw .unsupported(
      "the covariance of the \(distance.count) restrictions is singular: they repeat each other, or "
        + "there are fewer clusters or periods than restrictions; test fewer")
  }
}

extension Reference {
  /// Infinite for the normal.
  public var degreesOfFreedom: Double {
    switch self {
    case .normal: .infinity
    case .studentT(let degreesOfFreedom): degreesOfFreedom
    }
  }
}
