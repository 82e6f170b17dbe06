/// SHA-256 (FIPS 180-4) of bytes that may come in parts.
///
/// It names files, it protects no secrets. Message length up to 2^61 bytes.
public struct SHA256: Sendable {
  private var state = SHA256.initialState
  private var block = [UInt8](repeating: 0, count: 64)
  private var blockCount = 0
  private var length: UInt64 = 0

  public init() {}

  /// Digest of `bytes` in 64 small hexadecimal digits.
  public static func hexDigest(of bytes: some Sequence<UInt8>) -> String { hexadecimal(digest(of: bytes)) }

  /// The 32 bytes of the digest of `bytes`.
  public static func digest(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var hash = SHA256()
    if bytes.withContiguousStorageIfAvailable({ hash.update($0) }) == nil { hash.update(Array(bytes)[...]) }
    return hash.finishBytes()
  }

  /// Takes in the next part.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { update($0) }
  }

  /// Takes in the next part.
  public mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    length &+= UInt64(bytes.count)
    guard let base = bytes.baseAddress else { return }
    var index = 0
    while index < bytes.count, blockCount != 0 {
      append(bytes[index])
      index += 1
    }
    SHA256.roundConstants.withUnsafeBufferPointer { constants in
      while bytes.count - index >= 64, let constants = constants.baseAddress {
        state = SHA256.compress(state, base + index, constants)
        index += 64
      }
    }
    for byte in bytes[index...] { append(byte) }
  }

  /// The digest in 64 small hexadecimal digits; nothing may follow.
  public consuming func finish() -> String { SHA256.hexadecimal(finishBytes()) }

  /// The 32 bytes of the digest; nothing may follow.
  public consuming func finishBytes() -> [UInt8] {
    let bits = length &* 8
    append(0x80)
    while blockCount != 56 { append(0) }
    for shift in stride(from: 56, through: 0, by: -8) { append(UInt8(truncatingIfNeeded: bits >> shift)) }
    let state = state
    return (0..<8).flatMap { word in
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: state[word] >> $0) }
    }
  }

  private mutating func append(_ byte: UInt8) {
    block[blockCount] = byte
    blockCount += 1
    guard blockCount == 64 else { return }
    blockCount = 0
    block.withUnsafeBufferPointer { block in
      SHA256.roundConstants.withUnsafeBufferPointer { constants in
        guard let block = block.baseAddress, let constants = constants.baseAddress else { return }
        state = SHA256.compress(state, block, constants)
      }
    }
  }

  /// Bytes in small hexadecimal digits.
  public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
