import CXLSXWriter
import FoundationEssentials
import Glibc

/// Writes a workbook by libxlsxwriter and reads the file's bytes back: whole, or not at all.
struct WorkbookWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let formats: [CellStyle: UnsafeMutablePointer<lxw_format>]

  /// The bytes of the file. Equal workbooks give equal parts; no clock is read.
  /// - Throws: `WorkbookError`.
  static func bytes(of workbook: Workbook) throws(WorkbookError) -> [UInt8] {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/workbook.xlsx"
    try write(workbook, to: path, in: folder)
    guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else {
      throw .unreadable(path)
    }
    return Array(data)
  }

  private static func temporaryFolder() throws(WorkbookError) -> String {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(place)/mainstay-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .noRoom(place) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func write(_ workbook: Workbook, to path: String, in folder: String) throws(WorkbookError) {
    let opened: UnsafeMutablePointer<lxw_workbook>? = folder.withCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(path, &options)
    }
    guard let opened else { throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED, of: "the file") }
    do throws(WorkbookError) {
      let writer = try WorkbookWriter(opened)
      try writer.setProperties(workbook)
      for sheet in workbook.sheets { try writer.write(sheet) }
    } catch {
      lxw_workbook_free(opened)
      throw error
    }
    // Frees the workbook, whatever comes of it.
    try check(workbook_close(opened), "the file")
  }

  private init(_ book: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
    self.book = book
    var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    for style in CellStyle.allCases {
      guard let format = workbook_add_format(book) else {
        throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED, of: "formats")
      }
      style.apply(to: format)
      formats[style] = format
    }
    self.formats = formats
  }

  static func check(_ error: lxw_error, _ what: @autoclosure () -> String) throws(WorkbookError) {
    guard error == LXW_NO_ERROR else { throw WorkbookError(error, of: what()) }
  }

  private func setProperties(_ workbook: Workbook) throws(WorkbookError) {
    let title = strdup(String(CellText.text(workbook.title).prefix(120)))
    let author = strdup("mainstay \(RunManifest.version)")
    defer {
      free(title)
      free(author)
    }
    var properties = lxw_doc_properties()
    (properties.title, properties.author) = (title, author)
    // 0 would stand for now.
    properties.created = time_t(max(workbook.day, 1) * 86_400)
    try WorkbookWriter.check(workbook_set_properties(book, &properties), "properties")
  }

  // MARK: Sheets

  private func write(_ sheet: Sheet) throws(WorkbookError) {
    try WorkbookWriter.check(workbook_validate_sheet_name(book, sheet.name), "sheet '\(sheet.name)'")
    guard let target = workbook_add_worksheet(book, sheet.name) else {
      throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED, of: "sheet '\(sheet.name)'")
    }
    for (column, width) in sheet.widths.enumerated() {
      let column = lxw_col_t(column)
      try WorkbookWriter.check(
        worksheet_set_column(target, column, column, width, nil), "columns of \(sheet.name)")
    }
    for (row, lines) in sheet.lines.sorted(by: { $0.key < $1.key }) {
      try WorkbookWriter.check(
        worksheet_set_row(target, lxw_row_t(row), 15 * Double(lines), nil), "rows of \(sheet.name)")
    }
    for cell in sheet.cells { try write(cell, to: target, of: sheet.name) }
    for limit in sheet.limits { try write(limit, to: target, of: sheet.name) }
    for alarm in sheet.alarms { try write(alarm, to: target, of: sheet.name) }
    try setUpPage(sheet, target)
    for chart in sheet.charts { try ChartWriter(book: book, sheet: target).write(chart) }
  }

  private func write(
    _ cell: Sheet.Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>, of name: String
  ) throws(WorkbookError) {
    let (row, column, format) = (lxw_row_t(cell.row), lxw_col_t(cell.column), formats[cell.style])
    let error =
      switch cell.content {
      case .text(let text): worksheet_write_string(sheet, row, column, CellText.text(text), format)
      case .number(let value): worksheet_write_number(sheet, row, column, value, format)
      case .formula(let formula, let value):
        worksheet_write_formula_num(sheet, row, column, formula, format, value)
      case .wordFormula(let formula, let text):
        worksheet_write_formula_str(sheet, row, column, formula, format, text)
      }
    try WorkbookWriter.check(error, "\(name)!\(Place.name(row: cell.row, column: cell.column))")
  }

  /// A yellow cell takes numbers of its kind alone.
  private func write(
    _ limit: CellLimit, to sheet: UnsafeMutablePointer<lxw_worksheet>, of name: String
  ) throws(WorkbookError) {
    let (title, message) = (strdup("A number is needed"), strdup(limit.message))
    defer {
      free(title)
      free(message)
    }
    var rule = lxw_data_validation()
    rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
    rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    (rule.minimum_number, rule.maximum_number) = (limit.range.lowerBound, limit.range.upperBound)
    (rule.error_title, rule.error_message) = (title, message)
    try WorkbookWriter.check(
      worksheet_data_validation_range(
        sheet, lxw_row_t(limit.row), lxw_col_t(limit.columns.lowerBound), lxw_row_t(limit.row),
        lxw_col_t(limit.columns.upperBound - 1), &rule), "limits of \(name)")
  }

  /// A row that must be zero is red where it is not.
  private func write(
    _ alarm: CellRun, to sheet: UnsafeMutablePointer<lxw_worksheet>, of name: String
  ) throws(WorkbookError) {
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO.rawValue)
    rule.value = 0
    rule.format = formats[.alarm]
    try WorkbookWriter.check(
      worksheet_conditional_format_range(
        sheet, lxw_row_t(alarm.row), lxw_col_t(alarm.columns.lowerBound), lxw_row_t(alarm.row),
        lxw_col_t(alarm.columns.upperBound - 1), &rule), "alarms of \(name)")
  }

  /// Landscape on A4, as wide as one page, the header on each.
  private func setUpPage(
    _ sheet: Sheet, _ target: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookError) {
    worksheet_freeze_panes(target, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
    worksheet_set_landscape(target)
    worksheet_set_paper(target, 9)
    if sheet.fitsPage {
      worksheet_fit_to_pages(target, 1, 0)
    } else {
      worksheet_set_print_scale(target, 60)
      try WorkbookWriter.check(
        worksheet_repeat_columns(target, 0, lxw_col_t(sheet.frozenColumns - 1)), "labels of \(sheet.name)")
    }
    let header = lxw_row_t(sheet.frozenRows - 1)
    try WorkbookWriter.check(worksheet_repeat_rows(target, header, header), "header of \(sheet.name)")
    try WorkbookWriter.check(worksheet_set_footer(target, "&L&A&R&P / &N"), "footer of \(sheet.name)")
    try setPageBreaks(sheet, target)
    guard sheet.filteredColumns > 0, sheet.row > sheet.frozenRows else { return }
    try WorkbookWriter.check(
      worksheet_autofilter(
        target, header, 0, lxw_row_t(sheet.row - 1), lxw_col_t(sheet.filteredColumns - 1)),
      "filter of \(sheet.name)")
  }

  private func setPageBreaks(
    _ sheet: Sheet, _ target: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookError) {
    guard !sheet.pageBreaks.isEmpty else { return }
    // The writer takes 1,023 of them, and a zero at the end.
    var rows = sheet.pageBreaks.prefix(1023).map { lxw_row_t($0) } + [0]
    try WorkbookWriter.check(worksheet_set_h_pagebreaks(target, &rows), "pages of \(sheet.name)")
  }
}
