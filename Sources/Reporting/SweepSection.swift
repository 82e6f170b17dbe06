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

  private var sweep: Sweep { result.sweep }
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

  private var introduction: String {
    let levers = sweep.levers.map(\.name)
    let what =
      levers.count == 1
      ? "For each value of \(levers[0])"
      : "For each value of \(levers[0]) (down) and \(levers[1]) (across)"
    return "\(what): the probability that a shortfall comes by \(horizon). \(futures) \(own)"
  }

  /// Which random numbers; those of the run itself.
  private var futures: String {
    let (few, all) = (sweep.paths, assumptions.scenario.paths)
    let count = Number.units(Double(few) * 100)
    return
      "Each is run on the \(few < all ? "first \(count) futures" : "\(count) futures") of this report, so that "
      + "neighbours differ by what is changed and not by chance."
  }

  /// Where the scenario itself stands.
  private var own: String {
    let words = sweep.levers.map { lever in
      "\(lever.name) \(lever.own.map { SweepSection.text($0) } ?? "not set")"
    }
    return "The rest of this report is for \(Wording.list(words))."
  }

  private var closing: String {
    let shown = zip(sweep.levers, shownValues).filter { $0.values.count > $1.count }.map { lever, shown in
      "Of \(lever.values.count) values of \(lever.name) \(shown.count) are printed. "
    }
    let legend =
      sweep.levers.count == 1
      ? "Breach and cash-out: also by \(horizon). Mean gap: planned work put off for good or cut, all years. Cash "
        + "5 %, 50 %: at the end of \(horizon). "
      : "The Monte Carlo error of a probability is \(Number.percent(largestError, places: 2)) at most. "
    return "\(legend)\(shown.joined())Every value, year and fund is in sweep.csv."
  }

  /// Of the chance of a shortfall by the horizon, over all combinations and core funds.
  private var largestError: Double {
    let core = assumptions.funds.indices.filter { assumptions.funds[$0].fund.purpose == .core }
    return result.measures.flatMap { measures in
      core.map { measures.cells[$0][lastYear].byYearEnd(.shortfall).error }
    }.max() ?? 0
  }

  // MARK: Tables

  private func list(_ fund: Int) -> TextTable {
    var table = TextTable([
      sweep.levers[0].name, "shortfall", "(+/-)", "breach", "cash-out", "mean gap", "cash 5 %", "50 %",
    ])
    for index in shownValues[0] { table.add([text(0, index)] + cells(result.measures[index].cells[fund])) }
    return table
  }

  private func cells(_ years: [SweepMeasures.Cell]) -> [String] {
    let last = years[lastYear]
    let shortfall = last.byYearEnd(.shortfall)
    return [
      Number.percent(shortfall.probability), Number.percent(shortfall.error, places: 2),
      Number.percent(last.byYearEnd(.breach).probability),
      Number.percent(last.byYearEnd(.cashOut).probability),
      Number.units(years.reduce(0) { $0 + $1.meanGap }),
    ] + last.closingCash.prefix(2).map(Number.units)
  }

  private func grid(_ fund: Int) -> TextTable {
    let across = shownValues[1]
    var table = TextTable([sweep.levers[0].name] + across.map { text(1, $0) })
    for row in shownValues[0] {
      table.add(
        [text(0, row)]
          + across.map { column in
            let measures = result.measures[row * sweep.levers[1].values.count + column]
            return Number.percent(measures.cells[fund][lastYear].byYearEnd(.shortfall).probability)
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

  private func text(_ lever: Int, _ index: Int) -> String {
    SweepSection.text(sweep.levers[lever].values[index])
  }

  /// Amounts in whole units where that is exact.
  private static func text(_ value: Sweep.Value) -> String {
    if case .amount(let cents) = value, cents % 100 == 0 { return Money.groupedUnits(cents: cents) }
    return "\(value)"
  }
}
