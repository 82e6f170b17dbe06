internal import LinearAlgebra

/// A sample as ridge regression sees it: columns centred where there is an intercept, each divided by the
/// root of its mean square, rows times the roots of their weights; in double-double.
struct StandardizedRows {
  /// The columns of the design that are penalised: all but the intercept.
  let slopes: [Int]
  /// n by slopes.
  let matrix: WideMatrix
  let response: WideVector
  /// The means and scales taken out, one per slope.
  let means: [DoubleDouble]
  let scales: [DoubleDouble]
  let responseMean: DoubleDouble
  let hasIntercept: Bool
  let weights: [Double]

  /// - Throws: `rankDeficient` naming columns that do not vary.
  init(_ sample: Sample) throws(RegressionError) {
    weights = sample.weights ?? [Double](repeating: 1, count: sample.rows)
    hasIntercept = sample.design.interceptColumn != nil
    let slopes = sample.design.names.indices.filter { $0 != sample.design.interceptColumn }
    self.slopes = slopes
    let weighing = Weighing(weights, centers: hasIntercept)
    let target = weighing.centered(sample.offset.map { sample.response - $0 } ?? sample.response)
    response = target.values * weighing.roots
    responseMean = target.mean
    let columns = slopes.map { weighing.centered(sample.design.matrix.column($0)) }
    means = columns.map(\.mean)
    let scales = columns.map { weighing.rootMeanSquare($0.values) }
    self.scales = scales
    let constant = slopes.indices.filter { index in
      let most = sample.design.matrix.column(slopes[index]).high.map(\.magnitude).max() ?? 0
      return !(scales[index].hi > rankTolerance * most)
    }
    guard constant.isEmpty else {
      throw .rankDeficient(columns: constant.map { sample.design.names[slopes[$0]] })
    }
    matrix = WideMatrix(
      rows: sample.rows,
      columns: zip(columns, scales).map { column, scale in
        WideVector((column.values * weighing.roots).elements.map { $0 / scale })
      })
  }

  /// Above the columns the rows sqrt(penalty) e_j, above the response zeros.
  func augmented(_ penalty: Double) -> (design: WideMatrix, response: WideVector) {
    guard penalty > 0 else { return (matrix, response) }
    let root = DoubleDouble(penalty).squareRoot()
    let zeros = [DoubleDouble](repeating: DoubleDouble(0), count: slopes.count)
    let columns = slopes.indices.map { index in
      var column = matrix.column(index).elements + zeros
      column[matrix.rows + index] = root
      return WideVector(column)
    }
    return (
      WideMatrix(rows: matrix.rows + slopes.count, columns: columns),
      WideVector(response.elements + zeros)
    )
  }
}

/// Means and mean squares of weighted rows.
private struct Weighing {
  let weights: WideVector
  let roots: WideVector
  let total: DoubleDouble
  let centers: Bool

  init(_ weights: [Double], centers: Bool) {
    self.weights = WideVector(weights)
    roots = WideVector(weights.map { DoubleDouble($0).squareRoot() })
    total = self.weights.sum
    self.centers = centers
  }

  func centered(_ values: WideVector) -> (values: WideVector, mean: DoubleDouble) {
    guard centers else { return (values, DoubleDouble(0)) }
    let mean = (values * weights).sum / total
    return (WideVector(values.elements.map { $0 - mean }), mean)
  }

  func rootMeanSquare(_ values: WideVector) -> DoubleDouble {
    ((values * values * weights).sum / total).squareRoot()
  }
}
