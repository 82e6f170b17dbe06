import CXLSXWriter
import Glibc

/// Writes a chart of the spreadsheet's own over cells.
struct ChartWriter {
  let book: UnsafeMutablePointer<lxw_workbook>
  let sheet: UnsafeMutablePointer<lxw_worksheet>

  /// Colours that colour-blind readers tell apart (Okabe and Ito, Color Universal Design, 2008).
  private static let colours: [lxw_color_t] = [
    0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xF0E442, 0x999999,
  ]

  /// - Throws: `WorkbookError`.
  func write(_ chart: SheetChart) throws(WorkbookError) {
    let kind = chart.kind == .columns ? LXW_CHART_COLUMN : LXW_CHART_COLUMN_STACKED
    guard let target = workbook_add_chart(book, UInt8(kind.rawValue)) else {
      throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED, of: "chart '\(chart.title)'")
    }
    for (index, series) in chart.series.enumerated() { try add(series, index, of: chart, to: target) }
    chart_title_set_name(target, chart.title)
    chart_axis_set_name(target.pointee.y_axis, chart.valueTitle)
    chart_axis_set_num_format(target.pointee.y_axis, "#,##0")
    if chart.fromZero { chart_axis_set_min(target.pointee.y_axis, 0) }
    chart_legend_set_position(target, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    let description = strdup(chart.title)
    defer { free(description) }
    var options = lxw_chart_options()
    options.description = description
    (options.x_scale, options.y_scale) = (1.7, 1.15)
    try WorkbookWriter.check(
      worksheet_insert_chart_opt(
        sheet, lxw_row_t(chart.place.row), lxw_col_t(chart.place.column), target, &options),
      "chart '\(chart.title)'")
  }

  private func add(
    _ series: SheetChart.Series, _ index: Int, of chart: SheetChart,
    to target: UnsafeMutablePointer<lxw_chart>
  ) throws(WorkbookError) {
    let (columns, labels) = (chart.labels.columns, chart.labels)
    func range(_ sheet: String, _ row: Int) -> String {
      "=" + Place(sheet: sheet, row: row, column: columns.lowerBound).fixed(from: "") + ":"
        + Place.fixed(row: row, column: columns.upperBound - 1)
    }
    guard
      let added = chart_add_series(
        target, range(labels.sheet, labels.row), range(series.sheet, series.row))
    else { throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED, of: "chart '\(chart.title)'") }
    chart_series_set_name(added, "=" + series.name.fixed(from: ""))
    var fill = lxw_chart_fill()
    fill.color = ChartWriter.colours[index % ChartWriter.colours.count]
    chart_series_set_fill(added, &fill)
  }
}
