/// ln Gamma(x) for x > 0 (nan otherwise).
///
/// Error at most 6e-15 of max(1, |ln Gamma|): absolute, not relative, near the zeros at 1 and 2. Stirling's
/// series from 10 on; below, the recurrence Gamma(x + 1) = x Gamma(x) leads up to it.
public func logGamma(_ x: Double) -> Double {
  guard x > 0 else { return .nan }
  guard x < 10 else { return x < 1e300 ? stirling(x) : .infinity }
  var product = 1.0
  var shifted = x
  while shifted < 10 {
    product *= shifted
    shifted += 1
  }
  return stirling(shifted) - Elementary.log(product)
}

/// (x - 1/2) ln x - x + ln(2 pi) / 2 + sum of B_2k / (2k (2k - 1) x^(2k - 1)).
private func stirling(_ x: Double) -> Double {
  let series = polynomial(stirlingCoefficients, at: 1 / (x * x)) / x
  return (x - 0.5) * (Elementary.log(x) - 1) + (0.4189385332046728 + series)
}

/// B_2k / (2k (2k - 1)) for k = 1 ... 8.
private let stirlingCoefficients: [Double] = [
  0x1.5555555555555p-4, -0x1.6c16c16c16c17p-9, 0x1.a01a01a01a01ap-11, -0x1.3813813813814p-11,
  0x1.b951e2b18ff23p-11, -0x1.f6ab0d9993c7dp-10, 0x1.a41a41a41a41ap-8, -0x1.e4286cb0f5398p-6,
]
