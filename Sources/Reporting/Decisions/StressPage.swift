import Budgeting
public import Decisions
import Finance
public import Outlook
import Records
import Scenarios
import Simulation
import Tabular

/// A scenario under the battery of shocks, with the mechanical signal and the smallest shocks that harm.
public struct StressPage {
  private let result: StressResult
  private let battery: StressBattery
  private let assumptions: Assumptions

  public init(_ result: StressResult, _ battery: StressBattery, _ assumptions: Assumptions) {
    (self.result, self.battery, self.assumptions) = (result, battery, assumptions)
  }

  public var page: DecisionPage { DecisionPage(document, csv: [file]) }

  private var horizon: Int { result.years[result.years.count - 1] }

  private var document: Document {
    var document = DecisionHead(assumptions: assumptions, title: "under stress").document
    document.add(.heading("The answer"))
    for sentence in answer { document.add(.bullet(sentence)) }
    document.add(.heading("The battery: fund \(result.fund)"))
    document.add(.table(table))
    document.add(.paragraph(legend))
    document.add(.heading("What would set it right again"))
    document.add(.table(remedies))
    document.add(.paragraph(remedyLegend))
    document.add(.heading("How much it bears: the smallest shock with a shortfall on the money expected"))
    document.add(.table(reverse))
    document.add(.heading("The shocks and where their sizes come from"))
    for item in result.cases {
      document.add(
        .bullet(
          "\(item.shock.title) (\(item.shock.id)), \(size(item.shock)). "
            + "Source: \(item.shock.source)."))
    }
    return document
  }

  // MARK: The answer

  private var answer: [String] {
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

  // MARK: Tables

  /// What one line of a table is about.
  private struct Row {
    let name: String
    let outcome: StressOutcome
  }

  private var rows: [Row] {
    var rows = [Row(name: "as things stand", outcome: result.baseline)]
    for item in result.cases {
      guard case .run(let outcome, _) = item.result else { continue }
      rows.append(Row(name: item.shock.id, outcome: outcome))
    }
    return rows
  }

  private var table: TextTable {
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

  private var legend: String {
    "P: share of futures in which it comes in some year to \(horizon). First: the first year in which the plan does "
      + "not fit on the money expected. Cash \(horizon): at the end, in the middle future and in the one below which "
      + "1 in 20 lies. Months: of spending that the middle future's cash lasts. Mean gap: planned work cut over all "
      + "years, mean of all futures."
  }

  private var remedies: TextTable {
    var table = TextTable(["Shock", "extra a year, for certain", "or cut of the whole plan"])
    for row in rows {
      table.add([
        row.name, remedy(row.outcome.extra) { Number.units(Double($0)) },
        remedy(row.outcome.cut) { Number.percent(Double($0) / 10_000, places: 0) },
      ])
    }
    return table
  }

  private func remedy(_ remedy: StressOutcome.Remedy, _ text: (Int) -> String) -> String {
    switch remedy {
    case .none: "not needed"
    case .smallest(let value): text(value)
    case .notWithin(let most): "more than \(text(most))"
    }
  }

  private var remedyLegend: String {
    "The smallest that brings the probability of a shortfall by \(horizon) to \(battery.remedy) "
      + "(\(battery.remedySource)), to 5,000 or one per cent of the plan, each by itself; sought on the first "
      + "\(Number.units(Double(min(assumptions.scenario.paths, StressTest.scouts)) * 100)) futures."
  }

  private var reverse: TextTable {
    var table = TextTable(["Shock", "smallest size", "size in the battery"])
    for item in result.cases {
      guard let reverse = item.reverse else { continue }
      table.add([
        item.shock.id, text(reverse, item.shock), item.shock.text(item.shock.size),
      ])
    }
    return table
  }

  private func text(_ reverse: ReverseStress, _ shock: StressBattery.Shock) -> String {
    switch reverse {
    case .smallest(let size): shock.text(size)
    case .notWithin(let most): "none up to \(shock.text(most))"
    case .already: "none needed"
    }
  }

  /// `20 %, loss of value`, `12 months`.
  private func size(_ shock: StressBattery.Shock) -> String {
    shock.isMonths ? shock.text(shock.size) : "\(shock.text(shock.size)), \(shock.unit)"
  }

  private var file: ReportFile {
    var document = CSVDocument(columns: ["shock", "size", "fund", "measure", "value", "unit", "source"])
    for (index, row) in rows.enumerated() {
      let shock = index == 0 ? nil : battery[row.name]
      for (measure, value, unit) in figures(row.outcome) {
        document.append([
          .identifier(index == 0 ? "none" : row.name), .identifier(shock.map { $0.text($0.size) } ?? ""),
          .identifier(result.fund), .identifier(measure), .number(value), .identifier(unit),
          .text(shock?.source ?? ""),
        ])
      }
    }
    return ReportFile(name: "stress.csv", text: document.text)
  }

  private func figures(_ outcome: StressOutcome) -> [(String, String, String)] {
    func value(_ number: Double, _ places: Int) -> String {
      number.isNaN ? "" : Number.decimal(number, places: places)
    }
    func remedy(_ remedy: StressOutcome.Remedy, by scale: Double, _ places: Int) -> String {
      switch remedy {
      case .none: "0"
      case .smallest(let amount): Number.decimal(Double(amount) / scale, places: places)
      case .notWithin: ""
      }
    }
    return [
      ("probability-of-shortfall", value(outcome.shortfall.probability, 6), "probability"),
      ("probability-of-shortfall-mcse", value(outcome.shortfall.error, 6), "probability"),
      ("probability-of-cash-out", value(outcome.cashOut.probability, 6), "probability"),
      ("first-shortfall", outcome.firstShortfall.map { "\($0)" } ?? "", "year"),
      ("closing-cash-q50", value(outcome.closing.median, 2), "budget currency"),
      ("closing-cash-q05", value(outcome.closing.low, 2), "budget currency"),
      ("months-of-spending-q50", value(outcome.months, 6), "months"),
      ("funding-gap-mean", value(outcome.gap, 2), "budget currency"),
      ("remedy-extra-contribution", remedy(outcome.extra, by: 100, 2), "budget currency"),
      ("remedy-cut-of-plan", remedy(outcome.cut, by: 10_000, 4), "share"),
    ]
  }
}
