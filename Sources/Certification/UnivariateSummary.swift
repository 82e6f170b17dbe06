public import LinearAlgebra

/// Mean, standard deviation and lag-1 autocorrelation of a series, in double-double throughout.
///
/// With values read from decimal text it keeps fifteen digits where the deviations are 1e-8 of the mean and
/// plain doubles keep eight (NIST's NumAcc4).
public struct UnivariateSummary: Sendable, Equatable {
  /// The sum over n.
  public let mean: DoubleDouble
  /// The root of the sum of squared deviations over n - 1.
  public let standardDeviation: DoubleDouble
  /// The sum of products of neighbouring deviations over the sum of squared deviations.
  public let autocorrelation: DoubleDouble

  /// The summary of at least two values, in two passes: the mean, then deviations from it. Of fewer, and of
  /// equal ones the autocorrelation, nan.
  public init(_ values: [DoubleDouble]) {
    let count = Double(values.count)
    let mean = values.reduce(DoubleDouble(0), +) / DoubleDouble(count)
    var squares = DoubleDouble(0)
    var products = DoubleDouble(0)
    var last = DoubleDouble(0)
    for value in values {
      let deviation = value - mean
      squares = squares + deviation * deviation
      products = products + last * deviation
      last = deviation
    }
    self.mean = mean
    standardDeviation = (squares / DoubleDouble(count - 1)).squareRoot()
    autocorrelation = products / squares
  }
}
