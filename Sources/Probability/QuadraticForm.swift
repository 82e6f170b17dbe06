/// Weighted sums of squares of independent standard normal numbers.
public enum QuadraticForm {
  /// P(sum w_i z_i^2 < 0) for weights of both signs; relative error about 1e-13, far out in the tail too.
  ///
  /// With M(s) = product (1 - 2 s w_i)^(-1/2) the probability is -1/(2 pi i) times the integral of M(s) / s
  /// along a vertical line left of zero. The line runs through the minimum of M(s) / |s| on the real axis,
  /// where the integrand does not oscillate before it has decayed; t = width sinh(x) makes the trapezoid
  /// rule converge exponentially. The side of the smaller probability is integrated.
  /// Source: Helstrom 1983, IEEE Transactions on Aerospace and Electronic Systems 19; Rice 1980.
  public static func belowZero(_ weights: [Double]) -> Double {
    let weights = weights.filter { $0 != 0 }
    guard weights.allSatisfy(\.isFinite) else { return .nan }
    guard weights.contains(where: { $0 < 0 }) else { return 0 }
    guard weights.contains(where: { $0 > 0 }) else { return 1 }
    let scale = weights.map(\.magnitude).max()!
    let scaled = weights.map { $0 / scale }
    return scaled.reduce(0, +) > 0 ? lowerTail(scaled) : 1 - lowerTail(scaled.map { -$0 })
  }

  /// The trapezoid's step in x; the error is about exp(-pi^2 / (2 step)).
  private static let step = 1.0 / 16

  private static func lowerTail(_ weights: [Double]) -> Double {
    let saddle = saddle(weights)
    let width = width(weights, saddle)
    var sum = integrand(weights, saddle, 0).real / 2
    for index in 1...20_000 {
      let growth = Elementary.exp(step * Double(index))
      let value = integrand(weights, saddle, width * (growth - 1 / growth) / 2)
      let stretch = (growth + 1 / growth) / 2
      sum += value.real * stretch
      if value.magnitude * stretch < 1e-18 * sum.magnitude { break }
    }
    return min(1, max(0, -sum * step * width / Double.pi))
  }

  /// The s below zero at which the derivative of log(M(s) / -s), sum w / (1 - 2 s w) - 1 / s, is zero.
  private static func saddle(_ weights: [Double]) -> Double {
    var low = 0.5 / weights.min()!
    var high = 0.0
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      let slope = weights.reduce(-1 / middle) { $0 + $1 / (1 - 2 * middle * $1) }
      if slope < 0 { low = middle } else { high = middle }
    }
    return high
  }

  /// One over the square root of the second derivative at the saddle.
  private static func width(_ weights: [Double], _ saddle: Double) -> Double {
    let curvature = weights.reduce(1 / (saddle * saddle)) { sum, weight in
      let share = weight / (1 - 2 * saddle * weight)
      return sum + 2 * share * share
    }
    return 1 / curvature.squareRoot()
  }

  /// M(s) / s at s = saddle + i t: its real part and its magnitude.
  private static func integrand(
    _ weights: [Double], _ saddle: Double, _ t: Double
  ) -> (real: Double, magnitude: Double) {
    var (x, y) = (saddle, t)
    for weight in weights {
      let (a, b) = root(1 - 2 * saddle * weight, -2 * t * weight)
      (x, y) = (x * a - y * b, x * b + y * a)
    }
    let size = (x * x + y * y).squareRoot()
    return (x / size / size, 1 / size)
  }

  /// The square root of x + iy for x above zero.
  private static func root(_ x: Double, _ y: Double) -> (Double, Double) {
    let real = ((x + (x * x + y * y).squareRoot()) / 2).squareRoot()
    return (real, y / (2 * real))
  }
}
