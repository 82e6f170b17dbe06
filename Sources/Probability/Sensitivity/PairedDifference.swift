/// The mean difference of a quantity on the same draws, and how far chance may have moved it.
///
/// Draws that are shared cancel: the error is that of the mean of the differences, s / sqrt(n), far below that of two
/// means taken apart.
public struct PairedDifference: Sendable, Hashable {
  /// Draws on which both are numbers.
  public let count: Int
  /// nan of none.
  public let mean: Double
  /// 0 of fewer than two.
  public let error: Double

  /// `b` less `a`, draw by draw; draws on which either is not a number are left out.
  public init(a: [Double], b: [Double]) {
    precondition(a.count == b.count, "samples of one length are compared")
    let differences = a.indices.map { b[$0] - a[$0] }.filter { !$0.isNaN }
    let (mean, deviation) = meanAndDeviation(differences)
    (count, self.mean) = (differences.count, mean)
    error = count > 1 ? deviation / Double(count).squareRoot() : 0
  }

  /// 95 %: mean -+ 1.96 errors.
  public var interval: ClosedRange<Double> {
    guard !mean.isNaN else { return 0...0 }
    let reach = 1.959963984540054 * error
    return mean - reach...mean + reach
  }
}
