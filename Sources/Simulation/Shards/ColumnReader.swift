/// Reads one column after the other from bytes of a block that may hold anything.
struct ColumnReader {
  private let bytes: UnsafeRawBufferPointer
  /// Bytes of the block; those behind them may be read and say nothing.
  private let size: Int
  private let limit: Double
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer, limit: Double) {
    precondition(bytes.count >= BlockCoding.margin, "a block ends with a margin")
    (self.bytes, self.limit) = (bytes, limit)
    size = bytes.count - BlockCoding.margin
  }

  var isAtEnd: Bool { place == size }

  /// Whether there was such a column.
  mutating func read(_ column: Int, of block: PathBlock) -> Bool {
    guard place < size else { return false }
    let mark = bytes[place]
    place += 1
    let values = UnsafeMutableBufferPointer(start: block.place(column, 0), count: block.count)
    switch mark {
    case ColumnMark.same: return readSame(column, of: block, into: values)
    case ColumnMark.bits: return readBits(into: values)
    case ColumnMark.dictionary: return readDictionary(into: values)
    default: return readOffsets(width: Int(mark), into: values)
    }
  }

  private mutating func readSame(
    _ column: Int, of block: PathBlock, into values: UnsafeMutableBufferPointer<Double>
  ) -> Bool {
    guard let start = take(4) else { return false }
    let other = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self))
    guard Int(other) < column else { return false }
    _ = values.update(from: block.values(Int(other)))
    return true
  }

  private mutating func readBits(into values: UnsafeMutableBufferPointer<Double>) -> Bool {
    guard let start = take(8 * values.count) else { return false }
    for index in values.indices {
      let value = Double(bitPattern: load(start + 8 * index))
      guard value.magnitude <= limit, value == value.rounded(.towardZero) else { return false }
      values[index] = value
    }
    return true
  }

  private mutating func readOffsets(width: Int, into values: UnsafeMutableBufferPointer<Double>) -> Bool {
    guard width <= PackedNumbers.widest, let head = take(8),
      let numbers = packed(values.count, width)
    else { return false }
    let least = Int64(bitPattern: load(head))
    guard least.magnitude <= UInt64(limit) else { return false }
    var greatest: UInt64 = 0
    PackedNumbers.read(values.count, width: width, from: numbers) { index, number in
      greatest = max(greatest, number)
      values[index] = Double(least &+ Int64(truncatingIfNeeded: number))
    }
    return least + Int64(greatest) <= Int64(limit)
  }

  private mutating func readDictionary(into values: UnsafeMutableBufferPointer<Double>) -> Bool {
    guard let head = take(2) else { return false }
    let count = Int(bytes[head]) + 1
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: ColumnMark.mostEntries) { room in
      let entries = UnsafeMutableBufferPointer(rebasing: room[..<count])
      let width = PackedNumbers.width(of: UInt64(count - 1))
      guard readOffsets(width: Int(bytes[head + 1]), into: entries),
        let places = packed(values.count, width)
      else { return false }
      var greatest = 0
      PackedNumbers.read(values.count, width: width, from: places) { index, number in
        let place = Int(number)
        greatest = max(greatest, place)
        values[index] = entries[min(place, count &- 1)]
      }
      return greatest < count
    }
  }

  /// Where so many packed numbers begin.
  private mutating func packed(_ count: Int, _ width: Int) -> UnsafeRawPointer? {
    guard let start = take(PackedNumbers.bytes(count, width: width)) else { return nil }
    return bytes.baseAddress.map { $0 + start }
  }

  /// Where the next bytes begin; `nil` where there are not so many.
  private mutating func take(_ count: Int) -> Int? {
    guard count <= size - place else { return nil }
    defer { place += count }
    return place
  }

  /// Eight bytes from a place within the block; the last of them may lie in the margin.
  private func load(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
