import Vectors

/// Room one thread needs while it counts a block of at most 512 values.
public final class SampleScratch {
  public static let capacity = 512

  /// The bin of each value of the last block; for a common value one of the eight places beside the bins.
  let bins: UnsafeMutablePointer<Int>
  /// Values chosen of the last block.
  let chosen: UnsafeMutablePointer<Double>
  private let values: UnsafeMutablePointer<Double>
  private var touched: UInt16 = 0

  public init() {
    bins = .allocate(capacity: SampleScratch.capacity)
    chosen = .allocate(capacity: SampleScratch.capacity)
    values = .allocate(capacity: SampleScratch.capacity)
  }

  deinit {
    bins.deallocate()
    chosen.deallocate()
    values.deallocate()
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
      self.values[count] = value
      count += value.isNaN ? 0 : 1
    }
    return count == values.count ? values : UnsafeBufferPointer(start: self.values, count: count)
  }

  /// Finds the bin of every value.
  ///
  /// - Returns: how many values are each of the common ones.
  func place(_ values: UnsafeBufferPointer<Double>, _ form: SampleForm) -> SIMD4<Int> {
    place(values, form.scale)
    var apart = SIMD4<Int>(repeating: 0)
    for (index, common) in form.common.values.enumerated() { apart[index] = setAside(common, values) }
    return apart
  }

  /// Finds the bin of every value, common ones among them.
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

  /// Chooses those of the last block's values whose place in `table` holds an odd number.
  func choose(
    _ values: UnsafeBufferPointer<Double>, _ table: UnsafePointer<UInt16>
  ) -> (UnsafePointer<Double>, Int) {
    var next = 0
    for index in 0..<values.count {
      chosen[next] = values[index]
      next &+= Int(table[bins[index]] & 1)
    }
    return (UnsafePointer(chosen), next)
  }

  /// Moves a common value's places beside the bins, and counts them.
  private func setAside(_ common: Double, _ values: UnsafeBufferPointer<Double>) -> Int {
    let eights = values.count / Lanes.count * Lanes.count
    let beside = Lanes(bits: SampleScratch.beside)
    let place = UnsafeMutableRawPointer(bins)
    var found = Lanes(0)
    for start in stride(from: 0, to: eights, by: Lanes.count) {
      let same = Lanes(values, from: start) .== common
      found += same.only(Lanes(1))
      let old = Lanes(bits: place.load(fromByteOffset: start * 8, as: SIMD8<UInt64>.self))
      place.storeBytes(of: same.select(beside, old).bits, toByteOffset: start * 8, as: SIMD8<UInt64>.self)
    }
    var count = 0
    for lane in 0..<Lanes.count { count += Int(found[lane]) }
    for index in eights..<values.count where values[index] == common {
      bins[index] = BinScale.count
      count += 1
    }
    return count
  }

  private static let beside = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7) &+ UInt64(BinScale.count)
}
