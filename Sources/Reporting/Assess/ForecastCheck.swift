import Judgement
import Measures

/// A past year as it would have been forecast a year before, knowing only what was known then.
public struct ForecastCheck: Sendable, Hashable {
  public let year: Int
  /// The central projection of the main fund's receipts, in cents.
  public let expected: Double
  /// What is recorded of it as of the page's date.
  public let received: Double
  /// The plainest forecast: what was recorded of the year before, as known then.
  public let repeated: Double?

  public init(year: Int, expected: Double, received: Double, repeated: Double?) {
    (self.year, self.expected, self.received, self.repeated) = (year, expected, received, repeated)
  }
}

/// What those checks come to: shown, not rated.
struct ForecastChecks {
  let checks: [ForecastCheck]

  var sentence: String {
    guard !checks.isEmpty else {
      return
        "Error of forecasts (forecast-error): not measurable, because no past year has both a record and one "
        + "known before it."
    }
    let lines = checks.map {
      "\($0.year) \(Number.units($0.expected)) expected, \(Number.units($0.received)) came"
    }
    let errors = checks.map { abs($0.received - $0.expected) / abs($0.received) }
    let plain = checks.compactMap { check in
      check.repeated.map { abs(check.received - $0) / abs(check.received) }
    }
    let mean = Number.percent(errors.reduce(0, +) / Double(errors.count))
    let beside =
      plain.count == errors.count
      ? "; repeating the year before would have erred by \(Number.percent(plain.reduce(0, +) / Double(plain.count)))"
      : ""
    return
      "Error of forecasts (forecast-error, not rated), each a year ahead and knowing only what was known then: "
      + "\(lines.joined(separator: "; ")). Mean error \(mean) of what came\(beside)."
  }
}
