/// How much of the spread of a quantity comes from one group of independent draws, from paired samples.
///
/// `first`: Var(E[Y | group]) / Var(Y), what the group brings by itself; `total`: E[Var(Y | all others)] / Var(Y), with
/// what it brings together with others. 0 <= first <= total <= 1 of the true ones; estimates may lie outside within
/// their error, and are not cut off.
public struct SobolIndex: Sendable, Hashable {
  public let first: SobolEstimate
  public let total: SobolEstimate

  /// Estimates by pick-freeze from n draws.
  ///
  /// With A and B independent samples, and M sample A with this group's draws of B: first = mean((B - m)(M - A)) / V
  /// (Saltelli et al. 2010, table 2 b), total = mean((A - M)^2) / 2 V (Jansen 1999); m and V are mean and variance of A
  /// and B together (divisor 2 n). Standard errors by the delta method: of the mean over draws of each draw's influence
  /// on the ratio, which holds for large n.
  ///
  /// - Parameters:
  ///   - a: the quantity on sample A.
  ///   - b: on sample B.
  ///   - mixed: on sample A with the group's draws of B.
  /// - Returns: `nil` where there are fewer than two draws, or the quantity has no spread: nothing to be shared out.
  public init?(a: [Double], b: [Double], mixed: [Double]) {
    precondition(a.count == b.count && a.count == mixed.count, "samples of one length are compared")
    guard a.count > 1 else { return nil }
    let spread = PairedSpread(a, b)
    guard spread.variance > 0, spread.variance.isFinite else { return nil }
    let products = a.indices.map { (b[$0] - spread.mean) * (mixed[$0] - a[$0]) }
    let squares = a.indices.map { (a[$0] - mixed[$0]) * (a[$0] - mixed[$0]) / 2 }
    first = SobolEstimate(products, over: spread)
    total = SobolEstimate(squares, over: spread)
  }
}

/// A ratio of means with its standard error.
public struct SobolEstimate: Sendable, Hashable {
  public let value: Double
  public let error: Double

  /// 95 %: value -+ 1.96 errors.
  public var interval: ClosedRange<Double> {
    let reach = 1.959963984540054 * error
    return value - reach...value + reach
  }

  init(_ parts: [Double], over spread: PairedSpread) {
    let n = Double(parts.count)
    let ratio = RealSum.of(parts) / n / spread.variance
    let influences = parts.indices.map { (parts[$0] - ratio * spread.deviations[$0]) / spread.variance }
    value = ratio
    error = (RealSum.of(influences.map { $0 * $0 }) / (n * (n - 1))).squareRoot()
  }
}

/// Mean and variance of two samples together.
struct PairedSpread {
  let mean: Double
  let variance: Double
  /// By draw: the mean of both squared distances from the mean.
  let deviations: [Double]

  init(_ a: [Double], _ b: [Double]) {
    let count = Double(2 * a.count)
    let mean = (RealSum.of(a) + RealSum.of(b)) / count
    self.mean = mean
    deviations = a.indices.map { draw in
      let (left, right) = (a[draw] - mean, b[draw] - mean)
      return (left * left + right * right) / 2
    }
    variance = RealSum.of(deviations) / Double(a.count)
  }
}

/// Sums in the order of the values, with the rounding of every step carried along (Neumaier 1974).
enum RealSum {
  static func of(_ values: [Double]) -> Double {
    var (sum, rest) = (0.0, 0.0)
    for value in values {
      let next = sum + value
      rest += sum.magnitude >= value.magnitude ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    return sum + rest
  }
}
