import Finance
import Tabular

/// Numbers and lines as a backtest prints them.
enum BacktestText {
  private static let widths = [17, 7, 16, 8, 9, 9, 9, 7, 7, 7]

  /// One line of the table; tables with fewer horizons leave columns out.
  static func row(_ cells: [String]) -> String {
    let kept = Array(widths.prefix(4)) + Array(widths.suffix(cells.count - 4))
    let padded = zip(cells, kept).enumerated().map { index, cell in
      TextWidth.pad(cell.0, to: cell.1, right: index == 0)
    }
    return padded.joined() + "\n"
  }

  static func paragraphs(_ lines: [String]) -> String {
    lines.map { TextWidth.wrap($0).joined(separator: "\n") + "\n" }.joined()
  }

  /// `9 %`, `-12 %`.
  static func percent(_ share: Double) -> String {
    let whole = (share * 100).rounded()
    guard whole.magnitude < 10_000 else { return whole < 0 ? "< -9999 %" : "> 9999 %" }
    return "\(Int(whole)) %"
  }

  /// The size of a difference: `9 %`, `less than 1 %`.
  static func size(_ share: Double) -> String {
    share.magnitude < 0.005 ? "less than 1 %" : percent(share.magnitude)
  }

  static func loss(_ value: Double?) -> String {
    guard let value else { return "-" }
    return value < 1_000 ? CSVCell.fixed(value, decimals: 3) : "> 999"
  }

  static func years(_ count: Int) -> String { "\(count) \(count == 1 ? "year" : "years")" }
  static func funds(_ count: Int) -> String { "\(grouped(count)) \(count == 1 ? "fund" : "funds")" }
  static func forecasts(_ count: Int) -> String {
    "\(grouped(count)) \(count == 1 ? "forecast" : "forecasts")"
  }

  /// `5,006`.
  static func grouped(_ count: Int) -> String { Money.groupedUnits(cents: count * 100) }
}
