/// Why bytes are not the text of a book: files are UTF-8 without control characters.
public enum TextFault: Hashable, Sendable {
  /// The file begins like UTF-16, which Excel calls "Unicode text".
  case utf16
  /// The byte at this offset (the first is 0) starts no UTF-8 character.
  case notUTF8(offset: Int)
  /// A control character stands at this offset.
  case control(byte: UInt8, offset: Int)

  /// What is wrong and what to do.
  public var what: String {
    switch self {
    case .utf16:
      "the file is UTF-16, not UTF-8; save it again as 'CSV UTF-8' or plain UTF-8 text"
    case .notUTF8(let offset):
      "byte \(offset) of the file is not UTF-8; save it again as 'CSV UTF-8' or plain UTF-8 text"
    case .control(0, let offset):
      "byte \(offset) of the file is NUL, which no text holds; save it again as UTF-8 text"
    case .control(let byte, let offset):
      "byte \(offset) of the file is the control character \(hexadecimal(byte)); delete it"
    }
  }

  /// Whether the first bytes are those of UTF-16: its byte order mark, or a NUL beside a letter.
  public static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE), (0xFE, 0xFF): return true
    case (0, 1...), (1..., 0): return true
    default: return false
    }
  }

  /// The first fault within `range`; tabs pass, and line ends where `lineEnds` says so.
  public static func first(in bytes: [UInt8], _ range: Range<Int>, lineEnds: Bool = false) -> TextFault? {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        index += 1
      } else if byte >= 0x80 {
        let length = characterLength(bytes, index, range.upperBound)
        guard length > 0 else { return .notUTF8(offset: index) }
        index += length
      } else if byte == 9 || (lineEnds && (byte == 10 || byte == 13)) {
        index += 1
      } else {
        return .control(byte: byte, offset: index)
      }
    }
    return nil
  }

  /// Bytes of the well-formed character of two or more bytes at `index`, or 0.
  private static func characterLength(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    func follows(_ distance: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index + distance < end && bytes[index + distance] >= low && bytes[index + distance] <= high
    }
    switch bytes[index] {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80, 0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80, 0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "0x" + String(repeating: "0", count: 2 - digits.count) + digits
}
