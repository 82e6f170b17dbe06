/// Texts of a file that come again and again, each kept once.
///
/// Open addressing over a fixed table; once it is half full, or where too many texts fall on one place, new
/// texts are simply made anew.
struct StringPool {
  private static let slotCount = 1 << 16
  private static let mostProbes = 16

  private var slots = [Int32](repeating: -1, count: slotCount)
  private var strings: [String] = []
  private var hashes: [Int] = []

  /// The text of UTF-8 bytes.
  mutating func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    if range.isEmpty { return "" }
    let hash = StringPool.hash(bytes, range)
    var slot = hash & (StringPool.slotCount - 1)
    for _ in 0..<StringPool.mostProbes {
      let index = Int(slots[slot])
      if index < 0 { return insert(bytes, range, hash, at: slot) }
      if hashes[index] == hash, strings[index].utf8.elementsEqual(bytes[range]) { return strings[index] }
      slot = (slot + 1) & (StringPool.slotCount - 1)
    }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func insert(_ bytes: [UInt8], _ range: Range<Int>, _ hash: Int, at slot: Int) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    if strings.count < StringPool.slotCount / 2 {
      slots[slot] = Int32(strings.count)
      strings.append(text)
      hashes.append(hash)
    }
    return text
  }

  /// FNV-1a.
  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
