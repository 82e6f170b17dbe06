import CXLSXWriter

extension CellStyle {
  private static let amounts = "#,##0.00;[Red]-#,##0.00"
  private static let inputFill: lxw_color_t = 0xFFF6CC
  private static let inputFont: lxw_color_t = 0x1F3B8C
  private static let headerFill: lxw_color_t = 0xE3E8EE

  /// Sets a format of the writer to this style.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    if let pattern = numberFormat { format_set_num_format(format, pattern) }
    switch self {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .heading:
      format_set_bold(format)
      format_set_font_size(format, 12)
    case .subheading: format_set_bold(format)
    case .note: format_set_italic(format)
    case .wrapped:
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .header, .headerRight: setHeader(format)
    case .amountInput, .rateInput, .shareInput:
      format_set_bg_color(format, CellStyle.inputFill)
      format_set_font_color(format, CellStyle.inputFont)
    case .total, .totalLabel:
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .word: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case .text, .amount, .share, .percent, .decimal, .number:
      // As wrapped texts beside them.
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
  }

  private var numberFormat: String? {
    switch self {
    case .amount, .amountInput, .total: CellStyle.amounts
    case .rateInput: "0.00%"
    case .shareInput, .share: "0.000000"
    case .percent: "0.0%"
    case .decimal: "0.0"
    case .title, .heading, .subheading, .note, .text, .wrapped, .header, .headerRight, .totalLabel, .number,
      .word:
      nil
    }
  }

  private func setHeader(_ format: UnsafeMutablePointer<lxw_format>) {
    format_set_bold(format)
    format_set_bg_color(format, CellStyle.headerFill)
    format_set_text_wrap(format)
    format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    if self == .headerRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
  }
}
