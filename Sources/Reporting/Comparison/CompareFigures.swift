import Decisions
import Finance
import Measures
import Outlook
import Records

/// How compared figures are written: for files in full, for readers rounded so that every table foots.
struct CompareFigures {
  let comparison: ScenarioComparison

  var paths: Double { Double(comparison.paths) }

  /// The figure of a fund and a year; `nil` where there is none.
  func figure(
    _ name: String, _ statistic: ComparedMeasure.Statistic, _ fund: String, _ year: Int
  ) -> ComparedFigure? {
    comparison.figures.first {
      let measure = $0.measure
      return measure.name == name && measure.statistic == statistic && measure.fund == fund
        && measure.year == year
    }
  }

  // MARK: For readers

  /// A value in what is read: whole units of money, tenths of a per cent, thousandths of an index.
  func shown(_ value: Int, _ measure: ComparedMeasure) -> Int { Footing.nearest(exactly(value, measure)) }

  private func exactly(_ value: Int, _ measure: ComparedMeasure) -> Double {
    switch measure.unit {
    case .cents: Double(value) / 100
    case .futures: Double(value) / paths * 1000
    case .millionths: Double(value) / 1000
    }
  }

  /// `second` less `first` as both are read.
  func shownDifference(_ figure: ComparedFigure) -> Int? {
    guard let first = figure.first, let second = figure.second else { return nil }
    return shown(second, figure.measure) - shown(first, figure.measure)
  }

  /// Parts as they are read: they add to the difference that is read.
  func shownParts(_ figure: ComparedFigure) -> [Int]? {
    guard let parts = figure.parts, let total = shownDifference(figure) else { return nil }
    return Footing.parts(parts.map { exactly($0, figure.measure) }, total: total)
  }

  /// `870,000`, `12.3 %`, `0.605`; `not measurable`.
  func text(_ value: Int?, _ measure: ComparedMeasure) -> String {
    value.map { read(shown($0, measure), measure) } ?? "not measurable"
  }

  private func read(_ shown: Int, _ measure: ComparedMeasure) -> String {
    switch measure.unit {
    case .cents: Number.units(Double(shown) * 100)
    case .millionths where measure.name == "hhi": Number.decimal(Double(shown) / 1000, places: 3)
    case .futures, .millionths: Number.percent(Double(shown) / 1000)
    }
  }

  /// A difference or a part of one with its sign, in what is read; `points` of a per cent.
  func signed(shown value: Int?, _ measure: ComparedMeasure, points: Bool = true) -> String {
    guard let value else { return "not measurable" }
    var size = read(Int(value.magnitude), measure)
    if size.hasSuffix(" %") { size = size.dropLast(2) + (points ? " points" : "") }
    return value == 0 ? size : "\(value < 0 ? "-" : "+")\(size)"
  }

  /// The Monte Carlo error of a difference; `-` of the money expected. Where no future tells the two apart the true
  /// difference is below 3 / n with a confidence of 95 %: none of n is not never.
  func error(_ figure: ComparedFigure) -> String {
    guard let error = figure.error else { return "-" }
    switch figure.measure.unit {
    case .cents: return Number.units(error)
    case .futures where error == 0: return "< \(Number.decimal(300 / paths, places: 3)) points"
    case .futures: return "\(Number.decimal(error / paths * 100, places: 2)) points"
    case .millionths where figure.measure.name == "hhi": return Number.decimal(error / 1e6, places: 4)
    case .millionths: return "\(Number.decimal(error / 1e4, places: 2)) points"
    }
  }

  // MARK: For files

  /// Amounts in units with two decimals, shares and probabilities to six, futures whole.
  func number(_ value: Int?, _ measure: ComparedMeasure, asCount: Bool = false) -> String {
    guard let value else { return "" }
    switch measure.unit {
    case .cents: return Money.decimal(cents: value)
    case .futures: return asCount ? "\(value)" : Number.decimal(Double(value) / paths, places: 6)
    case .millionths: return Number.decimal(Double(value) / 1e6, places: 6)
    }
  }

  /// The unit files name.
  func unit(_ measure: ComparedMeasure, asCount: Bool = false) -> String {
    switch measure.unit {
    case .cents: comparison.first.book.centre.budgetCurrency.code
    case .futures: asCount ? "futures" : "probability"
    case .millionths: measure.name == "hhi" ? "index" : "share"
    }
  }
}
