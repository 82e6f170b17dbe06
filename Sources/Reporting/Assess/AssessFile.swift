import Finance
import Judgement
import Measures
import Tabular

/// The page as a table: the whole, dimensions and indicators, a line a date and view.
extension AssessPage {
  public static let columns = [
    "as_of", "level", "dimension", "indicator", "view", "from_year", "to_year", "unit", "value", "rating",
    "lowest_rating",
    "highest_rating", "very_low_to_low", "low_to_moderate", "moderate_to_high", "high_to_very_high", "source",
  ]

  /// The page as CSV.
  public var table: String {
    var document = CSVDocument(columns: AssessPage.columns)
    for date in dates {
      document.append(summary(date, "overall", "", date.sheet.overall, date.overallRange))
      for dimension in date.sheet.dimensions {
        document.append(
          summary(
            date, "dimension", dimension.dimension.rawValue, dimension.rating,
            date.range(dimension.dimension)))
        for indicator in dimension.indicators {
          for row in rows(date, dimension.dimension, indicator) { document.append(row) }
        }
      }
    }
    return document.text
  }

  private func summary(
    _ date: RatedDate, _ level: String, _ dimension: String, _ rating: Rating?,
    _ range: (lowest: Rating, highest: Rating)?
  ) -> [CSVDocument.Cell] {
    let known = date.hasPlan ? range : nil
    let texts = [
      date.asOf.description, level, dimension, "", "", "", "", "", "", IndicatorText.rating(rating),
      known?.lowest.word ?? "", known?.highest.word ?? "",
    ]
    return texts.map { .identifier($0) } + Array(repeating: .identifier(""), count: 5)
  }

  private func rows(
    _ date: RatedDate, _ dimension: Dimension, _ indicator: RatedIndicator
  ) -> [[CSVDocument.Cell]] {
    let views = [("record", indicator.record), ("ahead", indicator.ahead)].compactMap { view, value in
      value.map { (view, $0) }
    }
    guard !views.isEmpty else {
      return [
        row(date, dimension, indicator, "", nil, "not measurable, because \(indicator.reason ?? "")")
      ]
    }
    return views.map { row(date, dimension, indicator, $0.0, $0.1, $0.1.source) }
  }

  private func row(
    _ date: RatedDate, _ dimension: Dimension, _ indicator: RatedIndicator, _ view: String,
    _ value: RatedValue?, _ source: String
  ) -> [CSVDocument.Cell] {
    let unit = indicator.definition.unit
    let texts = [
      date.asOf.description, "indicator", dimension.rawValue, indicator.definition.id, view,
      value.map { "\($0.years.lowerBound)" } ?? "", value.map { "\($0.year)" } ?? "", unit.rawValue,
      Number.value(value?.value, unit: unit),
      IndicatorText.rating(value?.rating), "", "",
    ]
    return texts.map { .identifier($0) }
      + indicator.scale.cuts.map { .number(Number.decimal($0, places: 6)) } + [.text(source)]
  }
}
