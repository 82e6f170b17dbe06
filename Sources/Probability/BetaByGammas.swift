/// I_x(a, b) for a far larger than b, as a mean of incomplete gamma functions.
///
/// With s = -ln x the density is e^(-T s) (2 sinh(s / 2))^(b - 1), T = a + (b - 1) / 2. The power series
/// c0 + c1 s^2 + ... of (sinh(s / 2) / (s / 2))^(b - 1) gives, up to a factor that makes the whole 1,
/// the sum of c_k (b)_2k / T^2k Q(b + 2k, T s). For Student's t it is an expansion about the normal.
struct BetaByGammas {
  let b: Double
  let scale: Double
  /// c_k (b)_2k / T^2k.
  private let weights: [Double]

  /// Whether the expansion holds to the last digits: T large beside b, s well below 2 pi and the power
  /// (sinh(s / 2) / (s / 2))^(b - 1), about exp(b s^2 / 24), not far from 1, there and at the mean b / a.
  static func covers(_ point: BetaPoint, _ a: Double, _ b: Double) -> Bool {
    let s = max(-point.logX.high, b / a)
    return a > 30 && a > 30 * b && s < 0.5 && b * s * s < 10
  }

  init(_ a: Double, _ b: Double) {
    self.b = b
    scale = a + (b - 1) / 2
    weights = BetaByGammas.weights(b, 1 / (scale * scale))
  }

  /// I_x(a, b), the share above s = -ln x.
  func lower(_ point: BetaPoint) -> Double {
    let v = -point.logX * scale
    let x = v.high
    var tail = regularisedGammaComplement(b, v)
    // Q(c + 1, v) = Q(c, v) + v^c e^-v / Gamma(c + 1): a sum of positive parts.
    var step = gammaFactor(b, v) / b
    var shape = b
    var sum = 0.0
    for weight in weights {
      sum += weight * tail
      tail += step * (1 + x / (shape + 1))
      step *= x / (shape + 1) * (x / (shape + 2))
      shape += 2
    }
    return sum / weights.reduce(0, +)
  }

  /// How many terms are taken: below 2^-60 of the first for every point covered.
  private static let terms = 16

  /// The coefficients of a power of a series (Miller's recurrence), times (b)_2k / T^2k.
  private static func weights(_ b: Double, _ inverseSquare: Double) -> [Double] {
    var base = [1.0]
    for k in 1..<terms { base.append(base[k - 1] / (4 * Double(2 * k) * Double(2 * k + 1))) }
    var series = [1.0]
    for k in 1..<terms {
      let sum = (1...k).reduce(0) { $0 + ((b - 1) * Double($1) - Double(k - $1)) * base[$1] * series[k - $1] }
      series.append(sum / Double(k))
    }
    var factor = 1.0
    return series.enumerated().map { k, coefficient in
      defer { factor *= (b + Double(2 * k)) * (b + Double(2 * k + 1)) * inverseSquare }
      return coefficient * factor
    }
  }
}
