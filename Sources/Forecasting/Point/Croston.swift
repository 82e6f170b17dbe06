/// Croston's method (1972): the mean size of gifts over the mean interval between them, each smoothed apart.
///
/// Sizes are the positive values, intervals the distances between periods that are not 0, the first one
/// counted from the beginning. Both are smoothed with their weight from their first element on; forecast `c
/// size / interval`. Without any gift the forecast is `c` times the last value.
public struct Croston: RecursiveForecaster {
  public let sizeWeight: Double
  public let intervalWeight: Double
  public let correction: Correction

  /// The factor `c`: Croston's quotient is too large on average, for the interval stands below the line.
  public enum Correction: Sendable, Equatable {
    /// As in 1972: 1.
    case none
    /// SBA, Syntetos and Boylan (2005): `1 - a / 2`, with the interval's weight `a`.
    case syntetosBoylan
    /// SBJ, Shale, Boylan and Johnston (2006): `1 - a / (2 - a)`.
    case shaleBoylanJohnston
  }

  public init(weight: Double = 0.1, correction: Correction = .none) {
    self.init(sizeWeight: weight, intervalWeight: weight, correction: correction)
  }

  public init(sizeWeight: Double, intervalWeight: Double, correction: Correction = .none) {
    precondition(min(sizeWeight, intervalWeight) > 0, "weights lie above 0")
    precondition(max(sizeWeight, intervalWeight) <= 1, "weights are at most 1")
    (self.sizeWeight, self.intervalWeight, self.correction) = (sizeWeight, intervalWeight, correction)
  }

  /// `c`.
  public var factor: Double {
    switch correction {
    case .none: 1
    case .syntetosBoylan: 1 - intervalWeight / 2
    case .shaleBoylanJohnston: 1 - intervalWeight / (2 - intervalWeight)
    }
  }

  public func begin(_ value: Double) -> Fit {
    var fit = Fit(sizeWeight: sizeWeight, intervalWeight: intervalWeight, factor: factor)
    fit.observe(value)
    return fit
  }

  public struct Fit: UpdatableFit {
    let sizeWeight: Double
    let intervalWeight: Double
    let factor: Double
    /// The smoothed size; `nil` before the first gift.
    public private(set) var size: Double?
    /// The smoothed interval; `nil` before the first period that is not 0.
    public private(set) var interval: Double?
    private var waited = 0.0
    private var last = 0.0

    init(sizeWeight: Double, intervalWeight: Double, factor: Double) {
      (self.sizeWeight, self.intervalWeight, self.factor) = (sizeWeight, intervalWeight, factor)
    }

    public mutating func observe(_ value: Double) {
      last = value
      waited += 1
      guard value != 0 else { return }
      interval = smoothed(interval, waited, intervalWeight)
      waited = 0
      if value > 0 { size = smoothed(size, value, sizeWeight) }
    }

    public func forecast(ahead: Int) -> Double {
      guard let size, let interval else { return factor * last }
      return factor * (size / interval)
    }
  }
}

/// `l = a y + (1 - a) l`, from the first element on.
@inline(__always)
func smoothed(_ level: Double?, _ value: Double, _ weight: Double) -> Double {
  guard let level else { return value }
  return weight * value + (1 - weight) * level
}
