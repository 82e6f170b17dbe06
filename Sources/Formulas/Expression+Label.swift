extension Expression {
  /// The text R writes for it: `I(x1 * x2)`, `log(x + 1)`, `I(y/100)`, `I(exp^2)`.
  var label: String {
    switch kind {
    case .number(let text): Double(text).map(RNumber.text) ?? text
    case .name(let name): RName.quoted(name)
    case .call(let function, let inner): "\(function)(\(inner.label))"
    case .parentheses(let inner): "(\(inner.label))"
    case .signed(let sign, let inner): "\(sign.rawValue)\(inner.label)"
    case .sum(let first, let rest):
      rest.reduce(into: first.label) { $0 += " \($1.sign.rawValue) \($1.value.label)" }
    case .binary(.times, let left, let right): "\(left.label) * \(right.label)"
    case .binary(let sign, let left, let right): "\(left.label)\(sign.rawValue)\(right.label)"
    }
  }
}

/// Names as R writes them.
enum RName {
  /// The name, in backticks unless R could read it without.
  static func quoted(_ name: String) -> String { isPlain(name) ? name : "`\(name)`" }

  static func isStart(_ letter: Character) -> Bool { letter.isLetter || letter == "." }

  static func isPart(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || letter == "." || letter == "_"
  }

  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.first, isStart(first), name.allSatisfy(isPart) else { return false }
    return !(first == "." && name.dropFirst().first?.isNumber == true) && !reserved.contains(name)
  }

  private static let reserved: Set = [
    "if", "else", "repeat", "while", "function", "for", "next", "break", "in", "TRUE", "FALSE", "NULL",
    "Inf", "NaN", "NA",
  ]
}

/// Numbers as R writes them: at most 15 digits, the shorter of `100` and `1e+02`.
enum RNumber {
  /// The text of a number.
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Inf" : "Inf" }
    guard value != 0 else { return "0" }
    let (digits, exponent) = significant(value.magnitude)
    let scientific = scientificText(digits, exponent)
    let fixed = exponent.magnitude > 30 ? nil : fixedText(digits, exponent)
    let shorter = fixed.flatMap { $0.count <= scientific.count ? $0 : nil } ?? scientific
    return value < 0 ? "-" + shorter : shorter
  }

  /// The text of a level: whole numbers in full.
  static func level(_ value: Double) -> String {
    value.magnitude < 1e15 && value == value.rounded() ? "\(Int64(value))" : text(value)
  }

  /// Digits d.ddd and the power of ten of the first one.
  private static func significant(_ value: Double) -> (digits: [UInt8], exponent: Int) {
    let parts = "\(value)".utf8.split(separator: UInt8(ascii: "e"))
    let point = parts[0].firstIndex(of: UInt8(ascii: ".")) ?? parts[0].endIndex
    var exponent = parts[0].distance(from: parts[0].startIndex, to: point) - 1
    if parts.count > 1 { exponent += Int(String(Substring(parts[1])))! }
    var digits = parts[0].filter { $0 != UInt8(ascii: ".") }.map { $0 - 48 }
    while digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    if digits.count > 15, roundUp(&digits) { exponent += 1 }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    return (digits, exponent)
  }

  /// Rounds to 15 digits; true if that made one digit more in front.
  private static func roundUp(_ digits: inout [UInt8]) -> Bool {
    let carries = digits[15] >= 5
    digits.removeSubrange(15...)
    guard carries else { return false }
    for index in digits.indices.reversed() {
      guard digits[index] == 9 else {
        digits[index] += 1
        return false
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    return true
  }

  private static func scientificText(_ digits: [UInt8], _ exponent: Int) -> String {
    let mantissa = "\(digits[0])" + (digits.count > 1 ? "." + joined(digits[1...]) : "")
    let power = "\(exponent.magnitude)"
    return mantissa + (exponent < 0 ? "e-" : "e+") + (power.count < 2 ? "0" : "") + power
  }

  private static func fixedText(_ digits: [UInt8], _ exponent: Int) -> String {
    guard exponent >= 0 else {
      return "0." + String(repeating: "0", count: -exponent - 1) + joined(digits[...])
    }
    let whole = digits.prefix(exponent + 1)
    let rest = digits.dropFirst(exponent + 1)
    return joined(whole) + String(repeating: "0", count: exponent + 1 - whole.count)
      + (rest.isEmpty ? "" : "." + joined(rest))
  }

  private static func joined(_ digits: ArraySlice<UInt8>) -> String { digits.map { "\($0)" }.joined() }
}
