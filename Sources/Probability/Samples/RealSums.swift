import Vectors

/// The sum and the sum of squares of one block of numbers to twice the digits of a double.
///
/// The sums of blocks are added in the order of the blocks, never in that of the threads that made them: the bits
/// depend on the blocks alone.
public struct RealSums: Sendable, Equatable {
  private(set) var count = 0
  private(set) var sum = Pair()
  private(set) var squares = Pair()

  /// Of nothing.
  public init() {}

  /// Of a block; nan marks a path without a value and is left out.
  public init(_ values: UnsafeBufferPointer<Double>) {
    let eights = values.count / Lanes.count * Lanes.count
    var (sums, products) = (LanePair(), LanePair())
    var measured = Lanes(0)
    for start in stride(from: 0, to: eights, by: Lanes.count) {
      let eight = Lanes(values, from: start)
      let isMeasured = eight .== eight
      let known = isMeasured.only(eight)
      measured += isMeasured.only(Lanes(1))
      sums.add(known)
      products.addSquare(known)
    }
    for lane in 0..<Lanes.count {
      count += Int(measured[lane])
      sum = sum + sums.pair(lane)
      squares = squares + products.pair(lane)
    }
    for value in values[eights...] where !value.isNaN { add(value) }
  }

  private mutating func add(_ value: Double) {
    count += 1
    sum.add(value)
    squares.addProduct(value, value)
  }

  /// Adds the sums of the next block.
  public mutating func add(_ next: RealSums) {
    count += next.count
    sum = sum + next.sum
    squares = squares + next.squares
  }

  /// What mean and deviation follow from.
  var moments: Moments { Moments(count: count, sum: sum, squares: squares) }
}
