internal import LinearAlgebra

/// The triangle L of a small symmetric positive definite matrix A = L L' in double-double.
struct WideCholesky {
  private let lower: [[DoubleDouble]]

  /// Factors a matrix given by its rows, of which the lower triangle is read; nil if it is not positive
  /// definite.
  init?(_ matrix: [[DoubleDouble]]) {
    var lower: [[DoubleDouble]] = []
    for row in matrix.indices {
      var line: [DoubleDouble] = []
      for column in 0...row {
        var rest = matrix[row][column]
        for left in 0..<column {
          rest = rest - line[left] * (column < row ? lower[column][left] : line[left])
        }
        if column < row {
          line.append(rest / lower[column][column])
        } else if rest.hi > 0 {
          line.append(rest.squareRoot())
        } else {
          return nil
        }
      }
      lower.append(line)
    }
    self.lower = lower
  }

  /// The diagonal of L, whose squares multiply to the determinant.
  var diagonal: [DoubleDouble] { lower.indices.map { lower[$0][$0] } }

  /// L^-1 b.
  func forward(_ b: [DoubleDouble]) -> [DoubleDouble] {
    var y = b
    for row in y.indices {
      for left in 0..<row { y[row] = y[row] - lower[row][left] * y[left] }
      y[row] = y[row] / lower[row][row]
    }
    return y
  }

  /// A^-1 b.
  func solve(_ b: [DoubleDouble]) -> [DoubleDouble] {
    var y = forward(b)
    for row in y.indices.reversed() {
      for below in y.indices where below > row { y[row] = y[row] - lower[below][row] * y[below] }
      y[row] = y[row] / lower[row][row]
    }
    return y
  }
}
