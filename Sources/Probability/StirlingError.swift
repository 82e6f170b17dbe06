/// What Stirling's formula leaves out: delta(x) = ln Gamma(x) - ((x - 1/2) ln x - x + ln(2 pi) / 2), x > 0.
///
/// Absolute error about 1e-17. With it a ratio of gamma functions needs no difference of large logarithms.
/// Source of the use: Loader 2000, "Fast and accurate computation of binomial probabilities".
func stirlingError(_ x: Double) -> Double {
  x < 16 ? (wideLogGamma(x) - stirlingMain(x)).value : stirlingSeries(x)
}

/// ln Gamma(x) for 0 < x < 16, absolute error about 1e-18: led up to 16 by Gamma(x + 1) = x Gamma(x).
func wideLogGamma(_ x: Double) -> Pair {
  var product = Pair(x)
  var shifted = Pair(x) + 1
  while shifted.high < 16 {
    product = product * shifted
    shifted = shifted + 1
  }
  let main = (shifted + -0.5) * Pair.log(shifted) - shifted + halfLogTwoPi
  return main + stirlingSeries(shifted.value) - Pair.log(product)
}

/// (x - 1/2) ln x - x + ln(2 pi) / 2.
private func stirlingMain(_ x: Double) -> Pair {
  Pair(sum: x, -0.5) * Pair.log(x) - Pair(x) + halfLogTwoPi
}

/// The sum of B_2k / (2k (2k - 1) x^(2k - 1)), for x from 10 on.
func stirlingSeries(_ x: Double) -> Double {
  polynomial(stirlingCoefficients, at: 1 / (x * x)) / x
}

/// ln(2 pi) / 2.
private let halfLogTwoPi = Pair(larger: 0x1.d67f1c864beb5p-1, smaller: -0x1.65b5a1b7ff5dfp-55)

/// B_2k / (2k (2k - 1)) for k = 1 ... 8.
private let stirlingCoefficients: [Double] = [
  0x1.5555555555555p-4, -0x1.6c16c16c16c17p-9, 0x1.a01a01a01a01ap-11, -0x1.3813813813814p-11,
  0x1.b951e2b18ff23p-11, -0x1.f6ab0d9993c7dp-10, 0x1.a41a41a41a41ap-8, -0x1.e4286cb0f5398p-6,
]
