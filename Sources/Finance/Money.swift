/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let code: String

  /// Three capital letters, or `nil`.
  public init?(code: some StringProtocol) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
    self.code = String(code)
  }

  private init(known code: String) { self.code = code }
  public static let usd = Currency(known: "USD")
  public static func < (left: Currency, right: Currency) -> Bool { left.code < right.code }
  public var description: String { code }
}

/// An amount of one currency in whole hundredths of its unit.
///
/// Every currency is kept in hundredths, also those that have no coin so small: books and reports print two
/// decimals for all of them, and one unit of account keeps sums free of special cases.
public struct Money: Hashable, Sendable, CustomStringConvertible {
  /// Hundredths of a unit; at most `Money.cap` in size when read from a book.
  public let cents: Int
  public let currency: Currency

  public init(cents: Int, currency: Currency) { (self.cents, self.currency) = (cents, currency) }

  /// The largest amount a book may hold: 1e13 cents, a hundred thousand million units.
  public static let cap = 10_000_000_000_000

  /// `1234.50`: a point, two decimals, no separators; what CSV files hold.
  public var decimal: String { Money.decimal(cents: cents) }
  public var description: String { "\(currency) \(Money.grouped(cents: cents))" }

  /// `-1234.50`.
  public static func decimal(cents: Int) -> String {
    let size = cents.magnitude
    return "\(cents < 0 ? "-" : "")\(size / 100).\(padded(Int(size % 100), 2))"
  }

  /// `-1,234.50`: for reading.
  public static func grouped(cents: Int) -> String {
    "\(cents < 0 ? "-" : "")\(groupedDigits(cents.magnitude / 100)).\(padded(Int(cents.magnitude % 100), 2))"
  }

  /// `-1,235`: whole units for reading, halves away from zero.
  public static func groupedUnits(cents: Int) -> String {
    let units = roundedQuotient(cents, 100)
    return "\(units < 0 ? "-" : "")\(groupedDigits(units.magnitude))"
  }
}

/// Thousands set off by commas.
func groupedDigits(_ number: UInt) -> String {
  let digits = Array(String(number))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return text
}

/// `numerator / denominator` to the nearest whole number, halves away from zero: the one rounding rule of
/// amounts. `denominator` is positive.
public func roundedQuotient(_ numerator: Int, _ denominator: Int) -> Int {
  roundedQuotient(Int128(numerator), Int128(denominator))
}

/// The same for products that outgrow 64 bits.
public func roundedQuotient(_ numerator: Int128, _ denominator: Int128) -> Int {
  precondition(denominator > 0, "a rounded quotient needs a positive denominator, not \(denominator)")
  let half = denominator / 2
  let size = (numerator.magnitude + half.magnitude) / denominator.magnitude
  return numerator < 0 ? -Int(size) : Int(size)
}
