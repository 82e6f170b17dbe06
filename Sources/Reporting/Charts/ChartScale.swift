/// An axis of round numbers that holds zero.
struct ChartScale: Sendable {
  let from: Double
  let to: Double
  /// From the lowest to the highest.
  let ticks: [Double]
  private let step: Double
  private let unit: Chart.Unit

  /// The smallest axis of at most five steps of 1, 2, 2.5 or 5 times a power of ten that holds both ends.
  init(from low: Double, to high: Double, unit: Chart.Unit) {
    let smallest = unit == .share ? 0.01 : 100
    let (low, high) = (min(low, 0), high > 0 || low < 0 ? max(high, 0) : 10 * smallest)
    let step = ChartScale.step(low, high, smallest: smallest)
    let (first, last) = ((low / step).rounded(.down), (high / step).rounded(.up))
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    (from, to) = (first * step, last * step)
    (self.step, self.unit) = (step, unit)
  }

  private static func step(_ low: Double, _ high: Double, smallest: Double) -> Double {
    var power = smallest
    while power < 1e18 {
      for factor in [1, 2, 2.5, 5] {
        let step = factor * power
        if (high / step).rounded(.up) - (low / step).rounded(.down) <= 5 { return step }
      }
      power *= 10
    }
    return power
  }

  /// Where a value stands between the ends, 0 to 1; what lies beyond stands at the end.
  func position(_ value: Double) -> Double { min(1, max(0, (value - from) / (to - from))) }

  /// In words: `thousand USD`, `USD`, `%`.
  var unitName: String {
    switch unit {
    case .share: "%"
    case .amount(let currency):
      switch divisor {
      case 1: currency
      case 1000: "thousand \(currency)"
      default: "million \(currency)"
      }
    }
  }

  /// A tick as it is written.
  func label(_ tick: Double) -> String {
    switch unit {
    case .share:
      let isWhole = ((step * 100).rounded() - step * 100).magnitude < 1e-6
      return Number.decimal(tick * 100, places: isWhole ? 0 : 1)
    case .amount:
      let whole = (step / 100 / divisor).rounded() == step / 100 / divisor
      return whole ? Number.units(tick / divisor) : Number.decimal(tick / 100 / divisor, places: 1)
    }
  }

  /// What amounts are divided by, so that ticks have few digits.
  private var divisor: Double {
    let units = max(to, -from) / 100
    return units >= 5_000_000 ? 1_000_000 : units >= 5000 ? 1000 : 1
  }
}
