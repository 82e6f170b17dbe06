import Vectors

/// Room one thread needs while it counts a block of at most 512 values.
public final class SampleScratch {
  public static let capacity = 512

  /// The bin of each value of the last block.
  let bins: UnsafeMutablePointer<Int>
  /// Room for values chosen of a block.
  let chosen: UnsafeMutablePointer<Double>
  private let measured: UnsafeMutablePointer<Double>
  private let rare: UnsafeMutablePointer<Double>
  private var touched: UInt16 = 0

  public init() {
    bins = .allocate(capacity: SampleScratch.capacity)
    chosen = .allocate(capacity: SampleScratch.capacity)
    measured = .allocate(capacity: SampleScratch.capacity)
    rare = .allocate(capacity: SampleScratch.capacity)
  }

  deinit {
    bins.deallocate()
    chosen.deallocate()
    measured.deallocate()
    rare.deallocate()
  }

  /// Reads one number of every cache line of a table, so that the lines come all at once and not one by one when each
  /// is first counted in.
  func touch(_ table: UnsafePointer<UInt16>, _ count: Int) {
    var sum: UInt16 = 0
    for place in stride(from: 0, to: count, by: 32) { sum &+= table[place] }
    touched = sum
  }

  /// The values that are numbers, in their order; `values` itself where all are.
  func known(_ values: UnsafeBufferPointer<Double>) -> UnsafeBufferPointer<Double> {
    var count = 0
    for value in values {
      measured[count] = value
      count &+= value.isNaN ? 0 : 1
    }
    return count == values.count ? values : UnsafeBufferPointer(start: measured, count: count)
  }

  /// The values that are none of the common ones, in their order.
  ///
  /// - Parameter counts: of each common value; those of the block are added.
  func others(
    _ values: UnsafeBufferPointer<Double>, than common: CommonValues, _ counts: inout [Int]
  ) -> UnsafeBufferPointer<Double> {
    var rest = values
    for (index, value) in common.values.enumerated() {
      let (bits, place) = (value.bitPattern, rare)
      var next = 0
      // The value 0 has two patterns; the other one, which hardly ever comes, is a value like any.
      for other in rest {
        place[next] = other
        // 1 where the patterns differ, without a branch nobody can foretell.
        let difference = other.bitPattern ^ bits
        next &+= Int(truncatingIfNeeded: (difference | (0 &- difference)) &>> 63)
      }
      counts[index] += rest.count - next
      rest = UnsafeBufferPointer(start: place, count: next)
    }
    return rest
  }

  /// Finds the bin of every value.
  func place(_ values: UnsafeBufferPointer<Double>, _ scale: BinScale) {
    precondition(values.count <= SampleScratch.capacity, "too many values at a time")
    let eights = values.count / Lanes.count * Lanes.count
    let place = UnsafeMutableRawPointer(bins)
    for start in stride(from: 0, to: eights, by: Lanes.count) {
      place.storeBytes(
        of: scale.bins(Lanes(values, from: start)), toByteOffset: start * 8, as: SIMD8<UInt64>.self)
    }
    for index in eights..<values.count { bins[index] = scale.bin(values[index]) }
  }

  /// Chooses those of the last block's values whose bin holds an odd number in `table`.
  ///
  /// - Returns: how many were written to `room`.
  func choose(
    _ values: UnsafeBufferPointer<Double>, _ table: UnsafePointer<UInt16>,
    to room: UnsafeMutablePointer<Double>
  ) -> Int {
    var next = 0
    for index in 0..<values.count {
      room[next] = values[index]
      next &+= Int(table[bins[index]] & 1)
    }
    return next
  }
}
