/// The mean and the sample standard deviation (divisor n - 1) of some values.
///
/// The mean of no values and the deviation of fewer than two are nan.
public func meanAndDeviation(_ values: UnsafeBufferPointer<Double>) -> (mean: Double, deviation: Double) {
  (.nan, .nan)
}

/// The mean and the sample standard deviation of an array: see the form over a buffer.
public func meanAndDeviation(_ values: [Double]) -> (mean: Double, deviation: Double) {
  values.withUnsafeBufferPointer { meanAndDeviation($0) }
}
