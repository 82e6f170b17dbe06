/// ln Gamma(x) for x > 0 (nan otherwise), relative error at most 1e-14, near the zeros at 1 and 2 too.
///
/// Stirling's series from 10 on; below, the recurrence Gamma(x + 1) = x Gamma(x) leads up to it. From 1/2 to
/// 5/2 the Taylor series about 2 (Abramowitz and Stegun 6.1.33), which vanishes where the function does.
public func logGamma(_ x: Double) -> Double {
  guard x > 0 else { return .nan }
  guard x < 10 else { return x < 1e300 ? stirling(x) : .infinity }
  if x > 0.5 && x < 1.5 { return logGammaOf2Plus(x - 1) - Elementary.log1p(x - 1) }
  if x >= 1.5 && x < 2.5 { return logGammaOf2Plus(x - 2) }
  var product = 1.0
  var shifted = x
  while shifted < 10 {
    product *= shifted
    shifted += 1
  }
  return stirling(shifted) - Elementary.log(product)
}

/// (x - 1/2) ln x - x + ln(2 pi) / 2 + the rest of Stirling's series.
private func stirling(_ x: Double) -> Double {
  (x - 0.5) * (Elementary.log(x) - 1) + (0.4189385332046728 + stirlingSeries(x))
}

/// ln Gamma(2 + z) for |z| <= 1/2: (1 - gamma) z + the sum of (zeta(k) - 1) (-z)^k / k from k = 2 on.
private func logGammaOf2Plus(_ z: Double) -> Double {
  z * polynomial(logGammaCoefficients, at: z)
}

/// 1 - Euler's constant, then (-1)^k (zeta(k) - 1) / k for k = 2 ... 26.
private let logGammaCoefficients: [Double] = [
  0x1.b0ee6072093cep-2, 0x1.4a34cc4a60fa6p-2, -0x1.13e001a557607p-4, 0x1.51322ac7d8483p-6,
  -0x1.e404fc218f5f2p-8, 0x1.7add6eadb6c30p-9, -0x1.38ac5c2bf8e08p-10, 0x1.0b36af86396e9p-11,
  -0x1.d3fd4c76d2fc8p-13, 0x1.a127b0f17d65ap-14, -0x1.78de5bd7c81efp-15, 0x1.580dcee66eb02p-16,
  -0x1.3cbc963ce2243p-17, 0x1.2597a39f34aacp-18, -0x1.11b2eb7679541p-19, 0x1.0064cdeb22f0fp-20,
  -0x1.e2600d93cfd2fp-22, 0x1.c76bbb3f07a4dp-23, -0x1.af5a6cbbf8a97p-24, 0x1.99b93c2070b0fp-25,
  -0x1.862c734df3eacp-26, 0x1.7469daccfadcdp-27, -0x1.6434a8447aeadp-28, 0x1.555a877ffd2c3p-29,
  -0x1.47b1679258d0ep-30, 0x1.3b15d2b2fc10cp-31,
]
