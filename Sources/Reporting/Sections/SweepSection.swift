import Budgeting
import Finance
import Outlook
import Records
import Scenarios
import Simulation

/// The sweep of a scenario in a table of each core fund: the chance of a shortfall by the horizon for each value.
struct SweepSection {
  let result: SweepResult
  /// Of the run the sweep belongs to.
  let assumptions: Assumptions

  /// Most values down and across that are printed.
  static let limit = (rows: 21, columns: 8)

  fileprivate var sweep: Sweep { result.sweep }
  private var lastYear: Int { assumptions.timeline.years.count - 1 }
  private var horizon: String { "\(assumptions.timeline.years[lastYear])" }

  var document: Document {
    var document = Document()
    document.add(.heading("What each value would change"))
    document.add(.paragraph(introduction))
    for (fund, plan) in assumptions.funds.enumerated() where plan.fund.purpose == .core {
      if assumptions.funds.count > 1 { document.add(.paragraph("Fund \(plan.fund.id):")) }
      document.add(.table(sweep.levers.count == 1 ? list(fund) : grid(fund)))
    }
    document.add(.paragraph(closing))
    return document
  }

  // MARK: Words

  private var introduction: Prose {
    let levers = sweep.levers.map(\.name)
    let what =
      levers.count == 1
      ? "For each value of \(levers[0])"
      : "For each value of \(levers[0]) (down) and \(levers[1]) (across)"
    return "\(what): the probability that a shortfall comes by \(horizon). \(futures) \(own)"
  }

  /// Which random numbers; those of the run itself.
  private var futures: Prose {
    let (few, all) = (sweep.paths, assumptions.scenario.paths)
    let count = Number.units(Double(few) * 100).figure(of: .scenario(key: few < all ? "sweep" : "paths"))
    return Prose(
      "Each is run on the \(few < all ? "first " : "")\(count) futures of this report, so that ",
      "neighbours differ by what is changed and not by chance.")
  }

  /// Where the scenario itself stands.
  private var own: Prose {
    let words = sweep.levers.map { lever -> Prose in
      let value = (lever.own.map { SweepSection.text($0) } ?? "not set").figure(of: .scenario(key: "sweep"))
      return "\(lever.name) \(value)"
    }
    return "The rest of this report is for \(words.list)."
  }

  private var closing: Prose {
    let shown = zip(sweep.levers, shownValues).filter { $0.values.count > $1.count }.map { lever, shown in
      Prose(
        plain: "Of \(lever.values.count) values of \(lever.name) \(shown.count) are printed. ")
    }
    let error = Number.percent(largestError, places: 2).figure(
      of: .derived("the largest Monte Carlo error of a shortfall's probability in sweep.csv", from: []))
    let cash = "5 %, 50 %".figure(of: Wording.quantile)
    let legend =
      sweep.levers.count == 1
      ? Prose(
        "Breach and cash-out: also by \(horizon). Mean gap: planned work put off for good or cut, all years. Cash ",
        "\(cash): at the end of \(horizon). ")
      : "The Monte Carlo error of a probability is \(error) at most. "
    return Prose(legend, shown.joined(), "Every value, year and fund is in sweep.csv.")
  }

  /// Of the chance of a shortfall by the horizon, over all combinations and core funds.
  private var largestError: Double {
    let core = assumptions.funds.indices.filter { assumptions.funds[$0].fund.purpose == .core }
    return result.measures.flatMap { measures in
      core.map { measures.cells[$0][lastYear].byYearEnd(.shortfall).error }
    }.max() ?? 0
  }

  // MARK: Tables

  private func name(_ fund: Int) -> Prose {
    let of = assumptions.funds[fund].fund.id
    guard sweep.levers.count == 2 else { return "Fund \(of) by \(horizon) for each value" }
    return Prose(
      plain: "Chance of a shortfall of fund \(of) by \(horizon), \(sweep.levers[1].name) across")
  }

