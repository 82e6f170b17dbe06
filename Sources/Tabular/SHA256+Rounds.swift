extension SHA256 {
  /// First 32 bits of the fractions of the square roots of the first 8 primes.
  static let initialState = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  /// First 32 bits of the fractions of the cube roots of the first 64 primes.
  static let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]

  /// One block of 64 bytes: 64 rounds over the expanded message.
  ///
  /// Eight rounds at a time, after which every variable is at its own place again.
  static func compress(
    _ state: SIMD8<UInt32>, _ block: UnsafePointer<UInt8>, _ constants: UnsafePointer<UInt32>
  ) -> SIMD8<UInt32> {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      guard let words = words.baseAddress else { return state }
      expand(block, into: words)
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      var round = 0
      while round < 64 {
        let (k, w) = (constants + round, words + round)
        turn(a, b, c, &d, e, f, g, &h, k[0] &+ w[0])
        turn(h, a, b, &c, d, e, f, &g, k[1] &+ w[1])
        turn(g, h, a, &b, c, d, e, &f, k[2] &+ w[2])
        turn(f, g, h, &a, b, c, d, &e, k[3] &+ w[3])
        turn(e, f, g, &h, a, b, c, &d, k[4] &+ w[4])
        turn(d, e, f, &g, h, a, b, &c, k[5] &+ w[5])
        turn(c, d, e, &f, g, h, a, &b, k[6] &+ w[6])
        turn(b, c, d, &e, f, g, h, &a, k[7] &+ w[7])
        round &+= 8
      }
      return state &+ SIMD8(a, b, c, d, e, f, g, h)
    }
  }

  /// One round; what it leaves in `d` and `h` are the next one's `e` and `a`.
  @inline(__always)
  private static func turn(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    let first = h &+ bigSigma1(e) &+ (g ^ (e & (f ^ g))) &+ word
    d &+= first
    h = first &+ bigSigma0(a) &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func expand(_ block: UnsafePointer<UInt8>, into words: UnsafeMutablePointer<UInt32>) {
    let raw = UnsafeRawPointer(block)
    for index in 0..<16 {
      words[index] = UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
    }
    var index = 16
    while index < 64 {
      words[index] =
        words[index &- 16] &+ smallSigma0(words[index &- 15]) &+ words[index &- 7]
        &+ smallSigma1(words[index &- 2])
      index &+= 1
    }
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }
  @inline(__always)
  private static func bigSigma0(_ x: UInt32) -> UInt32 { rotated(x, 2) ^ rotated(x, 13) ^ rotated(x, 22) }
  @inline(__always)
  private static func bigSigma1(_ x: UInt32) -> UInt32 { rotated(x, 6) ^ rotated(x, 11) ^ rotated(x, 25) }
  @inline(__always)
  private static func smallSigma0(_ x: UInt32) -> UInt32 { rotated(x, 7) ^ rotated(x, 18) ^ x >> 3 }
  @inline(__always)
  private static func smallSigma1(_ x: UInt32) -> UInt32 { rotated(x, 17) ^ rotated(x, 19) ^ x >> 10 }
}
