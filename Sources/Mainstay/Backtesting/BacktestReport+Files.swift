import Forecasting
public import Reporting
import Tabular

extension BacktestReport {
  /// `forecasts.csv`, `scores.csv`, and `run.json` last.
  /// - Throws: what writing JSON throws.
  public func files() throws -> [ReportFile] {
    let tables = [forecastFile, scoreFile]
    return tables + [try BacktestManifest(self, files: tables).file]
  }

  /// Every model's forecasts by origin, contributors before totals; amounts with two decimals.
  var forecastFile: ReportFile {
    var text =
      "model,contributor,fund,origin,year,mean,p_zero,q025,q05,q10,q20,q25,q30,q40,q50,q60,q70,q75,q80,"
      + "q90,q95,q975\n"
    for (model, name) in result.models.enumerated() {
      for (place, truth) in result.truths.enumerated() {
        for (series, forecasts) in zip(truth.series, result.forecasts[model][place]) {
          let head = [name, series.contributor, series.fund].map { CSVCell.text($0) }.joined(separator: ",")
          for (ahead, forecast) in forecasts.enumerated() {
            text += "\(head),\(truth.origin),\(truth.origin + ahead + 1),"
            text += CSVCell.fixed(forecast.mean, decimals: 2)
            text += ","
            text += CSVCell.fixed(forecast.zeroProbability, decimals: 6)
            for quantile in forecast.quantiles {
              text += ","
              text += CSVCell.fixed(quantile, decimals: 2)
            }
            text += "\n"
          }
        }
      }
    }
    return ReportFile(name: "forecasts.csv", text: text)
  }

  /// Every measure by model, level and horizon; empty where a measure is not defined.
  var scoreFile: ReportFile {
    var text = "model,level,horizon,measure,value\n"
    for (model, name) in result.models.enumerated() {
      for slice in scores.slices {
        let horizon = slice.horizon.map { "\($0)" } ?? "all"
        for score in scores(slice.sheets[model], slice.skills[model]) {
          text += "\(CSVCell.text(name)),\(slice.level.rawValue),\(horizon),\(score.measure),"
          text += "\(score.value.map(CSVCell.shortest) ?? "")\n"
        }
      }
    }
    return ReportFile(name: "scores.csv", text: text)
  }

  private func scores(_ sheet: ScoreSheet, _ skill: Skill?) -> [(measure: String, value: Double?)] {
    sheet.scores.map { ($0.measure, $0.value) } + [
      ("skill", skill?.value), ("skill_low", skill?.interval?.lowerBound),
      ("skill_high", skill?.interval?.upperBound),
    ]
  }
}

/// Cells as a CSV file holds them.
enum CSVCell {
  /// Free text, as `CSVDocument` writes it.
  static func text(_ text: String) -> String {
    var document = CSVDocument(columns: ["x"])
    document.append([.text(text)])
    return String(document.text.dropFirst(2).dropLast())
  }

  /// A number with a fixed count of decimals, from 1 to 6.
  static func fixed(_ value: Double, decimals: Int) -> String {
    let unit = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000][decimals]
    let scaled = (value * Double(unit)).rounded()
    guard scaled.magnitude < 0x1p62 else { return fixedLarge(scaled, unit: unit, decimals: decimals) }
    let (whole, part) = Int(scaled.magnitude).quotientAndRemainder(dividingBy: unit)
    let digits = String(part)
    return (scaled < 0 ? "-" : "") + String(whole) + "."
      + String(repeating: "0", count: decimals - digits.utf8.count) + digits
  }

  private static func fixedLarge(_ scaled: Double, unit: Int, decimals: Int) -> String {
    let (whole, part) = Int128(scaled.magnitude).quotientAndRemainder(dividingBy: Int128(unit))
    let digits = "\(part)"
    return (scaled < 0 ? "-" : "") + "\(whole)."
      + String(repeating: "0", count: decimals - digits.utf8.count) + digits
  }

  /// The shortest decimals that are the same number; whole numbers without a point.
  static func shortest(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 0x1p53 ? "\(Int(value))" : "\(value)"
  }
}
