import Judgement
import Measures

/// How values of indicators, ratings and dimensions are written for readers.
enum IndicatorText {
  /// `77.4 %`, `0.605`, `870,000`, `3.5`.
  static func text(_ value: Double, _ unit: MeasureUnit) -> String {
    switch unit {
    case .budgetCurrency: Number.units(value)
    case .share, .probability: Number.percent(value)
    case .index: Number.decimal(value, places: 2)
    case .months: Number.decimal(value, places: 1)
    case .count: Number.decimal(value, places: value == value.rounded() ? 0 : 2)
    }
  }

  /// A cut point in the unit the figures are printed in.
  static func cut(_ value: Double, _ unit: MeasureUnit) -> String {
    switch unit {
    case .share, .probability: Number.percent(value, places: 0)
    default: short(value)
    }
  }

  /// `0.82 | 0.55 | 0.25 | 0.15`, from worst to best.
  static func cuts(_ scale: RatingScale) -> String {
    let texts = scale.cuts.map { value in
      switch scale.unit {
      case .share, .probability: Number.decimal(value * 100, places: 0)
      default: short(value)
      }
    }
    let isPercent = scale.unit == .share || scale.unit == .probability
    return texts.joined(separator: "|") + (isPercent ? " %" : "")
  }

  private static func short(_ value: Double) -> String {
    value == value.rounded() ? Number.decimal(value, places: 0) : Number.decimal(value, places: 2)
  }

  /// `2021` or `2021-2023`.
  static func years(_ years: ClosedRange<Int>) -> String {
    years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
  }

  static func rating(_ rating: Rating?) -> String { rating?.word ?? "not rated" }

  /// `low`, or `low to high` where plans differ.
  static func range(_ range: (lowest: Rating, highest: Rating)?) -> String {
    guard let range else { return "not rated" }
    return range.lowest == range.highest
      ? range.lowest.word : "\(range.lowest.word) to \(range.highest.word)"
  }

  static func dimension(_ dimension: Dimension) -> String { Wording.sentenceCase(dimension.rawValue) }
}
