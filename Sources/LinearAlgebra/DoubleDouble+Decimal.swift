extension DoubleDouble {
  /// A decimal number as people and spreadsheets write it (`-12.5`, `.5`, `3e-7`), to about 31 digits.
  ///
  /// `hi` is the nearest double, `lo` what it leaves out: 0.1 keeps the -5.55e-18 that a double loses. nil if the text is not a plain decimal number or its magnitude leaves the range of doubles.
  public init?(decimal text: some StringProtocol) { self.init(decimal: text.utf8) }

  /// The same for bytes.
  public init?(decimal bytes: some Collection<UInt8>) {
    let number: DoubleDouble? =
      bytes.withContiguousStorageIfAvailable { DoubleDouble.parse($0) }
      ?? Array(bytes).withUnsafeBufferPointer { DoubleDouble.parse($0) }
    guard let number, number.hi.isFinite else { return nil }
    self = number
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> DoubleDouble? {
    var digits = DecimalDigits()
    var index = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { index = 1 }
    guard digits.take(bytes, &index), let exponent = DecimalDigits.exponent(bytes, &index),
      index == bytes.count
    else { return nil }
    let magnitude = digits.value.timesPowerOfTen(digits.exponent + exponent)
    return isNegative ? -magnitude : magnitude
  }

  /// The number times ten to a power in steps of at most 22, each exact to 102 bits.
  private func timesPowerOfTen(_ power: Int) -> DoubleDouble {
    var result = self
    var left = min(max(power, -800), 800)
    while left > 0 {
      let step = min(left, 22)
      result = result * DoubleDouble.powersOfTen[step]
      left -= step
    }
    while left < 0 {
      let step = min(-left, 22)
      result = result / DoubleDouble(DoubleDouble.powersOfTen[step])
      left += step
    }
    return result
  }

  /// 10^0 ... 10^22: the powers of ten that are doubles.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]
}

/// The digits of a decimal number as a whole number of at most 32 digits and a power of ten.
private struct DecimalDigits {
  /// The first 16 significant digits, and the 16 behind them: each exact in a double, unlike 19 would be.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var count = 0
  private(set) var exponent = 0

  /// The whole number; both halves below 10^16 lie within 2^54 and split exactly.
  var value: DoubleDouble {
    guard count > 16 else { return DecimalDigits.exact(first) }
    var power = 1.0
    for _ in 16..<count { power *= 10 }
    return DecimalDigits.exact(first) * power + DecimalDigits.exact(second)
  }

  private static func exact(_ number: UInt64) -> DoubleDouble {
    let low = number & 0xFFFF_FFFF
    return DoubleDouble.twoSum(Double(number - low), Double(low))
  }

  /// Takes digits with at most one point; false if there is no digit.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
    var seen = false
    var point = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), !point {
        point = true
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        seen = true
        take(UInt64(byte - UInt8(ascii: "0")), behindPoint: point)
      } else {
        break
      }
      index += 1
    }
    return seen
  }

  /// Digits beyond the 32nd significant one are cut off: they lie below a double-double.
  private mutating func take(_ digit: UInt64, behindPoint: Bool) {
    switch count {
    case 0..<16: first = first * 10 + digit
    case 16..<32: second = second * 10 + digit
    default:
      if !behindPoint { exponent += 1 }
      return
    }
    if first != 0 { count += 1 }
    if behindPoint { exponent -= 1 }
  }

  /// Takes `e12`, `E-3` or nothing (0); nil if digits are missing behind the e.
  static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int? {
    guard index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") else { return 0 }
    index += 1
    let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
    if isNegative || (index < bytes.count && bytes[index] == UInt8(ascii: "+")) { index += 1 }
    let start = index
    var power = 0
    while index < bytes.count, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") {
      power = min(power * 10 + Int(bytes[index] - UInt8(ascii: "0")), 100_000)
      index += 1
    }
    return index > start ? (isNegative ? -power : power) : nil
  }
}
