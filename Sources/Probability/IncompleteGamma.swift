/// P(a, x), the regularised lower incomplete gamma function, for a > 0 and x >= 0; relative error about
/// 1e-14.
///
/// By its power series for x < a + 1, else one minus the continued fraction (Abramowitz and Stegun 6.5.29,
/// 6.5.31).
public func regularisedGamma(_ a: Double, _ x: Double) -> Double {
  regularisedGamma(a, Pair(x))
}

/// Q(a, x) = 1 - P(a, x), without cancellation in the upper tail.
public func regularisedGammaComplement(_ a: Double, _ x: Double) -> Double {
  regularisedGammaComplement(a, Pair(x))
}

/// P(a, x) at an x known to twice the digits of a double.
func regularisedGamma(_ a: Double, _ x: Pair) -> Double {
  x.high < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
}

/// Q(a, x) at an x known to twice the digits of a double.
func regularisedGammaComplement(_ a: Double, _ x: Pair) -> Double {
  x.high < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
}

/// x^a e^-x / Gamma(a) = sqrt(a / 2 pi) exp(a ln(x / a) + a - x - delta(a)), without large differences.
func gammaFactor(_ a: Double, _ x: Pair) -> Double {
  let exponent = (Pair.log(x) - Pair.log(a)) * a + (Pair(a) - x) + -stirlingError(a)
  return (a * 0.15915494309189535).squareRoot() * exponent.exponential
}

private func gammaSeries(_ a: Double, _ x: Pair) -> Double {
  guard a > 0, x.high >= 0 else { return .nan }
  guard x.high > 0 else { return 0 }
  var term = 1 / a
  var sum = term
  var n = a
  while term > sum * 0x1p-54 {
    n += 1
    term *= x.high / n
    sum += term
  }
  return min(1, sum * gammaFactor(a, x))
}

private func gammaFraction(_ a: Double, _ x: Pair) -> Double {
  guard a > 0 else { return .nan }
  guard x.high < .infinity else { return x.high == .infinity ? 0 : .nan }
  var fraction = ContinuedFraction(start: x.high + 1 - a)
  var n = 1.0
  while fraction.extend(-n * (n - a), x.high + 2 * n + 1 - a), n < 1e6 { n += 1 }
  return gammaFactor(a, x) / fraction.value
}
