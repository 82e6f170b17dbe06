/// A known answer of the generator Philox4x32-10: a block of four words for a counter under a key.
///
/// Source: the kat_vectors of Random123 (BSD), and the stream of randomgen under the key 0x1234567890abcdef,
/// whose blocks are those of the counters 1, 2, 3 ...
public struct GeneratorVector: Sendable, Equatable {
  public let counter: SIMD4<UInt32>
  public let key: SIMD2<UInt32>
  public let block: SIMD4<UInt32>

  /// The published answers, then the stream.
  public static let all = knownAnswers + stream

  private static let knownAnswers = [
    GeneratorVector(
      counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0),
      block: SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
    GeneratorVector(
      counter: SIMD4(repeating: 0xffff_ffff), key: SIMD2(repeating: 0xffff_ffff),
      block: SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)),
    GeneratorVector(
      counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      key: SIMD2(0xa409_3822, 0x299f_31d0),
      block: SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)),
  ]

  /// The low half of a 64-bit key is its first word.
  private static let stream: [GeneratorVector] = (0..<streamWords.count / 4).map { index in
    let words = streamWords[4 * index..<4 * index + 4]
    return GeneratorVector(
      counter: SIMD4<UInt32>(UInt32(index) + 1, 0, 0, 0), key: SIMD2<UInt32>(0x90ab_cdef, 0x1234_5678),
      block: SIMD4<UInt32>(words))
  }

  private static let streamWords: [UInt32] = [
    288_703_862, 477_521_212, 3_365_004_446, 1_796_762_239, 696_637_782, 454_500_991, 770_592_667,
    2_437_258_073, 2_292_603_689, 925_174_140, 3_759_760_391, 3_498_455_972, 3_449_157_773, 2_451_078_001,
    3_779_949_474, 1_059_512_226, 474_815_583, 2_569_537_878, 9_199_319, 819_145_885, 3_210_558_075,
    1_284_400_793, 890_568_472, 87_641_231, 2_522_026_722, 4_160_087_370, 3_945_833_638, 306_139_290,
    3_130_758_735, 3_952_997_313, 1_705_127_753, 3_384_672_300,
  ]
}
