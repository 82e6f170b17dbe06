/// The method of Teunter, Syntetos and Babai (2011): the chance of a gift times its size.
///
/// The chance is the smoothed series of 1 (not 0) and 0 over all periods, the size is the smoothed series of
/// the positive values. Unlike Croston's, the forecast falls while nothing is given. Nothing given at all: 0.
public struct TSB: RecursiveForecaster {
  public let sizeWeight: Double
  public let chanceWeight: Double

  public init(sizeWeight: Double = 0.1, chanceWeight: Double = 0.1) {
    precondition(min(sizeWeight, chanceWeight) > 0, "weights lie above 0")
    precondition(max(sizeWeight, chanceWeight) <= 1, "weights are at most 1")
    (self.sizeWeight, self.chanceWeight) = (sizeWeight, chanceWeight)
  }

  public func begin(_ value: Double) -> Fit {
    Fit(
      sizeWeight: sizeWeight, chanceWeight: chanceWeight, chance: value != 0 ? 1 : 0,
      size: value > 0 ? value : nil)
  }

  public struct Fit: UpdatableFit {
    let sizeWeight: Double
    let chanceWeight: Double
    public private(set) var chance: Double
    /// `nil` before the first gift.
    public private(set) var size: Double?

    public mutating func observe(_ value: Double) {
      chance = chanceWeight * (value != 0 ? 1 : 0) + (1 - chanceWeight) * chance
      if value > 0 { size = smoothed(size, value, sizeWeight) }
    }

    public func forecast(ahead: Int) -> Double { size.map { chance * $0 } ?? 0 }
  }
}
