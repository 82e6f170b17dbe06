import Budgeting
import Finance
import Judgement
import Measures
import Records
import Reporting
import Simulation

/// Figures over all futures.
extension Deriving {
  private static let meanings: [String: String] = [
    "received": "cash received by the fund in the year", "spent": "spent by the fund in the year",
    "closing-cash": "cash at the end of the year", "free-cash": "closing cash less open commitments",
    "lowest-month-cash": "the lowest month-end cash of the year",
    "shortfall":
      "the largest excess of the approved plan to date over the money to date with the reserve held, before any "
      + "response",
    "funding-gap": "planned work put off for good or cut by the response",
    "breach": "the largest amount by which a month-end lies below the reserve, after the response",
    "receivable": "revenue recognised and not yet paid at the end of the year",
    "allowance": "what is provided for of the receivable",
    "reserve-required": "reserve rate x next year's plan",
  ]

  private static let measures: [String: FundMeasure] = [
    "received": .received, "spent": .spent, "closing-cash": .closingCash, "free-cash": .freeCash,
    "lowest-month-cash": .lowestCash, "shortfall": .shortfall, "funding-gap": .fundingGap,
    "breach": .breach, "receivable": .receivable, "allowance": .allowance,
  ]

  func yearIndex(_ label: String) -> Int? {
    assumptions.timeline.years.firstIndex { "\($0)" == label }
  }

  func fundIndex(_ id: String) -> Int? { assumptions.funds.firstIndex { $0.fund.id == id } }

  func condition(_ event: YearEvent, _ fund: Int, _ year: Int) -> PathCondition {
    switch event {
    case .shortfall: PathCondition(.fund(.shortfall, fund: fund, year: year), is: .positive)
    case .breach: PathCondition(.fund(.breach, fund: fund, year: year), is: .positive)
    case .cashOut: PathCondition(.fund(.lowestCash, fund: fund, year: year), is: .negative)
    }
  }

  /// A probability's count, from its printed row.
  func frequency(_ row: ReportRow) -> Frequency? {
    report.number(row).map {
      let paths = report.manifest.paths
      return Frequency(count: Int(($0 * Double(paths)).rounded()), paths: paths)
    }
  }

  /// A quantile by the name of its statistic, such as `q05`; of everything else all futures have a part.
  func quantile(
    _ quantity: PathQuantity, _ statistic: String, _ value: Double?, isMoney: Bool
  ) -> FuturesCount.Statistic {
    guard let value, statistic.hasPrefix("q"), let digits = Double("0." + statistic.dropFirst()) else {
      return .all
    }
    return .quantile(quantity, level: digits, value: isMoney ? (value * 100).rounded() : value)
  }

  // MARK: summary.csv

  func summary(_ row: ReportRow) -> Derivation {
    let (measure, fund) = (row[column: "measure"], row[column: "fund"])
    let whose = fund == MeasureName.centre ? "all funds" : "fund \(fund)"
    let isChance = row[column: "unit"] == "probability"
    var derivation = Derivation(
      "\(isChance ? "Probability" : "Amount") \(measure), \(words(row[column: "statistic"])), of \(whose) in "
        + row[column: "year"])
    derivation.formula = isChance ? chanceFormula(measure) : Deriving.meanings[measure]
    guard measure != "reserve-required" else { return reserve(row, derivation) }
    if ["mcse", "wilson-lower", "wilson-upper"].contains(row[column: "statistic"]), isChance {
      derivation.formula =
        "sqrt(p (1 - p) / n), and Wilson's interval around it, of the \(derivation.formula ?? "")"
    }
    derivation.futures = isChance ? chance(row) : amount(row)
    derivation.parts = planned(row)
    derivation.notes = changes()
    return derivation
  }

  private func reserve(_ row: ReportRow, _ begun: Derivation) -> Derivation {
    var derivation = begun
    derivation.title = "Required reserve of fund \(row[column: "fund"]) in \(row[column: "year"])"
    derivation.parts = [
      .row(
        ReportRow(
          .statements, [row[column: "year"], row[column: "fund"], "central", "reserve.required"]))
    ]
    derivation.source = book.centre.reserve.source
    derivation.notes = line(ofCentre: ["reserve", "rate"])
    return derivation
  }

  /// What every future of a fund and year begins with and is held against.
  private func planned(_ row: ReportRow) -> [Origin] {
    let fund = row[column: "fund"]
    func line(_ line: String, _ year: String) -> Origin {
      .row(ReportRow(.statements, [year, fund, IndicatorRow.Basis.central.rawValue, line]))
    }
    let year = row[column: "year"]
    return [
      line("cash.opening", "\(assumptions.timeline.years[0])"), line("planned.total", year),
      line("reserve.required", year),
    ]
  }

