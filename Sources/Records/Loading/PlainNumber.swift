import Finance

/// Numbers and words as a book writes them: no signs, separators or exponents to guess at.
enum PlainNumber {
  /// Why a text is not an amount.
  enum Fault: Error {
    case notPlain
    case tooManyDecimals
    case pastCap
  }

  /// `-?[0-9]+(\.[0-9]{1,2})?` in hundredths, at most `Money.cap` in size.
  static func cents(_ text: String) -> Result<Int, Fault> {
    var text = text
    return text.withUTF8 { cents($0[...]) }
  }

  /// The same over bytes.
  static func cents<Bytes: Collection<UInt8>>(_ bytes: Bytes) -> Result<Int, Fault> {
    var size = 0
    var decimals: Int?
    var digitSeen = false
    var index = bytes.startIndex
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes.formIndex(after: &index) }
    while index < bytes.endIndex {
      let byte = bytes[index]
      bytes.formIndex(after: &index)
      if byte == UInt8(ascii: "."), decimals == nil, digitSeen {
        decimals = 0
        digitSeen = false
        continue
      }
      guard (48...57).contains(byte) else { return .failure(.notPlain) }
      digitSeen = true
      if let count = decimals { decimals = count + 1 }
      if decimals ?? 0 <= 2, size <= Money.cap { size = size * 10 + Int(byte - 48) }
    }
    guard digitSeen else { return .failure(.notPlain) }
    return scaled(size, decimals: decimals ?? 0, negative: negative)
  }

  private static func scaled(_ size: Int, decimals: Int, negative: Bool) -> Result<Int, Fault> {
    guard decimals <= 2 else { return .failure(.tooManyDecimals) }
    let cents = decimals == 0 ? size * 100 : decimals == 1 ? size * 10 : size
    guard cents <= Money.cap else { return .failure(.pastCap) }
    return .success(negative ? -cents : cents)
  }

  /// Plain digits, at most nine of them, with an optional minus.
  static func integer(_ text: some StringProtocol) -> Int? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard (1...10).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  /// `[0-9]+(\.[0-9]+)?` of at most 18 characters: exchange rates.
  static func decimal(_ text: some StringProtocol) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= 18, (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return Double(text)
  }

  static func yesOrNo(_ text: some StringProtocol) -> Bool? {
    text == "yes" ? true : text == "no" ? false : nil
  }
}
