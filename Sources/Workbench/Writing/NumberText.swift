/// Numbers as a statistician reads them: by significant digits, a column alike.
enum NumberText {
  /// 17 significant digits, without trailing zeros: enough to read the same double back. nil if not finite.
  static func full(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    let digits = DecimalDigits(value, significant: 17)
    return (-5..<17).contains(digits.exponent) ? digits.fixed(decimals: 0) : digits.scientific(decimals: 0)
  }

  /// A single number to some significant digits: `0.01234`, `1.2e-07`; `NA` if not a number.
  static func significant(_ value: Double, _ digits: Int) -> String { column([value], digits)[0] }

  /// Numbers written alike, so that the one that needs most shows `digits` significant digits: fixed, or in
  /// powers of ten where that is shorter (R's `format`).
  static func column(_ values: [Double], _ digits: Int) -> [String] {
    let finite = values.filter(\.isFinite).map { DecimalDigits($0, significant: digits) }
    let decimals = finite.map { max(0, $0.digits.count - $0.point) }.max() ?? 0
    let places = finite.map { $0.digits.count - 1 }.max() ?? 0
    let fixed = values.map { written($0) { DecimalDigits($0, decimals: decimals).fixed(decimals: decimals) } }
    let powers = values.map {
      written($0) { DecimalDigits($0, significant: places + 1).scientific(decimals: places) }
    }
    let width = fixed.map(\.utf8.count).max() ?? 0
    return width <= powers.map(\.utf8.count).max() ?? 0 ? fixed : powers
  }

  /// Rounded to a number of decimals.
  static func decimals(_ value: Double, _ decimals: Int) -> String {
    written(value) { DecimalDigits($0, decimals: decimals).fixed(decimals: decimals) }
  }

  private static func written(_ value: Double, _ write: (Double) -> String) -> String {
    if value.isNaN { return "NA" }
    if value.isInfinite { return value > 0 ? "Inf" : "-Inf" }
    return write(value)
  }
}

extension NumberText {
  /// p-values below this are written as `<2e-16`.
  static let leastP = Double.ulpOfOne

  /// A column of p-values (R's `format.pval`): those from 0.001 alike, smaller ones each by itself.
  static func pValues(_ values: [Double], digits: Int = 3) -> [String] {
    var plain = column(values.filter { $0 >= 1e-3 }, digits).makeIterator()
    return values.map { value in
      if value.isNaN { return "NA" }
      if value < leastP { return "<2e-16" }
      return value < 1e-3 ? significant(value, digits) : plain.next() ?? "NA"
    }
  }

  /// `p-value: 0.0123` or `p-value: < 2.2e-16`.
  static func pValue(_ value: Double, digits: Int = 4) -> String {
    value < leastP ? "< 2.2e-16" : significant(value, digits)
  }

  /// R's stars.
  static func stars(_ p: Double) -> String {
    if p.isNaN { return "" }
    return p < 0.001 ? "***" : p < 0.01 ? "**" : p < 0.05 ? "*" : p < 0.1 ? "." : ""
  }

  static let legend = "Signif. codes:  0 '***' 0.001 '**' 0.01 '*' 0.05 '.' 0.1 ' ' 1"
}