  private func amount(_ row: ReportRow) -> FuturesCount {
    let statistic = row[column: "statistic"]
    let name = statistic == "mean" ? "mcse" : "\(statistic)-mcse"
    let error = shown(ReportRow(.summary, row.key.dropLast() + [name]))
    guard let measure = Deriving.measures[row[column: "measure"]], let fund = fundIndex(row[column: "fund"]),
      let year = yearIndex(row[column: "year"])
    else { return FuturesCount(statistic: .all, error: error) }
    let place = quantile(
      .fund(measure, fund: fund, year: year), statistic, report.number(row), isMoney: true)
    return FuturesCount(statistic: place, error: error)
  }

  private func chance(_ row: ReportRow) -> FuturesCount {
    let frequency = frequency(ReportRow(.summary, row.key.dropLast() + ["probability"]))
    return FuturesCount(
      statistic: conditions(row).map { .happens($0) } ?? .all, frequency: frequency)
  }

  private func conditions(_ row: ReportRow) -> [PathCondition]? {
    let (measure, fund) = (row[column: "measure"], row[column: "fund"])
    guard let year = yearIndex(row[column: "year"]) else { return nil }
    func measured(_ name: String, _ year: Int) -> PathQuantity {
      .measured(MeasureName(name, fund: fund, year: assumptions.timeline.years[year].year))
    }
    if let event = YearEvent(rawValue: measure), let fund = fundIndex(fund) {
      return [condition(event, fund, year)]
    }
    for event in YearEvent.allCases {
      let byThen = "\(event.rawValue)-by-year-end"
      switch measure {
      case byThen: return [PathCondition(measured(byThen, year), is: .positive)]
      case "\(event.rawValue)-never": return [PathCondition(measured(byThen, year), is: .notPositive)]
      case "\(event.rawValue)-first-in-year":
        let before = year == 0 ? [] : [PathCondition(measured(byThen, year - 1), is: .notPositive)]
        return [PathCondition(measured(byThen, year), is: .positive)] + before
      default: continue
      }
    }
    return [PathCondition(measured(measure, year), is: .positive)]
  }

  private func chanceFormula(_ measure: String) -> String {
    if let definition = Glossary.indicator(measure) { return definition.formula }
    let base = YearEvent.allCases.first { measure.hasPrefix($0.rawValue) }
    let what = base.flatMap { Glossary.indicator($0.rawValue)?.formula } ?? measure
    if measure.hasSuffix("-by-year-end") { return "\(what), in this or an earlier projected year" }
    if measure.hasSuffix("-first-in-year") { return "\(what), and in no earlier projected year" }
    if measure.hasSuffix("-never") {
      return "share of futures in which there is no \(base?.rawValue ?? measure) in any year"
    }
    if measure.contains("-and-") { return "share of futures in which both happen in the year" }
    return "share of futures in which it is so in the year: \(measure)"
  }

  func words(_ statistic: String) -> String {
    switch statistic {
    case "mean": "mean over all futures"
    case "sd": "standard deviation over all futures"
    case "mcse": "Monte Carlo standard error"
    case "probability": "share of futures"
    case "wilson-lower", "wilson-upper": "95 % Wilson interval, \(statistic.dropFirst(7)) end"
    case "es95": "mean of the worst one in twenty futures"
    case let name where name.hasSuffix("-mcse"): "Monte Carlo error of \(name.dropLast(5))"
    case let name where name.hasPrefix("q"): "quantile \(name)"
    default: statistic
    }
  }

  // MARK: cash-calendar.csv

  func cash(_ row: ReportRow) -> Derivation {
    let statistic = row[column: "statistic"]
    let month = row[column: "month"]
    var derivation = Derivation(
      "Cash of fund \(row[column: "fund"]) at the end of \(month), "
        + (statistic == "central" ? "on the money expected (the central projection)" : words(statistic)))
    derivation.formula =
      statistic == "probability-below-zero"
      ? "share of futures in which the month ends below zero"
      : "cash at the end of the month before + received + interest - spent - commitments paid"
    let index = (0..<assumptions.timeline.monthCount).first { "\(assumptions.timeline.month($0))" == month }
    guard let index, let fund = fundIndex(row[column: "fund"]) else { return derivation }
    if statistic == "central" {
      derivation.parts = monthParts(row, index)
      derivation.rows =
        index == 0 ? rows.balance(fund: row[column: "fund"], before: assumptions.timeline.first) : []
      derivation.notes = centralNote + changes()
      return derivation
    }
    let quantity = PathQuantity.monthEndCash(fund: fund, month: index)
    if statistic == "probability-below-zero" {
      derivation.futures = FuturesCount(
        statistic: .happens([PathCondition(quantity, is: .negative)]), frequency: frequency(row))
    } else {
      let error = statistic == "mean" ? shown(ReportRow(.cashCalendar, row.key.dropLast() + ["mcse"])) : nil
      derivation.futures = FuturesCount(
        statistic: quantile(quantity, statistic, report.number(row), isMoney: true), error: error)
    }
    derivation.notes = changes()
    return derivation
  }

