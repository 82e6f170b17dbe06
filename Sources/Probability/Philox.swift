/// The counter-based generator Philox4x32 with 10 rounds: a keyed bijection of 128-bit blocks.
///
/// Each counter gives its block without any before it, so a path can be drawn alone and in any order.
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
public enum Philox4x32 {
  /// The block of four random words that belongs to a counter under a key.
  @inlinable
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var words = (counter.x, counter.y, counter.z, counter.w)
    var first = key.x
    var second = key.y
    for _ in 0..<10 {
      let left = UInt64(0xD251_1F53) &* UInt64(words.0)
      let right = UInt64(0xCD9E_8D57) &* UInt64(words.2)
      words = (
        UInt32(truncatingIfNeeded: right >> 32) ^ words.1 ^ first, UInt32(truncatingIfNeeded: right),
        UInt32(truncatingIfNeeded: left >> 32) ^ words.3 ^ second, UInt32(truncatingIfNeeded: left)
      )
      first &+= 0x9E37_79B9
      second &+= 0xBB67_AE85
    }
    return SIMD4(words.0, words.1, words.2, words.3)
  }
}
