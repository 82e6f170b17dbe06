/// Simple exponential smoothing with a given weight (Brown 1959).
///
/// `l_1 = y_1`, `l_t = a y_t + (1 - a) l_(t-1)`, forecast `l_n`: a mean whose weights fall by `1 - a` a
/// period.
public struct ExponentialSmoothing: RecursiveForecaster {
  public let weight: Double

  /// - Parameter weight: `a`, more than 0 and at most 1; 1 is the naive forecast.
  public init(weight: Double) {
    precondition(weight > 0 && weight <= 1, "a smoothing weight lies above 0 and is at most 1")
    self.weight = weight
  }

  public func begin(_ value: Double) -> Fit { Fit(weight: weight, level: value) }

  public struct Fit: UpdatableFit {
    let weight: Double
    public private(set) var level: Double

    // The operations and their order are those of the recursion as printed: equal to peers to the last bit.
    public mutating func observe(_ value: Double) { level = weight * value + (1 - weight) * level }

    public func forecast(ahead: Int) -> Double { level }
  }
}
