public import Vectors

/// Up to 512 paths in a row, one column a quantity, eight paths a vector: small enough to stay in the caches while
/// everything that is asked of these paths is counted.
///
/// Blocks begin at multiples of 512 over all paths of a run, whoever makes them; only the last may be shorter.
/// Lanes beyond `count` hold anything.
public final class PathBlock {
  /// Paths of a full block.
  public static let capacity = 512
  /// Numbers from one column to the next: an odd number of cache lines, so that the columns of one path do not
  /// fight for the same places of a cache.
  private static let stride = capacity + 8

  /// Columns, those a simulation fills first.
  public let columns: Int
  /// The first path.
  public private(set) var first = 0
  /// How many paths.
  public private(set) var count = 0

  @usableFromInline let cells: UnsafeMutablePointer<Double>
  @usableFromInline let stride = PathBlock.stride

  public init(columns: Int) {
    self.columns = columns
    let bytes = max(columns, 1) * PathBlock.stride * MemoryLayout<Double>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    cells = memory.bindMemory(to: Double.self, capacity: bytes / MemoryLayout<Double>.stride)
    cells.initialize(repeating: 0, count: max(columns, 1) * PathBlock.stride)
  }

  deinit { cells.deallocate() }

  /// Makes this the block of an index among those of `paths` paths; its columns are to be filled again.
  public func begin(_ index: Int, of paths: Int) {
    first = index * PathBlock.capacity
    count = min(PathBlock.capacity, paths - first)
  }

  /// How many blocks hold so many paths.
  public static func blocks(of paths: Int) -> Int { (paths + capacity - 1) / capacity }

  /// Vectors that hold a path.
  public var vectors: Int { (count + Lanes.count - 1) / Lanes.count }

  /// The paths `first + 8 vector` ... `first + 8 vector + 7` of a column.
  @inlinable
  public subscript(column: Int, vector: Int) -> Lanes {
    @inline(__always) get {
      Lanes(UnsafeRawPointer(place(column, vector)).load(as: SIMD8<Double>.self))
    }
    @inline(__always) set {
      UnsafeMutableRawPointer(place(column, vector)).storeBytes(of: newValue.vector, as: SIMD8<Double>.self)
    }
  }

  /// Where a vector of a column stands.
  @inlinable @inline(__always)
  public func place(_ column: Int, _ vector: Int) -> UnsafeMutablePointer<Double> {
    cells + (column &* stride &+ vector &* Lanes.count)
  }

  /// The paths of a column.
  public func values(_ column: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: place(column, 0), count: count)
  }

  /// Whether two columns hold the same numbers.
  func isSame(_ column: Int, as other: Int) -> Bool {
    for vector in 0..<count / Lanes.count {
      guard (self[column, vector] .== self[other, vector]).all else { return false }
    }
    return values(column)[(count / Lanes.count * Lanes.count)...].elementsEqual(
      values(other)[(count / Lanes.count * Lanes.count)...])
  }
}
