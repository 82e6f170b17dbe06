/// A vector of double-doubles; the second parts are left out where all are zero.
public struct WideVector: Sendable, Equatable {
  /// The elements rounded to double.
  public private(set) var high: [Double]
  /// What rounding left out; empty if nothing anywhere.
  public private(set) var low: [Double]

  /// Plain doubles, exactly.
  public init(_ values: [Double]) {
    high = values
    low = []
  }

  /// A vector from its parts; `low` is empty or as long as `high`.
  public init(high: [Double], low: [Double]) {
    precondition(low.isEmpty || low.count == high.count, "\(low.count) second parts for \(high.count)")
    self.high = high
    self.low = low
  }

  /// A vector from its elements.
  public init(_ elements: [DoubleDouble]) {
    high = elements.map(\.hi)
    low = elements.contains { $0.lo != 0 } ? elements.map(\.lo) : []
  }

  /// Zeros.
  public init(count: Int) { self.init([Double](repeating: 0, count: count)) }

  public var count: Int { high.count }

  /// The element at an index.
  @inlinable
  public subscript(index: Int) -> DoubleDouble {
    DoubleDouble(parts: high[index], low.isEmpty ? 0 : low[index])
  }

  /// The elements.
  public var elements: [DoubleDouble] { high.indices.map { self[$0] } }

  /// The elements of these indices, in their order.
  public func selecting(_ kept: [Int]) -> WideVector {
    WideVector(high: kept.map { high[$0] }, low: low.isEmpty ? [] : kept.map { low[$0] })
  }

  /// Element by element.
  public static func * (a: WideVector, b: WideVector) -> WideVector {
    precondition(a.count == b.count, "\(a.count) values times \(b.count)")
    return WideVector(a.high.indices.map { a[$0] * b[$0] })
  }

  /// Element by element.
  public static func + (a: WideVector, b: WideVector) -> WideVector {
    precondition(a.count == b.count, "\(a.count) values plus \(b.count)")
    return WideVector(a.high.indices.map { a[$0] + b[$0] })
  }

  /// Element by element.
  public static func - (a: WideVector, b: WideVector) -> WideVector {
    precondition(a.count == b.count, "\(a.count) values minus \(b.count)")
    return WideVector(a.high.indices.map { a[$0] - b[$0] })
  }

  /// The sum of all elements.
  public var sum: DoubleDouble {
    var sum = DoubleDouble(0)
    for index in high.indices { sum = sum + self[index] }
    return sum
  }

  /// The sum of all squares, in eight lanes.
  public var sumOfSquares: DoubleDouble {
    high.withUnsafeBufferPointer { high in
      low.withUnsafeBufferPointer { low in
        guard let first = high.baseAddress else { return DoubleDouble(0) }
        let squares = GramKernel.products(first, [first], rows: high.count)[0]
        guard let second = low.baseAddress, !low.isEmpty else { return squares }
        return squares + GramKernel.products(first, [second], rows: high.count)[0] * 2
      }
    }
  }

  /// The largest magnitude; zero if there are no elements.
  var largest: Double { LinearAlgebra.largest(high) }

  mutating func add(_ step: [Double]) {
    if low.isEmpty { low = [Double](repeating: 0, count: high.count) }
    for index in high.indices {
      let sum = DoubleDouble(parts: high[index], low[index]) + step[index]
      high[index] = sum.hi
      low[index] = sum.lo
    }
  }

  /// The elements put on a grid of 2^-bits of the largest (or of the scale given, if that is larger).
  /// What lies below half the grid becomes zero.
  func gridded(bits: Int, relativeTo scale: Double = 0) -> WideVector {
    let most = max(largest, scale)
    guard most > 0 else { return self }
    let grid = Double(sign: .plus, exponent: most.exponent - bits, significand: 1)
    return WideGrid(vector: self, grid: grid).rounded
  }

  /// The vector times a power of two, exactly.
  public func scaled(by power: Double) -> WideVector {
    WideVector(high: high.map { $0 * power }, low: low.map { $0 * power })
  }
}

extension DoubleDouble {
  /// The nearest multiple of a power of two.
  func rounded(to grid: Double) -> DoubleDouble {
    let coarse = (hi / grid).rounded(.toNearestOrEven)
    let rest = (DoubleDouble(hi / grid - coarse) + lo / grid).value.rounded(.toNearestOrEven)
    return DoubleDouble.twoSum(coarse * grid, rest * grid)
  }
}

/// A vector put on a grid, blocks of it by different threads.
private struct WideGrid {
  let vector: WideVector
  let grid: Double

  var rounded: WideVector {
    let count = vector.count
    var low: [Double] = []
    let high = [Double](unsafeUninitializedCapacity: count) { high, filledHigh in
      low = [Double](unsafeUninitializedCapacity: count) { low, filledLow in
        let hasLow = fill(Target(high: high, low: low))
        filledLow = hasLow ? count : 0
      }
      filledHigh = count
    }
    return WideVector(high: high, low: low)
  }

  private struct Target: @unchecked Sendable {
    let high: UnsafeMutableBufferPointer<Double>
    let low: UnsafeMutableBufferPointer<Double>
  }

  /// Whether any second part is not zero.
  private func fill(_ target: Target) -> Bool {
    let (vector, grid) = (vector, grid)
    return RowBlocks.map(rows: vector.count) { block in
      var hasLow = false
      for index in block {
        let value = vector[index].rounded(to: grid)
        target.high.initializeElement(at: index, to: value.hi)
        target.low.initializeElement(at: index, to: value.lo)
        if value.lo != 0 { hasLow = true }
      }
      return hasLow
    }.contains(true)
  }
}
