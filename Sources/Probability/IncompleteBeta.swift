/// I_x(a, b), the regularised incomplete beta function, for a, b > 0 and x from 0 to 1; error about 1e-13.
///
/// By the continued fraction of DLMF 8.17.22, on the side where it converges fast.
public func regularisedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  guard a > 0, b > 0, x >= 0, x <= 1 else { return .nan }
  return regularisedBeta(x, complement: 1 - x, a, b)
}

/// I_x(a, b) for an x whose complement 1 - x is known more exactly than by subtraction.
func regularisedBeta(_ x: Double, complement y: Double, _ a: Double, _ b: Double) -> Double {
  guard x > 0 else { return 0 }
  guard y > 0 else { return 1 }
  return x <= (a + 1) / (a + b + 2) ? betaFraction(x, y, a, b) : 1 - betaFraction(y, x, b, a)
}

/// x^a y^b / (a B(a, b)) divided by the fraction 1 + d1 / (1 + d2 / (1 + ...)).
private func betaFraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
  let logBeta = logGamma(a) + logGamma(b) - logGamma(a + b)
  let factor = Elementary.exp(a * Elementary.log(x) + b * Elementary.log(y) - logBeta) / a
  var fraction = ContinuedFraction(start: 1)
  var m = 0.0
  while m < 1e5 {
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    m += 1
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    let changed = fraction.extend(odd, 1)
    if !fraction.extend(even, 1) && !changed { break }
  }
  return factor / fraction.value
}
