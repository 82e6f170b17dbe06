/// How the columns of a block are stored beyond a run: without loss, in as few bytes as the spread of each needs.
///
/// Every number is whole, cents for the most part. Bytes that come from elsewhere may hold anything: what is decoded
/// is whole, and no number and no sum over givers goes beyond what can be counted exactly, or it is refused.
public struct BlockCoding: Sendable {
  /// Columns a simulation fills.
  public let columns: Int
  /// By column: one before it that may be the same.
  private let likely: [Int?]
  private let layout: PathLayout

  /// Largest magnitude of a number, and of the sum over all givers in a year: 22 million million dollars in cents. A
  /// gift is at most 1e13 cents.
  static let limit = 0x1p51

  /// Bytes that must be readable beyond those of a block.
  public static let margin = 8

  public init(_ layout: PathLayout) {
    (self.layout, columns) = (layout, layout.count)
    var likely = [Int?](repeating: nil, count: layout.count)
    for pair in layout.likely where pair.same < pair.column { likely[pair.column] = pair.same }
    self.likely = likely
  }

  /// Most bytes of a block.
  public var mostBytes: Int { BlockCoding.mostBytes(columns: columns) }

  /// Most bytes of a block of so many columns: those of plain numbers.
  public static func mostBytes(columns: Int) -> Int { columns * (1 + 8 + 8 * PathBlock.capacity) }

  // MARK: To bytes

  /// - Throws: `SimulationError` where a number is not whole, or too large.
  public func encode(_ block: PathBlock) throws(SimulationError) -> [UInt8] {
    let room = UnsafeMutableRawPointer.allocate(byteCount: mostBytes + BlockCoding.margin, alignment: 8)
    defer { room.deallocate() }
    var writer = ColumnWriter(room, limit: BlockCoding.limit)
    guard addsUp(block) else { throw refusal(of: block) }
    for column in 0..<columns {
      let values = block.values(column)
      if let other = likely[column], hasSameBits(values, block.values(other)) {
        writer.writeSame(as: other)
      } else if !writer.write(values) {
        throw refusal(of: block)
      }
    }
    return Array(UnsafeRawBufferPointer(start: room, count: writer.size))
  }

  private func refusal(of block: PathBlock) -> SimulationError {
    SimulationError(
      "paths \(block.first + 1) to \(block.first + block.count) hold an amount that is not in whole cents or beyond "
        + "\(Int(BlockCoding.limit)) cents; check the amounts of the book")
  }

  /// Whether what all givers together pay, and what is recognised of them, stays within the limit in every year.
  private func addsUp(_ block: PathBlock) -> Bool {
    var sums = [Double](repeating: 0, count: block.count)
    for first in [layout.received(giver: 0, year: 0), layout.recognised(giver: 0, year: 0)] {
      for year in 0..<layout.years {
        for path in sums.indices { sums[path] = 0 }
        for giver in 0..<layout.givers {
          let values = block.values(first + giver * layout.years + year)
          for path in sums.indices { sums[path] += values[path].magnitude }
        }
        guard sums.allSatisfy({ $0 <= BlockCoding.limit }) else { return false }
      }
    }
    return true
  }

  private func hasSameBits(_ one: UnsafeBufferPointer<Double>, _ other: UnsafeBufferPointer<Double>) -> Bool {
    for index in one.indices where one[index].bitPattern != other[index].bitPattern { return false }
    return true
  }

  // MARK: From bytes

  /// Fills the columns of a block whose place and number of paths are set.
  ///
  /// - Parameter bytes: those of the block, and `margin` more.
  /// - Returns: whether the bytes are a block of this many paths; what the columns hold is of no use if not.
  public func decode(_ bytes: UnsafeRawBufferPointer, into block: PathBlock) -> Bool {
    precondition(block.columns >= columns, "a block with room for \(columns) columns")
    var reader = ColumnReader(bytes, limit: BlockCoding.limit)
    for column in 0..<columns {
      guard reader.read(column, of: block) else { return false }
    }
    return reader.isAtEnd && addsUp(block)
  }
}