  private func list(_ fund: Int) -> TextTable {
    var table = TextTable(
      [
        Prose(plain: sweep.levers[0].name), "shortfall", "(+/-)", "breach", "cash-out", "mean gap",
        "cash \(Wording.quantileHeads[0])", Wording.quantileHeads[1],
      ], name: name(fund))
    for index in shownValues[0] {
      table.add([text(0, index)] + cells(result.measures[index].cells[fund], SweepOrigins(self, fund, index)))
    }
    return table
  }

  private func cells(_ years: [SweepMeasures.Cell], _ origins: SweepOrigins) -> [Prose] {
    let last = years[lastYear]
    let shortfall = last.byYearEnd(.shortfall)
    func chance(_ event: YearEvent) -> Prose {
      Number.percent(last.byYearEnd(event).probability)
        .figure(of: origins.row(lastYear, "\(event.rawValue)-by-year-end", "probability"))
    }
    return [
      chance(.shortfall),
      Number.percent(shortfall.error, places: 2)
        .figure(of: origins.row(lastYear, "shortfall-by-year-end", "mcse")),
      chance(.breach), chance(.cashOut),
      Number.units(years.reduce(0) { $0 + $1.meanGap }).figure(of: origins.meanGap(years.indices)),
    ]
      + zip(SweepMeasures.quantileNames, last.closingCash).prefix(2).map { name, cents in
        Number.units(cents).figure(of: origins.row(lastYear, "closing-cash", name))
      }
  }

  private func grid(_ fund: Int) -> TextTable {
    let across = shownValues[1]
    var table = TextTable(
      [Prose(plain: sweep.levers[0].name)] + across.map { text(1, $0) }, name: name(fund))
    for row in shownValues[0] {
      table.add(
        [text(0, row)]
          + across.map { column -> Prose in
            let point = row * sweep.levers[1].values.count + column
            let last = result.measures[point].cells[fund][lastYear]
            return Number.percent(last.byYearEnd(.shortfall).probability)
              .figure(
                of: SweepOrigins(self, fund, point).row(lastYear, "shortfall-by-year-end", "probability"))
          })
    }
    return table
  }

  /// Indices of the values printed, by lever.
  private var shownValues: [[Int]] {
    zip(sweep.levers, [SweepSection.limit.rows, SweepSection.limit.columns]).map {
      SweepSection.spread($0.values.count, over: $1)
    }
  }

  /// All of `count` indices, or `limit` of them as evenly spaced as can be, first and last included.
  static func spread(_ count: Int, over limit: Int) -> [Int] {
    count <= limit ? Array(0..<count) : (0..<limit).map { $0 * (count - 1) / (limit - 1) }
  }

  private func text(_ lever: Int, _ index: Int) -> Prose {
    SweepSection.text(sweep.levers[lever].values[index]).figure(of: .scenario(key: "sweep"))
  }

  /// Amounts in whole units where that is exact.
  private static func text(_ value: Sweep.Value) -> String {
    if case .amount(let cents) = value, cents % 100 == 0 { return Money.groupedUnits(cents: cents) }
    return "\(value)"
  }
}

/// Where the figures of one combination and fund stand in `sweep.csv`.
private struct SweepOrigins {
  /// Cells of the levers, empty ones for a lever that there is not.
  private let levers: [String]
  private let fund: String
  private let years: [String]

  init(_ section: SweepSection, _ fund: Int, _ point: Int) {
    let cells = zip(section.sweep.levers, section.sweep.points[point].values)
      .flatMap { [$0.name, SweepFile.text($1)] }
    levers = cells + Array(repeating: "", count: 4 - cells.count)
    self.fund = section.assumptions.funds[fund].fund.id
    years = section.assumptions.timeline.years.map { "\($0)" }
  }

  func row(_ year: Int, _ measure: String, _ statistic: String) -> Origin {
    .row(ReportRow(.sweep, levers + [years[year], fund, measure, statistic]))
  }

  func meanGap(_ years: Range<Int>) -> Origin {
    .derived("the mean funding gaps of all years, added", from: years.map { row($0, "funding-gap", "mean") })
  }
}
