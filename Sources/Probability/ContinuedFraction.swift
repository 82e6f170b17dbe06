/// A continued fraction b0 + a1 / (b1 + a2 / (b2 + ...)), evaluated from the front (Lentz 1976).
struct ContinuedFraction {
  private(set) var value: Double
  private var c: Double
  private var d = 0.0
  private static let tiny = 1e-300

  init(start: Double) {
    value = start == 0 ? ContinuedFraction.tiny : start
    c = value
  }

  /// Appends a term a / (b + ...); false once that no longer changes the value.
  mutating func extend(_ a: Double, _ b: Double) -> Bool {
    d = b + a * d
    if d == 0 { d = ContinuedFraction.tiny }
    d = 1 / d
    c = b + a / c
    if c == 0 { c = ContinuedFraction.tiny }
    value *= c * d
    return (c * d - 1).magnitude > 0x1p-52
  }
}
