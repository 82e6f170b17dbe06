/// X'X and X'y in double-double: the upper triangle, column by column.
struct Gram {
  let size: Int
  private var elements: [DoubleDouble]

  subscript(row: Int, column: Int) -> DoubleDouble {
    get { elements[row < column ? row + column * size : column + row * size] }
    set { elements[row < column ? row + column * size : column + row * size] = newValue }
  }

  /// All products of the columns of a matrix.
  init(_ x: WideMatrix) {
    size = x.columns
    elements = [DoubleDouble](repeating: DoubleDouble(0), count: size * size)
    for column in 0..<size {
      for (row, product) in Gram.products(x, column, upTo: column + 1).enumerated() {
        self[row, column] = product
      }
    }
  }

  /// The elements as they stand after scaling the columns by powers of two.
  func scaled(by scales: [Double]) -> Gram {
    var result = self
    for column in 0..<size {
      for row in 0...column {
        result[row, column] = self[row, column].times(1 / scales[row], 1 / scales[column])
      }
    }
    return result
  }

  /// x_j' x_column for j from 0 up to a count.
  private static func products(_ x: WideMatrix, _ column: Int, upTo count: Int) -> [DoubleDouble] {
    products(x, x.column(column), upTo: count)
  }

  /// X'v: each column of X times a vector.
  static func products(_ x: WideMatrix, _ v: WideVector) -> [DoubleDouble] { products(x, v, upTo: x.columns) }

  /// Second parts enter by the two products that a double-double can hold.
  private static func products(_ x: WideMatrix, _ v: WideVector, upTo count: Int) -> [DoubleDouble] {
    var sums = products(x.high, v.high, rows: x.rows, upTo: count)
    if !x.low.isEmpty { add(products(x.low, v.high, rows: x.rows, upTo: count), to: &sums) }
    if !v.low.isEmpty { add(products(x.high, v.low, rows: x.rows, upTo: count), to: &sums) }
    return sums
  }

  private static func add(_ more: [DoubleDouble], to sums: inout [DoubleDouble]) {
    for index in sums.indices { sums[index] = sums[index] + more[index] }
  }

  private static func products(_ x: [Double], _ v: [Double], rows: Int, upTo count: Int) -> [DoubleDouble] {
    guard rows > 0, count > 0 else { return [DoubleDouble](repeating: DoubleDouble(0), count: count) }
    return x.withUnsafeBufferPointer { x in
      v.withUnsafeBufferPointer { v in
        stride(from: 0, to: count, by: 4).flatMap { start in
          let four = (start..<min(start + 4, count)).map { x.baseAddress! + $0 * rows }
          return GramKernel.products(v.baseAddress!, four, rows: rows)
        }
      }
    }
  }
}

extension DoubleDouble {
  /// The number times two powers of two, one after the other, exactly.
  func times(_ first: Double, _ second: Double) -> DoubleDouble {
    DoubleDouble(parts: hi * first * second, lo * first * second)
  }
}
