import Finance
import Judgement
import Measures

/// How an estimate is written, by what it is an estimate of.
struct EstimateText {
  let quantity: Quantity

  /// `4.98 %`, `499,151`, `0.774`.
  func value(_ estimate: Estimate) -> String { text(estimate.value) }

  /// `4.98 % (95 %: 4.85 % to 5.12 %)`
  func full(_ estimate: Estimate) -> String {
    "\(text(estimate.value)) (95 %: \(text(estimate.interval.lowerBound)) to \(text(estimate.interval.upperBound)))"
  }

  /// As files hold it.
  func number(_ value: Double) -> String { value.isNaN ? "" : Number.decimal(value, places: 6) }

  private func text(_ value: Double) -> String {
    guard !value.isNaN else { return "not measurable" }
    switch quantity {
    case .probability: return Number.percent(value, places: 2)
    case .statistic where value.magnitude >= 1_000: return Number.units(value * 100)
    case .statistic: return Number.decimal(value, places: 3)
    }
  }
}
