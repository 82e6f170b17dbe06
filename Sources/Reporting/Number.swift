import Finance
import Measures

/// How numbers are written: for files, and for readers.
enum Number {
  /// Cents held in `Double` as `1234.50`, rounded once to whole cents.
  static func amount(_ cents: Double) -> String { Money.decimal(cents: whole(cents)) }

  /// `value` to `places` decimals, halves away from zero: `0.774021`.
  static func decimal(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let units = (value * scale).rounded(.toNearestOrAwayFromZero)
    guard units.magnitude < 9e15 else { return "\(value)" }
    let digits = String(Int(units.magnitude))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = units < 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  /// A value of an indicator as files hold it: amounts in units, everything else to six decimals.
  static func value(_ value: Double?, unit: MeasureUnit) -> String {
    guard let value, !value.isNaN else { return "" }
    return switch unit {
    case .budgetCurrency: amount(value)
    case .count where value == value.rounded(): decimal(value, places: 0)
    default: decimal(value, places: 6)
    }
  }

  /// `77.4 %`.
  static func percent(_ share: Double, places: Int = 1) -> String {
    "\(decimal(share * 100, places: places)) %"
  }

  /// `870,000`: whole units for sentences.
  static func units(_ cents: Double) -> String { Money.groupedUnits(cents: whole(cents)) }

  /// `870,000.00`: for tables that foot to the cent.
  static func cents(_ cents: Double) -> String { Money.grouped(cents: whole(cents)) }

  private static func whole(_ cents: Double) -> Int { Int(cents.rounded(.toNearestOrAwayFromZero)) }
}
