/// The triangle L of X'X = L L' in double-double, by Cholesky, columns taken from left to right.
///
/// Squaring the condition number costs nothing that matters at 106 bits: what the pivots tell is exact enough
/// to judge rank, and while the columns are far from dependent, solutions are correct far beyond double.
/// Our own arithmetic in a fixed order: the same bits on every machine.
public struct GramFactor: Sendable, Equatable {
  /// The number of columns.
  public let size: Int
  /// Powers of two by which the columns were divided.
  let scales: [Double]
  /// L, row by row, lower triangle; rows and columns of dependent columns are zero.
  let lower: [DoubleDouble]
  /// Columns that depend on columns to their left: the part of a column orthogonal to those is at most
  /// `rankTolerance` of its length.
  public let dependent: [Int]
  /// The smallest share of a column's length that is orthogonal to the columns on its left.
  public let smallestShare: Double

  /// Whether so little is left of a column that what rounding does to doubles shows in coefficients: less
  /// than 1e-4 of its length.
  public var isNearlyDependent: Bool { smallestShare < independentShare }

  /// Factors the Gram matrix of a design of finite values.
  public init(_ design: WideMatrix) {
    let scaled = ScaledDesign.scales(of: design)
    self =
      GramFactor.areModerate(scaled)
      ? GramFactor(Gram(design).scaled(by: scaled), scaled)
      : GramFactor(Gram(ScaledDesign(design).matrix), scaled)
  }

  /// Whether squares of columns of these scales keep all their digits within the range of doubles.
  private static func areModerate(_ scales: [Double]) -> Bool {
    scales.allSatisfy { $0 > 0x1p-200 && $0 < 0x1p200 }
  }

  /// Whether the columns' scales allow products of them as they stand.
  var hasModerateScales: Bool { GramFactor.areModerate(scales) }

  init(_ gram: Gram, _ scales: [Double]) {
    size = gram.size
    self.scales = scales
    var lower = [DoubleDouble](repeating: DoubleDouble(0), count: size * size)
    var dependent: [Int] = []
    var smallest = 1.0
    for column in 0..<size {
      let pivot = GramFactor.remainder(gram, lower, column, column)
      let share = gram[column, column].hi > 0 ? max(0, pivot.hi / gram[column, column].hi) : 0
      guard share > rankTolerance * rankTolerance else {
        dependent.append(column)
        continue
      }
      smallest = min(smallest, share)
      let root = pivot.squareRoot()
      lower[column * size + column] = root
      for row in column + 1..<max(size, column + 1) {
        lower[row * size + column] = GramFactor.remainder(gram, lower, row, column) / root
      }
    }
    self.lower = lower
    self.dependent = dependent
    smallestShare = smallest.squareRoot()
  }

  private static func remainder(
    _ gram: Gram, _ lower: [DoubleDouble], _ row: Int, _ column: Int
  ) -> DoubleDouble {
    var rest = gram[row, column]
    for left in 0..<column { rest = rest - lower[row * gram.size + left] * lower[column * gram.size + left] }
    return rest
  }

  /// (X'X)^-1 b, for independent columns.
  public func solve(_ b: [DoubleDouble]) -> [DoubleDouble] {
    zip(solveScaled(zip(b, scales).map { $0.times(1 / $1, 1) }), scales).map { $0.times(1 / $1, 1) }
  }

  /// The same for the design with its columns divided by `scales`.
  func solveScaled(_ b: [DoubleDouble]) -> [DoubleDouble] {
    var y = b
    for row in 0..<size {
      for left in 0..<row { y[row] = y[row] - lower[row * size + left] * y[left] }
      y[row] = y[row] / lower[row * size + row]
    }
    for row in (0..<size).reversed() {
      for below in row + 1..<max(size, row + 1) { y[row] = y[row] - lower[below * size + row] * y[below] }
      y[row] = y[row] / lower[row * size + row]
    }
    return y
  }

  /// Coefficients put on a grid of 2^-72 of the largest scaled one, or of a scale if that is larger.
  func gridded(_ coefficients: WideVector, relativeTo scale: Double) -> WideVector {
    let scaled = WideVector(scales.indices.map { coefficients[$0].times(scales[$0], 1) })
    let grid = scaled.gridded(bits: 72, relativeTo: scale)
    return WideVector(scales.indices.map { grid[$0].times(1 / scales[$0], 1) })
  }

  /// (X'X)^-1, rounded; symmetric.
  public var inverse: Matrix {
    var inverse = Matrix(rows: size, columns: size)
    for column in 0..<size {
      var unit = [DoubleDouble](repeating: DoubleDouble(0), count: size)
      unit[column] = DoubleDouble(1)
      for (row, element) in solve(unit).enumerated() where row >= column {
        inverse[row, column] = element.value
        inverse[column, row] = element.value
      }
    }
    return inverse
  }
}

extension GramFactor {
  /// The diagonal of L of the design as it was given: their product is the square root of det X'X.
  public var diagonal: [Double] {
    (0..<size).map { lower[$0 * size + $0].hi * scales[$0] }
  }
}

extension WideMatrix {
  /// The power of two at or just below a column's largest magnitude; one if all are zero.
  func power(ofColumn column: Int) -> Double {
    high.withUnsafeBufferPointer { high in
      powerOfTwo(near: UnsafeBufferPointer(rebasing: high[column * rows..<(column + 1) * rows]))
    }
  }
}
