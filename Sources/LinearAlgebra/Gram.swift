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
    for triangle in RowBlocks.map(rows: x.rows, { Gram.triangle(x, $0) }) {
      for index in elements.indices { elements[index] = elements[index] + triangle[index] }
    }
  }

  /// The upper triangle of a block of rows.
  private static func triangle(_ x: WideMatrix, _ rows: Range<Int>) -> [DoubleDouble] {
    var sums = [DoubleDouble](repeating: DoubleDouble(0), count: x.columns * x.columns)
    for column in 0..<x.columns {
      let start = column * x.rows
      for (row, product) in products(x, (x.high, x.low), start, rows, upTo: column + 1).enumerated() {
        sums[row + column * x.columns] = product
      }
    }
    return sums
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

  /// X'v: each column of X times a vector.
  static func products(_ x: WideMatrix, _ v: WideVector) -> [DoubleDouble] {
    let blocks = RowBlocks.map(rows: x.rows) { products(x, (v.high, v.low), 0, $0, upTo: x.columns) }
    return blocks.dropFirst().reduce(into: blocks[0]) { add($1, to: &$0) }
  }

  /// A block of rows of X'v, v from a place of its parts on; second parts enter by the two products that a
  /// double-double can hold.
  private static func products(
    _ x: WideMatrix, _ v: (high: [Double], low: [Double]), _ start: Int, _ rows: Range<Int>, upTo count: Int
  ) -> [DoubleDouble] {
    var sums = products(x.high, x.rows, v.high, start, rows, upTo: count)
    if !x.low.isEmpty { add(products(x.low, x.rows, v.high, start, rows, upTo: count), to: &sums) }
    if !v.low.isEmpty { add(products(x.high, x.rows, v.low, start, rows, upTo: count), to: &sums) }
    return sums
  }

  private static func add(_ more: [DoubleDouble], to sums: inout [DoubleDouble]) {
    for index in sums.indices { sums[index] = sums[index] + more[index] }
  }

  private static func products(
    _ x: [Double], _ length: Int, _ v: [Double], _ start: Int, _ rows: Range<Int>, upTo count: Int
  ) -> [DoubleDouble] {
    guard !rows.isEmpty, count > 0 else { return [DoubleDouble](repeating: DoubleDouble(0), count: count) }
    return x.withUnsafeBufferPointer { x in
      v.withUnsafeBufferPointer { v in
        stride(from: 0, to: count, by: 4).flatMap { first in
          let four = (first..<min(first + 4, count)).map { x.baseAddress! + $0 * length + rows.lowerBound }
          return GramKernel.products(v.baseAddress! + start + rows.lowerBound, four, rows: rows.count)
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
