import Tabular

/// What must be known of a YAML file before a parser builds anything from it: that it is text, and that no
/// anchor is used again. A few lines of aliases of aliases can stand for more nodes than there is memory.
enum YAMLPrecheck {
  static func fault(_ bytes: [UInt8], file: String) -> Problem? {
    let start = SourceLocation(file: file, line: 1)
    if TextFault.looksLikeUTF16(bytes) { return Problem(at: start, TextFault.utf16.what) }
    if let fault = TextFault.first(in: bytes, bytes.indices, lineEnds: true) {
      return Problem(at: SourceLocation(file: file, line: line(of: fault, bytes)), fault.what)
    }
    guard let offset = reusedAnchor(bytes) else { return nil }
    return Problem(at: SourceLocation(file: file, line: line(at: offset, bytes)), YAMLFault.aliasRefused)
  }

  /// Offset of the first `*name` for which a `&name` stands earlier. Plain text with both is refused too; that
  /// it may mean something else costs the author a pair of words, not a crash.
  private static func reusedAnchor(_ bytes: [UInt8]) -> Int? {
    var anchors: Set<ArraySlice<UInt8>> = []
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") {
      guard index == 0 || !isNameByte(bytes[index - 1]) else { continue }
      let name = bytes[(index + 1)...].prefix(while: isNameByte)
      guard !name.isEmpty else { continue }
      if byte == UInt8(ascii: "&") {
        anchors.insert(name)
      } else if anchors.contains(name) {
        return index
      }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func line(of fault: TextFault, _ bytes: [UInt8]) -> Int {
    switch fault {
    case .utf16: 1
    case .notUTF8(let offset), .control(_, let offset): line(at: offset, bytes)
    }
  }

  private static func line(at offset: Int, _ bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == 10 }
  }
}
