import Budgeting
import Decisions
import Finance
public import Outlook
import Records
import Scenarios
import Simulation
import Tabular

/// A scenario under the battery of shocks, with the mechanical signal and the smallest shocks that harm.
public struct StressPage {
  private let telling: StressTelling
  private let assumptions: Assumptions

  public init(_ found: StressFindings, _ assumptions: Assumptions) {
    telling = StressTelling(found, assumptions)
    self.assumptions = assumptions
  }

  public var page: DecisionPage { DecisionPage(document, csv: [file]) }

  private var result: StressResult { telling.result }
  private var battery: StressBattery { telling.battery }
  private var horizon: Int { telling.horizon }

  private var document: Document {
    var document = DecisionHead(assumptions: assumptions, title: "under stress").document
    document.add(.heading("The answer"))
    for sentence in telling.answer { document.add(.bullet(sentence)) }
    document.add(.heading("The battery: fund \(result.fund)"))
    document.add(.table(telling.table))
    document.add(.paragraph(telling.legend))
    document.add(.heading("What would set it right again"))
    document.add(.table(remedies))
    document.add(.paragraph(remedyLegend))
    document.add(.heading("How much it bears: the smallest shock with a shortfall on the money expected"))
    document.add(.table(reverse))
    document.add(.heading("The shocks and where their sizes come from"))
    for shock in telling.shocks { document.add(.bullet(shock)) }
    return document
  }

  // MARK: Tables

  private var remedies: TextTable {
    var table = TextTable(["Shock", "extra a year, for certain", "or cut of the whole plan"])
    for row in telling.rows {
      guard let remedies = row.outcome.remedies else { continue }
      table.add([
        row.name, remedy(remedies.extra) { Number.units(Double($0)) },
        remedy(remedies.cut) { Number.percent(Double($0) / 10_000, places: 0) },
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

  private var file: ReportFile {
    var document = CSVDocument(columns: ["shock", "size", "fund", "measure", "value", "unit", "source"])
    for (index, row) in telling.rows.enumerated() {
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
    func remedy(_ remedy: StressOutcome.Remedy?, by scale: Double, _ places: Int) -> String {
      switch remedy {
      case .none?: "0"
      case .smallest(let amount)?: Number.decimal(Double(amount) / scale, places: places)
      case .notWithin?, nil: ""
      }
    }
    let remedies = outcome.remedies
    return [
      ("probability-of-shortfall", value(outcome.shortfall.probability, 6), "probability"),
      ("probability-of-shortfall-mcse", value(outcome.shortfall.error, 6), "probability"),
      ("probability-of-cash-out", value(outcome.cashOut.probability, 6), "probability"),
      ("first-shortfall", outcome.firstShortfall.map { "\($0)" } ?? "", "year"),
      ("closing-cash-q50", value(outcome.closing.median, 2), "budget currency"),
      ("closing-cash-q05", value(outcome.closing.low, 2), "budget currency"),
      ("months-of-spending-q50", value(outcome.months, 6), "months"),
      ("funding-gap-mean", value(outcome.gap, 2), "budget currency"),
      ("remedy-extra-contribution", remedy(remedies?.extra, by: 100, 2), "budget currency"),
      ("remedy-cut-of-plan", remedy(remedies?.cut, by: 10_000, 4), "share"),
    ]
  }
}
