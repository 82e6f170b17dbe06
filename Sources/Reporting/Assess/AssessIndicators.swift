import Finance
import Judgement
import Measures
import Outlook
import Records

/// The indicators behind the ratings of one date, and how far their cut points may move.
struct AssessIndicators {
  let date: RatedDate
  let scales: RatingScales

  var document: Document {
    var document = Document()
    document.add(.heading("The indicators behind the ratings as of \(date.date)"))
    document.add(.table(table))
    document.add(
      .paragraph(
        "Record: to \(date.sheet.lastWhole). Ahead: on the money expected; chances are shares of futures. "
          + "Years: those the rated value is taken over. Cut points from very low|low to high|very high. Formulas: mainstay explain NAME."
      ))
    document.add(.paragraph(ForecastChecks(checks: date.checks).sentence))
    document.add(.heading("How far cut points may move before a rating changes, as of \(date.date)"))
    let turning = self.turning
    if turning.rows.isEmpty {
      document.add(.paragraph("No single indicator turns the rating of a dimension."))
    } else {
      document.add(.table(turning))
      document.add(
        .paragraph(
          "Each line alone turns its dimension; a dimension without a line needs two indicators to turn."))
    }
    return document
  }

  private var table: TextTable {
    var table = TextTable(["Indicator", "record", "ahead", "years", "rating", "cut points"])
    for dimension in date.sheet.dimensions {
      for indicator in dimension.indicators where indicator.current != nil {
        let unit = indicator.definition.unit
        table.add([
          indicator.definition.id, indicator.record.map { IndicatorText.text($0.value, unit) } ?? "-",
          indicator.ahead.map { IndicatorText.text($0.value, unit) } ?? "-",
          indicator.current.map { IndicatorText.years($0.years) } ?? "-",
          IndicatorText.rating(indicator.current?.rating),
          IndicatorText.cuts(indicator.scale),
        ])
      }
    }
    return table
  }

  private var turning: TextTable {
    var table = TextTable(["Dimension", "indicator", "value", "cut point", "may move by", "then"])
    for dimension in date.sheet.dimensions {
      for point in dimension.turningPoints {
        guard let value = point.indicator.current else { continue }
        let unit = point.indicator.definition.unit
        table.add([
          IndicatorText.dimension(dimension.dimension), point.indicator.definition.id,
          IndicatorText.text(value.value, unit), IndicatorText.cut(point.cut.value, unit),
          IndicatorText.text(point.cut.distance, unit), point.rises ? "rises" : "falls",
        ])
      }
    }
    return table
  }
}
