/// Writes one column after the other into room that is large enough.
struct ColumnWriter {
  private let start: UnsafeMutableRawPointer
  private let limit: Double
  private var dictionary = ColumnDictionary()
  /// Bytes written.
  private(set) var size = 0

  /// - Parameter start: room for every column at its largest, and eight bytes more.
  init(_ start: UnsafeMutableRawPointer, limit: Double) { (self.start, self.limit) = (start, limit) }

  mutating func writeSame(as column: Int) {
    put(ColumnMark.same)
    put(UInt32(column))
  }

  /// Writes a column in the form that needs the fewest bytes.
  /// - Returns: whether every number was whole and within the limit; if not, nothing was written.
  mutating func write(_ values: UnsafeBufferPointer<Double>) -> Bool {
    var (least, greatest) = (Int64.max, Int64.min)
    var isPlain = true
    for value in values {
      guard value.magnitude <= limit else { return false }
      let whole = Int64(value)
      guard Double(whole) == value else { return false }
      isPlain = isPlain && Double(whole).bitPattern == value.bitPattern
      (least, greatest) = (min(least, whole), max(greatest, whole))
    }
    guard isPlain, !values.isEmpty else {
      writeBits(values)
      return true
    }
    let width = PackedNumbers.width(of: UInt64(greatest - least))
    if width > 1, dictionary.fill(values, most: mostEntries(values.count, width)) {
      writeDictionary(values.count, least, width)
    } else {
      writeOffsets(values.count, from: least, width: width) { Int64(values[$0]) }
    }
    return true
  }

  /// So many different numbers that a dictionary still takes fewer bytes.
  private func mostEntries(_ count: Int, _ width: Int) -> Int {
    let plain = PackedNumbers.bytes(count, width: width)
    for bits in stride(from: 8, to: 0, by: -1) {
      let most = (plain - PackedNumbers.bytes(count, width: bits) - 3) * 8 / width
      if most > 1 << (bits - 1) { return min(most, 1 << bits) }
    }
    return 1
  }

  // MARK: Forms

  private mutating func writeOffsets(
    _ count: Int, from least: Int64, width: Int, _ number: (Int) -> Int64
  ) {
    put(UInt8(width))
    put(UInt64(bitPattern: least))
    pack(count, width) { UInt64(number($0) &- least) }
  }

  private mutating func writeDictionary(_ count: Int, _ least: Int64, _ width: Int) {
    put(ColumnMark.dictionary)
    put(UInt8(dictionary.entries.count - 1))
    let (entries, places) = (dictionary.entries, dictionary.places)
    writeOffsets(entries.count, from: least, width: width) { entries[$0] }
    pack(count, dictionary.placeWidth) { UInt64(places[$0]) }
  }

  private mutating func writeBits(_ values: UnsafeBufferPointer<Double>) {
    put(ColumnMark.bits)
    for value in values { put(value.bitPattern) }
  }

  @inline(__always)
  private mutating func pack(_ count: Int, _ width: Int, _ number: (Int) -> UInt64) {
    PackedNumbers.write(count, width: width, to: start + size, number)
    size += PackedNumbers.bytes(count, width: width)
  }

  private mutating func put<Number: FixedWidthInteger>(_ number: Number) {
    (start + size).storeBytes(of: number.littleEndian, as: Number.self)
    size += MemoryLayout<Number>.size
  }
}