  /// The month before, and the year's totals.
  private func monthParts(_ row: ReportRow, _ index: Int) -> [Origin] {
    let before =
      index == 0
      ? []
      : [
        Origin.row(
          ReportRow(
            .cashCalendar, ["\(assumptions.timeline.month(index - 1))", row[column: "fund"], "central"]))
      ]
    let year = assumptions.timeline.year(of: assumptions.timeline.month(index)) ?? 0
    let label = "\(assumptions.timeline.years[year])"
    return before
      + ["received.total", "spent.total"].map {
        .row(ReportRow(.statements, [label, row[column: "fund"], "central", $0]))
      }
  }

  // MARK: contributions-outlook.csv

  func outlook(_ row: ReportRow) -> Derivation {
    let (who, fund) = (row[column: "contributor"], row[column: "fund"])
    let (statistic, stage) = (row[column: "statistic"], row[column: "stage"])
    let all = who == FrozenForecast.total
    var derivation = Derivation(
      "\(all ? "All contributors" : name(who)) to fund \(fund) in \(row[column: "year"]), \(stage): "
        + (statistic == "central" ? "on the money expected (the central projection)" : words(statistic)))
    derivation.formula =
      statistic == "probability"
      ? "share of futures in which anything is \(stage) in the year"
      : "what is \(stage) in the year"
    if !all {
      derivation.rows = giverRows(who, fund)
      derivation.notes = giverNotes(who, fund)
    } else {
      derivation.notes = changes()
    }
    guard statistic != "central" else {
      derivation.notes += centralNote
      return derivation
    }
    guard let quantity = quantity(row) else { return derivation }
    if statistic == "probability" {
      derivation.futures = FuturesCount(
        statistic: .happens([PathCondition(quantity, is: .positive)]), frequency: frequency(row))
    } else {
      let error =
        statistic == "mean" ? shown(ReportRow(.contributionsOutlook, row.key.dropLast() + ["mcse"])) : nil
      derivation.futures = FuturesCount(
        statistic: quantile(quantity, statistic, report.number(row), isMoney: true), error: error)
    }
    derivation.futures?.giver = all ? nil : (who, fund)
    return derivation
  }

  private func quantity(_ row: ReportRow) -> PathQuantity? {
    let (who, fund) = (row[column: "contributor"], row[column: "fund"])
    let isCash = row[column: "stage"] == Stage.received.rawValue
    guard let year = yearIndex(row[column: "year"]) else { return nil }
    guard who != FrozenForecast.total else {
      guard isCash else {
        return .measured(
          MeasureName("recognised", fund: fund, year: assumptions.timeline.years[year].year))
      }
      return fundIndex(fund).map { .fund(.received, fund: $0, year: year) }
    }
    let giver = assumptions.givers.firstIndex { $0.giver.contributor == who && $0.giver.fund == fund }
    return giver.map { isCash ? .received(giver: $0, year: year) : .recognised(giver: $0, year: year) }
  }

  // MARK: sweep.csv

  func sweep(_ row: ReportRow) -> Derivation {
    let levers = [1, 2].map { (row[column: "lever_\($0)"], row[column: "value_\($0)"]) }.filter {
      !$0.0.isEmpty
    }
    let words = levers.map { "\($0.0) = \($0.1)" }.joined(separator: " and ")
    var derivation = Derivation(
      "\(row[column: "measure"]), \(self.words(row[column: "statistic"])), of fund \(row[column: "fund"]) in "
        + "\(row[column: "year"]), where \(words)")
    let isChance = ["probability", "mcse"].contains(row[column: "statistic"])
    derivation.formula =
      isChance ? chanceFormula(row[column: "measure"]) : Deriving.meanings[row[column: "measure"]]
    derivation.notes =
      [
        "A combination of the scenario's sweep: a run of the scenario with these values on the first futures of this "
          + "report. Put the values into a scenario that extends this one, run it, and trace its summary.csv."
      ] + changes()
    return derivation
  }
}
