/// P(a, x), the regularised lower incomplete gamma function, for a > 0 and x >= 0; error about 1e-13.
///
/// By its power series for x < a + 1, else one minus the continued fraction (Abramowitz and Stegun 6.5.29,
/// 6.5.31).
public func regularisedGamma(_ a: Double, _ x: Double) -> Double {
  x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
}

/// Q(a, x) = 1 - P(a, x), without cancellation in the upper tail.
public func regularisedGammaComplement(_ a: Double, _ x: Double) -> Double {
  x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
}

/// x^a e^-x / Gamma(a).
private func gammaFactor(_ a: Double, _ x: Double) -> Double {
  Elementary.exp(a * Elementary.log(x) - x - logGamma(a))
}

private func gammaSeries(_ a: Double, _ x: Double) -> Double {
  guard a > 0, x >= 0 else { return .nan }
  guard x > 0 else { return 0 }
  var term = 1 / a
  var sum = term
  var n = a
  while term > sum * 0x1p-54 {
    n += 1
    term *= x / n
    sum += term
  }
  return sum * gammaFactor(a, x)
}

private func gammaFraction(_ a: Double, _ x: Double) -> Double {
  guard a > 0 else { return .nan }
  guard x < .infinity else { return 0 }
  var fraction = ContinuedFraction(start: x + 1 - a)
  var n = 1.0
  while fraction.extend(-n * (n - a), x + 2 * n + 1 - a), n < 1e6 { n += 1 }
  return gammaFactor(a, x) / fraction.value
}

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
