/// The different numbers of a column, and which of them stands on each path.
struct ColumnDictionary {
  /// As they first appear.
  private(set) var entries: [Int64] = []
  /// By path.
  private(set) var places: [UInt8]
  /// By hash: the place of an entry, and one; 0: none.
  private var slots: [UInt16]

  private static let slotBits = 10

  init() {
    places = Array(repeating: 0, count: PathBlock.capacity)
    slots = Array(repeating: 0, count: 1 << ColumnDictionary.slotBits)
    entries.reserveCapacity(ColumnMark.mostEntries)
  }

  /// Bits of a place.
  var placeWidth: Int { PackedNumbers.width(of: UInt64(max(entries.count, 1) - 1)) }

  /// Takes the whole numbers of a column.
  /// - Returns: whether there are at most `most` different ones.
  mutating func fill(_ values: UnsafeBufferPointer<Double>, most: Int) -> Bool {
    entries.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
    for index in values.indices {
      guard let place = place(of: Int64(values[index]), most) else { return false }
      places[index] = UInt8(place)
    }
    return true
  }

  private mutating func place(of number: Int64, _ most: Int) -> Int? {
    let hash = UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(hash >> UInt64(64 - ColumnDictionary.slotBits))
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if entries[place] == number { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard entries.count < most else { return nil }
    entries.append(number)
    slots[slot] = UInt16(entries.count)
    return entries.count - 1
  }
}
