import Finance

/// Decimals as a trace and an update print them: rounded once, halves away from zero.
enum PlainDecimal {
  /// `0.7740`, `-12.50`.
  static func text(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let units = (value * scale).rounded(.toNearestOrAwayFromZero)
    guard units.magnitude < 9e15 else { return "\(value)" }
    let digits = String(Int(units.magnitude))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = units < 0 ? "-" : ""
    return places == 0 ? sign + padded : "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  /// `77.4 %`.
  static func percent(_ share: Double, places: Int = 1) -> String { "\(text(share * 100, places: places)) %" }
}
