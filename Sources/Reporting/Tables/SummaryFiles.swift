import Budgeting
import Finance
import Giving
import Outlook
import Probability
import Records
import Scenarios
import Simulation
import Tabular

/// The CSV files of simulated quantities (DESIGN section 7).
struct SummaryFiles {
  let findings: Findings

  private var ensemble: Ensemble { findings.ensemble }
  private var assumptions: Assumptions { findings.ensemble.assumptions }
  private var currency: String { assumptions.book.centre.budgetCurrency.code }

  // MARK: summary.csv

  var summary: ReportFile {
    var document = CSVDocument(columns: ["year", "fund", "measure", "unit", "statistic", "value"])
    for fund in assumptions.funds.indices {
      for year in assumptions.timeline.years.indices {
        addMeasures(fund, year, to: &document)
        addEvents(fund, year, to: &document)
      }
    }
    addSharedShortfalls(to: &document)
    return ReportFile(name: "summary.csv", text: document.text)
  }

  static let measures: [(name: String, measure: FundMeasure)] = [
    ("received", .received), ("spent", .spent), ("closing-cash", .closingCash), ("free-cash", .freeCash),
    ("lowest-month-cash", .lowestCash), ("shortfall", .shortfall), ("funding-gap", .fundingGap),
    ("breach", .breach), ("receivable", .receivable), ("allowance", .allowance),
  ]

  private func addMeasures(_ fund: Int, _ year: Int, to document: inout CSVDocument) {
    for (name, measure) in SummaryFiles.measures {
      guard let summary = ensemble.summary(measure, fund: fund, year: year) else { continue }
      for (statistic, value) in statistics(summary) + errors(summary) {
        document.append(
          key(fund, year) + [
            .identifier(name), .identifier(currency), .identifier(statistic), .number(Number.amount(value)),
          ])
      }
    }
    let required = ensemble.central.accounts[fund].years[year].reserveRequired
    document.append(
      key(fund, year) + [
        .identifier("reserve-required"), .identifier(currency), .identifier("value"),
        .number(Number.amount(required)),
      ])
  }

  private func addEvents(_ fund: Int, _ year: Int, to document: inout CSVDocument) {
    let key = key(fund, year)
    for event in YearEvent.allCases {
      let name = event.rawValue
      add(name, ensemble.frequency(of: event, fund: fund, year: year), key, to: &document)
      add("\(name)-by-year-end", ensemble.frequency(of: event, fund: fund, by: year), key, to: &document)
      add(
        "\(name)-first-in-year", ensemble.frequency(of: event, fund: fund, firstIn: year), key, to: &document)
      if year == assumptions.timeline.years.count - 1 {
        add("\(name)-never", ensemble.frequency(ofNo: event, fund: fund), key, to: &document)
      }
    }
    for pair in Ensemble.pairs {
      let name = "\(pair.0.rawValue)-and-\(pair.1.rawValue)"
      add(name, ensemble.frequency(of: pair, fund: fund, year: year), key, to: &document)
    }
  }

  /// Shortfalls of any fund and of several at once; none where there is only one.
  private func addSharedShortfalls(to document: inout CSVDocument) {
    guard assumptions.funds.count > 1 else { return }
    for year in assumptions.timeline.years.indices {
      let (any, several) = ensemble.shortfalls(year: year)
      let key: [CSVDocument.Cell] = [
        .number("\(assumptions.timeline.years[year])"), .identifier(MeasureName.centre),
      ]
      add("shortfall-of-any-fund", any, key, to: &document)
      add("shortfall-of-several-funds", several, key, to: &document)
    }
  }

  private func add(
    _ name: String, _ frequency: Frequency, _ key: [CSVDocument.Cell], to document: inout CSVDocument
  ) {
    let interval = frequency.interval
    for (statistic, value) in [
      ("probability", frequency.probability), ("mcse", frequency.error), ("wilson-lower", interval.lower),
      ("wilson-upper", interval.upper),
    ] {
      document.append(
        key + [
          .identifier(name), .identifier("probability"), .identifier(statistic),
          .number(Number.decimal(value, places: 6)),
        ])
    }
  }

  private func key(_ fund: Int, _ year: Int) -> [CSVDocument.Cell] {
    [
      .number("\(assumptions.timeline.years[year])"), .identifier(assumptions.funds[fund].fund.id),
    ]
  }

  private func statistics(_ summary: Summary) -> [(String, Double)] {
    [("mean", summary.mean), ("sd", summary.deviation)] + zip(Summary.names, summary.quantiles)
      + [("mcse", summary.meanError)]
  }

  /// Monte Carlo errors of quantiles, and the expected shortfall with its own.
  private func errors(_ summary: Summary) -> [(String, Double)] {
    let quantiles = summary.quantileErrors.map { ("\($0.name)-mcse", $0.error) }
    let worst = summary.expectedShortfall.map { [("es95", $0.value), ("es95-mcse", $0.error)] } ?? []
    return quantiles + worst
  }

  // MARK: cash-calendar.csv

  var cashCalendar: ReportFile {
    var document = CSVDocument(columns: ["month", "fund", "statistic", "value"])
    for fund in assumptions.funds.indices {
      for month in 0..<assumptions.timeline.monthCount {
        let label = "\(assumptions.timeline.month(month))"
        func add(_ statistic: String, _ value: String) {
          document.append([
            .identifier(label), .identifier(assumptions.funds[fund].fund.id), .identifier(statistic),
            .number(value),
          ])
        }
        add("central", Number.amount(ensemble.central.accounts[fund].monthEndCash[month]))
        guard let summary = ensemble.monthEndCash(fund: fund, month: month) else { continue }
        for (statistic, value) in statistics(summary) { add(statistic, Number.amount(value)) }
        let below = ensemble.isBelowZero(fund: fund, month: month)
        add("probability-below-zero", Number.decimal(below.probability, places: 6))
      }
    }
    return ReportFile(name: "cash-calendar.csv", text: document.text)
  }
}
