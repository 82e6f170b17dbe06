internal import Probability

/// First and second derivatives of minus the log posterior at a point, the largest factor eliminated.
///
/// With D the diagonal of the largest factor, C its rows against the dense part and B the dense part,
/// H = [B C'; C D]; U'U = B - C'D^-1 C.
struct CrossedLogitCurvature {
  let rows: CrossedLogitRows
  /// The derivatives of the log posterior: dense part, then largest factor.
  private(set) var gradient: [Double]
  private(set) var diagonal: [Double]
  private(set) var cross: [Double]
  private(set) var triangle: UpperTriangle

  /// - Parameters:
  ///   - slopes: y - p of each row.
  ///   - weights: p (1 - p) of each row.
  ///   - gradient: what the priors add.
  ///   - precisions: of the coefficients' prior.
  init(
    _ rows: CrossedLogitRows, deviations: [Double], slopes: [Double], weights: [Double],
    gradient: [Double], precisions: [Double]
  ) {
    self.rows = rows
    var sums = CrossedLogitSums(rows, deviations: deviations, gradient: gradient, precisions: precisions)
    sums.add(slopes: slopes, weights: weights)
    self.gradient = sums.gradient
    diagonal = sums.diagonal
    cross = sums.cross
    sums.eliminate()
    triangle = UpperTriangle(sums.matrix, order: rows.dense)
  }

  /// log det H.
  var logDeterminant: Double {
    var sum = triangle.logDeterminant
    for value in diagonal { sum += Elementary.log(value) }
    return sum
  }

  /// H^-1 g: Newton's step.
  var step: [Double] {
    let dense = rows.dense
    var right = Array(gradient[..<dense])
    for level in diagonal.indices {
      let share = gradient[dense + level] / diagonal[level]
      for column in 0..<dense { right[column] -= share * cross[level * dense + column] }
    }
    var result = triangle.solve(right)
    for level in diagonal.indices {
      var rest = gradient[dense + level]
      for column in 0..<dense { rest -= cross[level * dense + column] * result[column] }
      result.append(rest / diagonal[level])
    }
    return result
  }

  /// Row by row the inverse of the dense part's Schur complement: the covariance of its unknowns.
  var denseCovariance: [[Double]] {
    (0..<rows.dense).map { index in
      var unit = [Double](repeating: 0, count: rows.dense)
      unit[index] = 1
      return triangle.solve(unit)
    }
  }

  /// The variances of the largest factor's effects: 1 / D + C S^-1 C' / D^2.
  var largestVariances: [Double] {
    let dense = rows.dense
    return diagonal.indices.map { level in
      let y = triangle.forward(Array(cross[level * dense..<(level + 1) * dense]))
      var sum = 0.0
      for value in y { sum += value * value }
      return 1 / diagonal[level] + sum / (diagonal[level] * diagonal[level])
    }
  }
}
