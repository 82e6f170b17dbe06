internal import LinearAlgebra

/// The least squares problem of a linear model: rows times the roots of their weights, rows of weight zero
/// left out, and below them one row `1 / sd` for each proper prior, its target `mean / sd`.
struct LinearSystem {
  /// Rows of data, then rows of priors.
  let matrix: WideMatrix
  let targets: WideVector
  /// For each row of data the row of the sample; nil where they are the same.
  let rows: [Int]?
  /// How many rows are data.
  let dataRows: Int
  /// The square roots of the weights of the rows of data; nil for ones.
  let roots: WideVector?

  init(_ sample: Sample, _ prior: NormalPrior?) {
    let positive = sample.weights?.indices.filter { sample.weights![$0] > 0 }
    let rows = positive?.count == sample.rows ? nil : positive
    self.rows = rows
    var matrix = sample.design.matrix
    var targets = sample.offset.map { sample.response - $0 } ?? sample.response
    if let rows {
      matrix = matrix.selecting(rows: rows)
      targets = targets.selecting(rows)
    }
    roots = sample.weights.map { LinearSystem.roots($0, rows) }
    if let roots {
      matrix = matrix.scalingRows(by: roots)
      targets = targets * roots
    }
    dataRows = matrix.rows
    if let prior {
      matrix = matrix.appending(prior)
      targets = targets.appending(prior)
    }
    self.matrix = matrix
    self.targets = targets
  }

  /// The square roots of the weights above zero, in double-double.
  private static func roots(_ weights: [Double], _ rows: [Int]?) -> WideVector {
    let counted = rows?.map { weights[$0] } ?? weights
    return WideVector(counted.map { DoubleDouble($0).squareRoot() })
  }

  /// The rows of data alone.
  var data: WideMatrix {
    dataRows == matrix.rows ? matrix : matrix.selecting(rows: Array(0..<dataRows))
  }

  /// - Throws: `rankDeficient` with names, `fewerRowsThanColumns`, or what the linear algebra says.
  func solve(_ names: [String]) throws(RegressionError) -> LeastSquaresSolution {
    do throws(LinearAlgebraError) {
      return try solveLeastSquares(matrix, targets)
    } catch {
      switch error {
      case .rankDeficient(let columns): throw .rankDeficient(columns: columns.map { names[$0] })
      case .fewerRowsThanColumns:
        throw .fewerRowsThanColumns(rows: dataRows, columns: matrix.columns)
      default: throw .numerical(error.description)
      }
    }
  }
}

extension WideMatrix {
  fileprivate func appending(_ prior: NormalPrior) -> WideMatrix {
    let proper = prior.properColumns
    return WideMatrix(
      rows: rows + proper.count,
      columns: (0..<columns).map { index in
        let more = proper.map { $0 == index ? 1 / prior.standardDeviations[$0] : 0 }
        return column(index).appending(more)
      })
  }
}

extension WideVector {
  fileprivate func appending(_ prior: NormalPrior) -> WideVector {
    appending(prior.properColumns.map { prior.means[$0] / prior.standardDeviations[$0] })
  }

  fileprivate func appending(_ more: [Double]) -> WideVector {
    WideVector(high: high + more, low: low.isEmpty ? [] : low + more.map { _ in 0 })
  }
}
