internal import LinearAlgebra

/// What fitting a `RidgeModel` gave.
public struct RidgeFit: Sendable, Equatable {
  /// The column names, the intercept among them.
  public let names: [String]
  public let penalty: Double
  /// One coefficient per column, in the columns' own units.
  public let coefficients: [Double]
  /// One coefficient per penalised column, for columns centred and divided by `scales`.
  public let scaledCoefficients: [Double]
  /// The root mean squares of the penalised columns, centred where there is an intercept.
  public let scales: [Double]
  /// design * coefficients + offset, one per row.
  public let fitted: [Double]
  /// response - fitted, one per row.
  public let residuals: [Double]
  /// The weighted sum of squared residuals.
  public let residualSquares: Double
  /// The sum of d^2 / (d^2 + penalty) over the singular values d of the scaled columns, plus one for the
  /// intercept: coefficients, each counted by the share of it that the penalty leaves.
  public let effectiveDegreesOfFreedom: Double
  /// Generalised cross-validation, residual squares / (n - slopes' effective degrees of freedom)^2, n the
  /// rows of positive weight: as `lm.ridge`. Source: Golub, Heath and Wahba 1979, Technometrics 21.
  public let generalizedCrossValidation: Double
  /// The mean squared error of predicting each row from a fit without it (scales kept):
  /// mean of (residual / (1 - h))^2, h the row's leverage, the intercept's share included.
  public let leaveOneOutError: Double

  init(_ rows: StandardizedRows, _ penalty: Double, _ sample: Sample) throws(RegressionError) {
    let (design, response) = rows.augmented(penalty)
    let solution = try rows.solve(design, response, names: sample.design.names)
    let shares = rows.slopeLeverages(design, solution.factor)
    let residuals = solution.residuals.high.prefix(rows.matrix.rows)
    let slopes = zip(solution.coefficients.elements, rows.scales).map { $0 / $1 }
    let count = Double(rows.weights.count { $0 > 0 })
    let freedom = shares.reduce(0, +)
    self.penalty = penalty
    names = sample.design.names
    scaledCoefficients = solution.coefficients.high
    scales = rows.scales.map(\.value)
    coefficients = rows.coefficients(slopes, count: names.count)
    residualSquares = WideVector(Array(residuals)).sumOfSquares.value
    fitted = rows.fitted(slopes, sample)
    self.residuals = zip(sample.response.high, fitted).map { $0 - $1 }
    effectiveDegreesOfFreedom = freedom + (rows.hasIntercept ? 1 : 0)
    generalizedCrossValidation = residualSquares / ((count - freedom) * (count - freedom))
    leaveOneOutError = rows.leaveOneOutError(Array(residuals), shares)
  }
}

/// Ridge fits of one sample over a list of penalties.
public struct RidgePath: Sendable, Equatable {
  /// One per penalty, at least one, in the order given.
  public let fits: [RidgeFit]

  /// The fit of least generalised cross-validation; the first of equals.
  public var bestByCrossValidation: RidgeFit {
    fits.min { $0.generalizedCrossValidation < $1.generalizedCrossValidation }!
  }

  /// The fit of least leave-one-out error; the first of equals.
  public var bestByLeaveOneOut: RidgeFit { fits.min { $0.leaveOneOutError < $1.leaveOneOutError }! }
}

extension StandardizedRows {
  fileprivate func solve(
    _ design: WideMatrix, _ response: WideVector, names: [String]
  ) throws(RegressionError) -> LeastSquaresSolution {
    do throws(LinearAlgebraError) {
      return try solveLeastSquares(design, response, inverse: false)
    } catch {
      if case .rankDeficient(let columns) = error {
        throw .rankDeficient(columns: columns.map { names[slopes[$0]] })
      }
      throw .numerical(error.description)
    }
  }

  /// z'(Z'Z + penalty)^-1 z for each row of data.
  fileprivate func slopeLeverages(
    _ augmented: WideMatrix, _ factor: GramFactor
  ) -> [Double] {
    let basis = Whitening(factor).rows(of: augmented)
    return (0..<matrix.rows).map { row in basis.row(row).reduce(0) { $0 + $1 * $1 } }
  }

  /// Slopes put among all columns, the intercept by the means.
  fileprivate func coefficients(_ slopes: [DoubleDouble], count: Int) -> [Double] {
    var result = [Double](repeating: intercept(slopes).value, count: count)
    for (index, column) in self.slopes.enumerated() { result[column] = slopes[index].value }
    return result
  }

  private func intercept(_ slopes: [DoubleDouble]) -> DoubleDouble {
    zip(slopes, means).reduce(responseMean) { $0 - $1.0 * $1.1 }
  }

  fileprivate func fitted(_ slopes: [DoubleDouble], _ sample: Sample) -> [Double] {
    let intercept = hasIntercept ? intercept(slopes) : DoubleDouble(0)
    return (0..<sample.rows).map { row in
      var sum = intercept + (sample.offset?[row] ?? DoubleDouble(0))
      for (index, column) in self.slopes.enumerated() {
        sum = sum + slopes[index] * sample.design.matrix[row, column]
      }
      return sum.value
    }
  }

  /// From residuals and leverages of weighted rows; the intercept adds its weight's share to a leverage.
  fileprivate func leaveOneOutError(_ residuals: [Double], _ shares: [Double]) -> Double {
    let total = WideVector(weights).sum.value
    var sum = DoubleDouble(0)
    for row in residuals.indices {
      let leverage = shares[row] + (hasIntercept ? weights[row] / total : 0)
      let error = residuals[row] / (1 - leverage)
      sum = sum + DoubleDouble.twoProduct(error, error)
    }
    return sum.value / total
  }
}
