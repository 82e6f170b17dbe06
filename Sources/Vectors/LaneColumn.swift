public import CVectors

/// Memory for the columns of one worker: made once, used from block to block, given back with it.
public final class LaneStore {
  private let memory: UnsafeMutablePointer<SIMD8<Double>>
  private let size: Int
  private var used = 0

  /// Room for so many eights, all zero.
  public init(eights: Int) {
    size = eights
    memory = .allocate(capacity: eights)
    memory.initialize(repeating: SIMD8(repeating: 0), count: eights)
  }

  deinit { memory.deallocate() }

  /// A column of `count` eights; valid as long as the store.
  public func column(_ count: Int) -> LaneColumn {
    precondition(used + count <= size, "the store is too small for its columns")
    defer { used += count }
    return LaneColumn(memory + used)
  }

}

/// One number for each path of a block: eights in a row, or numbers in a row. A part of a `LaneStore`, which must
/// outlive it; places are not checked.
public struct LaneColumn {
  @usableFromInline let eights: UnsafeMutablePointer<SIMD8<Double>>

  @usableFromInline @inline(__always)
  init(_ eights: UnsafeMutablePointer<SIMD8<Double>>) { self.eights = eights }

  /// Memory of somebody else's, aligned to an eight.
  @inlinable @inline(__always)
  public init(at numbers: UnsafeMutablePointer<Double>) {
    self.init(UnsafeMutableRawPointer(numbers).assumingMemoryBound(to: SIMD8<Double>.self))
  }

  /// The eights from `index` on.
  @inlinable @inline(__always)
  public func from(_ index: Int) -> LaneColumn { LaneColumn(eights + index) }

  @inlinable
  public subscript(index: Int) -> Lanes {
    @inline(__always) get { Lanes(eights[index]) }
    @inline(__always) nonmutating set { eights[index] = newValue.vector }
  }

  /// The column as numbers.
  @inlinable @inline(__always)
  public var numbers: UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(eights).assumingMemoryBound(to: Double.self)
  }

  /// Yes where a number is above zero.
  @inlinable @inline(__always)
  public func mask(_ index: Int) -> LaneMask { LaneMask(self[index]) }

  /// The numbers at eight places.
  @inlinable @inline(__always)
  public func gather(_ places: SIMD8<Int>) -> Lanes { Lanes(lanes_look_up(numbers, places)) }

  /// Writes the numbers at eight places; where two are the same the later stays.
  @inlinable @inline(__always)
  public func scatter(_ values: Lanes, to places: SIMD8<Int>) { lanes_put(numbers, places, values.vector) }

  /// Adds to the numbers at eight places, one after the other.
  @inlinable @inline(__always)
  public func add(_ values: Lanes, to places: SIMD8<Int>) { lanes_add_to(numbers, places, values.vector) }

  public func fill(_ value: Lanes, count: Int) {
    for index in 0..<count { self[index] = value }
  }
}

/// Columns of the same length side by side; places are not checked.
public struct LaneColumns {
  @usableFromInline let first: LaneColumn
  @usableFromInline let eights: Int

  public init(_ store: LaneStore, _ count: Int, eights: Int) {
    (first, self.eights) = (store.column(count * eights), eights)
  }

  @inlinable @inline(__always)
  public subscript(column: Int) -> LaneColumn { first.from(column &* eights) }
}

/// A table of numbers looked up in eight places at a time; made once and never changed.
public struct LaneTable: @unchecked Sendable {
  @usableFromInline let values: UnsafePointer<Double>
  @usableFromInline let last: Double

  /// A table that lasts as long as the process: for the few that are constants.
  public init(constant values: [Double]) {
    precondition(!values.isEmpty, "a table holds something")
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: values.count)
    memory.initialize(from: values, count: values.count)
    (self.values, last) = (UnsafePointer(memory), Double(values.count - 1))
  }

  /// A table in a store; valid as long as it.
  public init(_ values: [Double], in store: LaneStore) {
    precondition(!values.isEmpty, "a table holds something")
    let memory = store.column((values.count + Lanes.count - 1) / Lanes.count).numbers
    memory.update(from: values, count: values.count)
    (self.values, last) = (UnsafePointer(memory), Double(values.count - 1))
  }

  /// The entries at whole numbers from 0 on; beyond the end the last one.
  @inlinable @inline(__always)
  public subscript(places: Lanes) -> Lanes {
    Lanes(lanes_look_up(values, min(places, Lanes(last)).places))
  }
}

extension Lanes {
  /// Whole numbers from 0 to 2^51 as places.
  @inlinable @inline(__always)
  public var places: SIMD8<Int> {
    unsafeBitCast((self + 0x1p52).bits & 0xF_FFFF_FFFF_FFFF, to: SIMD8<Int>.self)
  }
}
