public import Decisions
import Finance
import Outlook
import Records
import Scenarios
import Simulation

/// What a battery of shocks came to, and the battery.
public struct StressFindings: Sendable {
  public let result: StressResult
  public let battery: StressBattery

  public init(_ result: StressResult, _ battery: StressBattery) {
    (self.result, self.battery) = (result, battery)
  }
}

/// A scenario under the battery of shocks in sentences and tables, the same wherever they stand.
struct StressTelling {
  let result: StressResult
  let battery: StressBattery
  private let assumptions: Assumptions

  init(_ found: StressFindings, _ assumptions: Assumptions) {
    (result, battery) = (found.result, found.battery)
    self.assumptions = assumptions
  }

  var horizon: Int { result.years[result.years.count - 1] }

  // MARK: The answer

  var answer: [String] {
    let base = result.baseline
    let rule = battery.signal
    var sentences = [
      "Signal: \(result.signal.mechanical.rawValue.uppercased()). As things stand a shortfall comes by \(horizon) in "
        + "\(Wording.futures(base.shortfall)) (\(Number.percent(base.shortfall.probability)); line "
        + "\(rule.line))\(worst). Rule: above \(rule.line) as things stand is high, else above \(rule.stressLine) "
        + "under the worst shock is moderate, else low (\(rule.source))."
    ]
    if let judgement = assumptions.scenario.judgement {
      sentences.append(
        "Judgement: \(judgement.signal.uppercased()) in place of the mechanical signal, because "
          + "\(judgement.because) Evidence: \(judgement.evidence.joined(separator: ", ")).")
    } else {
      sentences.append(
        "No judgement stands over the mechanical signal. A scenario may give one with 'judgement:', which must cite "
          + "evidence.")
    }
    let left = result.cases.filter { $0.outcome == nil }
    if !left.isEmpty {
      sentences.append(
        "\(Wording.count(left.count, "shock")) of \(result.cases.count) \(left.count == 1 ? "says" : "say") nothing to "
          + "this book: "
          + left.map { item in
            if case .notApplicable(let why) = item.result {
              "\(item.shock.id) (\(why))"
            } else {
              item.shock.id
            }
          }.joined(separator: "; ") + ".")
    }
    return sentences
  }

  private var worst: String {
    guard let id = result.signal.worst, let item = result.cases.first(where: { $0.shock.id == id }),
      let outcome = item.outcome
    else { return "" }
    return "; the worst shock, \(id), makes it \(Number.percent(outcome.shortfall.probability)) (line "
      + "\(battery.signal.stressLine))"
  }

  // MARK: The battery

  /// What one line of a table is about.
  struct Row {
    /// As tables name it.
    let name: String
    /// As a sentence names it.
    let title: String
    /// `nil` for the scenario as it stands.
    let shock: StressBattery.Shock?
    let outcome: StressOutcome
  }

  /// The scenario as it stands, then every shock that says something.
  var rows: [Row] {
    var rows = [
      Row(name: "as things stand", title: "As things stand", shock: nil, outcome: result.baseline)
    ]
    for item in result.cases {
      guard let outcome = item.outcome else { continue }
      rows.append(Row(name: item.shock.id, title: item.shock.title, shock: item.shock, outcome: outcome))
    }
    return rows
  }

  var table: TextTable {
    var table = TextTable([
      "Shock", "P(shortfall)", "P(cash-out)", "first", "cash \(horizon)", "5 %", "months", "mean gap",
    ])
    for row in rows {
      let outcome = row.outcome
      table.add([
        row.name, Number.percent(outcome.shortfall.probability), Number.percent(outcome.cashOut.probability),
        outcome.firstShortfall.map { "\($0)" } ?? "-", units(outcome.closing.median),
        units(outcome.closing.low),
        outcome.months.isNaN ? "-" : Number.decimal(outcome.months, places: 1), units(outcome.gap),
      ])
    }
    return table
  }

  private func units(_ value: Double) -> String { value.isNaN ? "-" : Number.units(value * 100) }

  var legend: String {
    "P: share of futures in which it comes in some year to \(horizon). First: the first year in which the plan does "
      + "not fit on the money expected. Cash \(horizon): at the end, in the middle future and in the one below which "
      + "1 in 20 lies. Months: of spending that the middle future's cash lasts. Mean gap: planned work cut over all "
      + "years, mean of all futures."
  }

  // MARK: The shocks

  /// Every shock of the battery with its size and where that comes from.
  var shocks: [String] {
    result.cases.map { item in
      "\(item.shock.title) (\(item.shock.id)), \(size(item.shock)). Source: \(item.shock.source)."
    }
  }

  /// `20 %, loss of value`, `12 months`.
  private func size(_ shock: StressBattery.Shock) -> String {
    shock.isMonths ? shock.text(shock.size) : "\(shock.text(shock.size)), \(shock.unit)"
  }
}
