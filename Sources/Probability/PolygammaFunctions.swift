/// The digamma function, d/dx ln Gamma(x), for x > 0 (nan otherwise); relative error about 1e-15.
///
/// By the asymptotic series from 16 on, to which psi(x + 1) = psi(x) + 1 / x leads up. The sum is kept in
/// twice the digits of a double, so that digits are lost only within 1e-4 of the zero at 1.4616...
/// Source of the series: Abramowitz and Stegun 6.3.18.
public func digamma(_ x: Double) -> Double {
  guard x > 0 else { return .nan }
  guard x < 1e17 else { return Elementary.log(x) }
  var sum = Pair()
  var shifted = Pair(x)
  while shifted.high < 16 {
    sum = sum - Pair(1) / shifted
    shifted = shifted + 1
  }
  let square = 1 / (shifted.value * shifted.value)
  let series = square * polynomial(digammaCoefficients, at: square)
  return (sum + Pair.log(shifted) - Pair(0.5) / shifted + -series).value
}

/// The trigamma function, the second derivative of ln Gamma(x), for x > 0 (nan otherwise); relative error
/// about 1e-15.
///
/// By the asymptotic series from 16 on, to which psi'(x + 1) = psi'(x) - 1 / x^2 leads up.
/// Source of the series: Abramowitz and Stegun 6.4.12.
public func trigamma(_ x: Double) -> Double {
  guard x > 0 else { return .nan }
  guard x > 1e-150 else { return 1 / x / x }
  guard x < 1e17 else { return 1 / x }
  var sum = 0.0
  var shifted = x
  while shifted < 16 {
    sum += 1 / (shifted * shifted)
    shifted += 1
  }
  let inverse = 1 / shifted
  let square = inverse * inverse
  return sum + (inverse + square * (0.5 + inverse * polynomial(bernoulliNumbers, at: square)))
}

/// B_2k for k = 1 ... 8.
private let bernoulliNumbers: [Double] = [
  0x1.5555555555555p-3, -0x1.1111111111111p-5, 0x1.8618618618618p-6, -0x1.1111111111111p-5,
  0x1.364d9364d9365p-4, -0x1.0330330330330p-2, 0x1.2aaaaaaaaaaabp+0, -0x1.c5e5e5e5e5e5ep+2,
]

/// B_2k / 2k for k = 1 ... 8.
private let digammaCoefficients: [Double] = bernoulliNumbers.enumerated().map { $1 / Double(2 * $0 + 2) }
