/// A running sum Q' diag(w) Q over blocks of rows, in a fixed order.
///
/// Within a block eight lanes keep their own sums; blocks are added one after the other, so that n rows of
/// which 256 make a block lose n / 256 + 32 roundings at most.
public struct WeightedGram: Sendable {
  private let size: Int
  /// The lower triangle, row after row.
  private var sums: [Double]

  /// Zero.
  public init(size: Int) {
    self.size = size
    sums = [Double](repeating: 0, count: size * (size + 1) / 2)
  }

  /// The sum, symmetric.
  public var matrix: Matrix {
    var matrix = Matrix(rows: size, columns: size)
    for row in 0..<size {
      for column in 0...row {
        matrix[row, column] = sums[row * (row + 1) / 2 + column]
        matrix[column, row] = sums[row * (row + 1) / 2 + column]
      }
    }
    return matrix
  }

  /// Adds a block of `count` rows, column after column, each row with its weight.
  public mutating func add(_ q: UnsafeBufferPointer<Double>, count: Int, weights: [Double]) {
    precondition(q.count >= count * size && weights.count == count, "\(weights.count) weights of \(count)")
    guard let q = q.baseAddress, count > 0 else { return }
    weights.withUnsafeBufferPointer { weights in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { weighted in
        for row in 0..<size {
          let left = q + row * count
          for index in 0..<count { weighted[index] = weights[index] * left[index] }
          for column in 0...row {
            let product = WeightedGram.dot(weighted.baseAddress!, q + column * count, count)
            sums[row * (row + 1) / 2 + column] += product
          }
        }
      }
    }
  }

  @inline(__always)
  private static func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int) -> Double {
    var sum = SIMD8<Double>(repeating: 0)
    for index in stride(from: 0, to: count & ~7, by: 8) {
      sum += GramKernel.load(a, index) * GramKernel.load(b, index)
    }
    var total = 0.0
    for lane in 0..<8 { total += sum[lane] }
    for index in count & ~7..<count { total += a[index] * b[index] }
    return total
  }
}
