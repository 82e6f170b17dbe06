/// Numbers of the same few bits, one after the other, the least bits first.
enum PackedNumbers {
  /// Most bits of a number.
  static let widest = 54

  /// Bits that hold every number up to the greatest.
  static func width(of greatest: UInt64) -> Int { UInt64.bitWidth - greatest.leadingZeroBitCount }

  static func bytes(_ count: Int, width: Int) -> Int { (count * width + 7) / 8 }

  /// Writes numbers below 2^width; up to eight bytes behind them are written over.
  @inline(__always)
  static func write(
    _ count: Int, width: Int, to place: UnsafeMutableRawPointer, _ number: (Int) -> UInt64
  ) {
    guard width > 0 else { return }
    var (place, word, filled) = (place, UInt64(0), 0)
    for index in 0..<count {
      word |= number(index) &<< UInt64(filled)
      filled &+= width
      place.storeBytes(of: word.littleEndian, as: UInt64.self)
      place += filled >> 3
      word &>>= UInt64(filled & ~7)
      filled &= 7
    }
  }

  /// Reads numbers; eight bytes behind them must be readable.
  @inline(__always)
  static func read(
    _ count: Int, width: Int, from place: UnsafeRawPointer, _ take: (_ index: Int, _ number: UInt64) -> Void
  ) {
    let mask: UInt64 = (1 << UInt64(width)) - 1
    for index in 0..<count {
      let bit = index &* width
      let word = UInt64(littleEndian: place.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
      take(index, (word &>> UInt64(bit & 7)) & mask)
    }
  }
}
