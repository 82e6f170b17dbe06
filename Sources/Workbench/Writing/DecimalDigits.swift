/// A finite double rounded, exactly and with ties to even, to some significant decimal digits.
///
/// The number is `0.d1 d2 d3 ... * 10^point`; no C library and no locale takes part.
struct DecimalDigits: Equatable {
  /// The digits, without trailing zeros; one zero for zero.
  let digits: [UInt8]
  /// Where the decimal point stands: behind this many digits.
  let point: Int
  let isNegative: Bool

  /// The power of ten of the first digit: `d1.d2d3 * 10^exponent`.
  var exponent: Int { point - 1 }

  /// Rounds a finite number to `significant` digits, at least one.
  init(_ value: Double, significant: Int) {
    precondition(value.isFinite && significant > 0, "a finite number and at least one digit")
    let whole = DecimalDigits.whole(value.magnitude)
    self.init(whole.digits, point: whole.point, isNegative: value.sign == .minus, kept: significant)
  }

  /// Rounds a finite number to `decimals` places behind the point; zero keeps no sign.
  init(_ value: Double, decimals: Int) {
    let whole = DecimalDigits.whole(value.magnitude)
    self.init(
      whole.digits, point: whole.point, isNegative: value.sign == .minus, kept: whole.point + decimals)
  }

  /// Every digit of a number, as a double holds it: m * 2^e = m * 5^-e / 10^-e.
  private static func whole(_ value: Double) -> (digits: [UInt8], point: Int) {
    guard value > 0 else { return ([0], 1) }
    let exponent = Int(value.exponent) - 52
    let scaled = value.significandBitPattern | (value.isNormal ? 1 << 52 : 0)
    var number = LongNumber(scaled)
    let power = value.isNormal ? exponent : -1074
    if power >= 0 { number.multiply(by: 2, times: power) } else { number.multiply(by: 5, times: -power) }
    let digits = number.digits
    return (digits, digits.count - max(0, -power))
  }

  private init(_ all: [UInt8], point: Int, isNegative: Bool, kept: Int) {
    var digits = Array(all.prefix(max(0, kept)))
    var point = point
    if kept >= 0, all.count > kept, DecimalDigits.roundsUp(all, at: kept) {
      var index = digits.count - 1
      while index >= 0, digits[index] == 9 { index -= 1 }
      digits.removeSubrange((index + 1)...)
      if index >= 0 {
        digits[index] += 1
      } else {
        digits = [1]
        point += 1
      }
    }
    while let last = digits.last, last == 0 { digits.removeLast() }
    self.digits = digits.isEmpty ? [0] : digits
    self.point = digits.isEmpty ? 1 : point
    self.isNegative = isNegative && !digits.isEmpty
  }

  private static func roundsUp(_ digits: [UInt8], at index: Int) -> Bool {
    if digits[index] != 5 { return digits[index] > 5 }
    if digits[(index + 1)...].contains(where: { $0 != 0 }) { return true }
    return index > 0 && digits[index - 1] % 2 == 1
  }
}

extension DecimalDigits {
  /// `-0.00123` with at least `decimals` places.
  func fixed(decimals: Int) -> String {
    let whole = point > 0 ? text((0..<point).map(digit)) : "0"
    let places = max(decimals, digits == [0] ? 0 : digits.count - point)
    let fraction = places > 0 ? "." + text((point..<point + places).map(digit)) : ""
    return (isNegative ? "-" : "") + whole + fraction
  }

  /// `-1.230e-05` with at least `decimals` places in front of the exponent.
  func scientific(decimals: Int) -> String {
    let places = max(decimals, digits.count - 1)
    let fraction = places > 0 ? "." + text((1...places).map(digit)) : ""
    let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
    return (isNegative ? "-" : "") + "\(digits[0])\(fraction)e\(exponent < 0 ? "-" : "+")\(power)"
  }

  /// The digit at a place; zeros before the first and behind the last.
  private func digit(_ index: Int) -> UInt8 { digits.indices.contains(index) ? digits[index] : 0 }

  private func text(_ digits: [UInt8]) -> String { String(decoding: digits.map { $0 + 48 }, as: UTF8.self) }
}

/// A whole number of any length, in limbs of nine decimal digits, the lowest first.
private struct LongNumber {
  private var limbs: [UInt64] = []

  init(_ value: UInt64) {
    var rest = value
    repeat {
      limbs.append(rest % 1_000_000_000)
      rest /= 1_000_000_000
    } while rest > 0
  }

  /// Multiplies by 2 or 5 `times` times, up to eight of them at once.
  mutating func multiply(by factor: UInt64, times: Int) {
    var left = times
    while left > 0 {
      let step = min(left, 8)
      multiply(by: (0..<step).reduce(UInt64(1)) { power, _ in power * factor })
      left -= step
    }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % 1_000_000_000
      carry = product / 1_000_000_000
    }
    if carry > 0 { limbs.append(carry) }
  }

  /// The digits, the highest first and not zero.
  var digits: [UInt8] {
    var digits: [UInt8] = []
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}
