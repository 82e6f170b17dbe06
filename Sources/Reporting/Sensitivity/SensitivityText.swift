import Budgeting
import Decisions
import Finance
import Judgement
import Measures
import Outlook
import Probability
import Records
import Scenarios
import Simulation

/// The text of a sensitivity analysis: the answer, the tornado, where its points come from, and the shares of chance.
struct SensitivityText {
  let tornado: Tornado
  let sobol: SobolAnalysis
  let base: Assumptions

  /// Characters of a bar.
  private static let width = 30

  var document: Document {
    var document = head
    document.add(.heading("The answer"))
    for sentence in answer { document.add(.bullet(sentence)) }
    document.add(bars)
    document.add(points)
    document.add(shares)
    return document
  }

  private var head: Document {
    var head = Document()
    let (scenario, years) = (base.scenario, base.timeline.years)
    head.add(.title("\(base.book.centre.name): what moves the answer of \(scenario.title)"))
    head.add(
      .paragraph(
        "Scenario \(scenario.name), as of \(Wording.date(scenario.asOf)), years \(years[0]) to \(years[years.count - 1]). "
          + "Amounts in \(base.book.centre.budgetCurrency). \(Number.units(Double(scenario.paths) * 100)) simulated "
          + "futures of each run on the same random numbers, seed \(scenario.seed)."))
    if base.indicative {
      head.add(
        .paragraph("INDICATIVE: plan, posts or opening cash are assumed, not taken from approved documents."))
    }
    head.add(
      .paragraph(
        "For the secretariat: it shows what single contributors may give. Council papers name groups."))
    return head
  }

  // MARK: Numbers

  private var isProbability: Bool {
    if case .probability = tornado.measure { return true }
    return false
  }

  private func text(_ value: Double) -> String {
    if value.isNaN { return "not measurable" }
    if isProbability { return Number.percent(value) }
    return isLarge ? Number.units(value * 100) : Number.decimal(value, places: 3)
  }

  /// Whether the measure is told in whole numbers.
  private var isLarge: Bool {
    tornado.bars.contains { $0.low.value.magnitude >= 1000 || $0.high.value.magnitude >= 1000 }
      || tornado.base.value.magnitude >= 1000
  }

  // MARK: The answer

  private var answer: [String] {
    let base = "\(tornado.measure) is \(text(tornado.base.value)) as the scenario stands."
    guard let widest = tornado.bars.first, widest.width != 0 else {
      return [base, "No driver moves it within its range."] + chance
    }
    let next = tornado.bars.dropFirst().first
    var words =
      "What moves it most is \(widest.driver.id): \(text(widest.low.value)) at its 10 % point, "
      + "\(text(widest.high.value)) at its 90 % point."
    if let next, next.width != 0 {
      words += " Next comes \(next.driver.id): \(text(next.low.value)) and \(text(next.high.value))."
    }
    return [base, words] + chance
  }

  /// The group that brings most of the spread of closing cash by itself.
  private var chance: [String] {
    let rows = sobol.rows.filter { $0.target == .closingCashRank }
    var funds: [String] = []
    for row in rows where !funds.contains(row.fund) { funds.append(row.fund) }
    return funds.compactMap { fund in
      let measured = rows.filter { $0.fund == fund }.compactMap { row in
        row.index.map { (row.group, row.year, $0.first) }
      }
      guard let (group, year, index) = measured.max(by: { $0.2.value < $1.2.value }) else { return nil }
      let of = funds.count > 1 ? " of fund \(fund)" : ""
      return
        "Of what chance does to where the cash\(of) at the end of \(year) lies among all futures, most comes "
        + "from \(group): \(Number.percent(index.value, places: 0)) of the variance by itself (95 % interval "
        + "\(Number.percent(index.interval.lowerBound, places: 0)) to "
        + "\(Number.percent(index.interval.upperBound, places: 0)))."
    }
  }

  // MARK: The tornado

  private var bars: Document {
    var document = Document()
    document.add(.heading("Each driver by itself"))
    let marks = TornadoBars(tornado, width: SensitivityText.width)
    var table = TextTable(["\(tornado.measure)", "at 10 %", "at 90 %", "(+/-)", ""])
    for (bar, mark) in zip(tornado.bars, marks.bars) {
      table.add([
        bar.driver.id, text(bar.low.value), text(bar.high.value),
        isProbability ? Number.decimal(bar.error * 100, places: 2) : text(bar.error), mark,
      ])
    }
    document.add(.table(table))
    document.add(
      .paragraph(
        "Every driver is set to its 10 % and its 90 % point while all others stay as they are. The bar runs from one to "
          + "the other, 'o' is the 10 % point, '|' the scenario as it stands. (+/-): Monte Carlo error of the "
          + "difference\(isProbability ? " in points" : "")."))
    if !outside.isEmpty {
      document.add(
        .paragraph(
          "The scenario as it stands lies outside the bar of \(Wording.list(outside)): its own chance, with what "
            + "lies beyond both points, is taken away at either."))
    }
    if !tornado.fixed.isEmpty {
      document.add(.paragraph("Without a range: \(tornado.fixed.joined(separator: "; "))."))
    }
    return document
  }

  /// Drivers whose bar does not hold the run as it stands, by more than chance.
  private var outside: [String] {
    let base = tornado.base
    return tornado.bars.filter { bar in
      let reach = 2 * (base.error + max(bar.low.error, bar.high.error))
      return base.value > max(bar.low.value, bar.high.value) + reach
        || base.value < min(bar.low.value, bar.high.value) - reach
    }.map(\.driver.id)
  }

  private var points: Document {
    var document = Document()
    document.add(.heading("Where the points come from"))
    for bar in tornado.bars {
      document.add(
        .bullet("\(bar.driver.id): \(bar.driver.low); \(bar.driver.high). Source: \(bar.driver.source)."))
    }
    return document
  }

  // MARK: Shares of chance

  private var shares: Document {
    var document = Document()
    document.add(.heading("From which draws the spread comes"))
    let core = base.funds.filter { $0.fund.purpose == .core }.map(\.fund.id)
    for fund in core {
      for target in SobolAnalysis.Target.allCases {
        document.add(share(fund, target, isOnly: core.count == 1))
      }
    }
    document.add(
      .paragraph(
        "Rank: where the cash lies among that of all futures, so that a few futures with very large gifts do not decide; "
          + "amount: in \(base.book.centre.budgetCurrency). First: the share of the variance that a group of draws brings by itself (first-order Sobol index); total: with "
          + "what it brings together with others. By pick-freeze: \(Number.units(Double(sobol.paths) * 100)) futures with the scenario's seed, as many "
          + "with seed \(sobol.otherSeed), and as many for every group with that group's draws of the other seed "
          + "(estimators of Saltelli et al. 2010 and Jansen 1999). Intervals: 95 %, value -+ 1.96 standard errors by "
          + "the delta method; an estimate may lie outside 0 to 1 within its error. What first-order indices leave of "
          + "100 % comes from groups acting together."))
    return document
  }

  private func share(_ fund: String, _ target: SobolAnalysis.Target, isOnly: Bool) -> Document {
    var document = Document()
    let rows = sobol.rows.filter { $0.fund == fund && $0.target == target }
    guard let year = rows.first?.year else { return document }
    let what =
      switch target {
      case .closingCashRank: "Cash at the end of \(year), rank"
      case .closingCash: "Cash at the end of \(year), amount"
      case .fundingGap: "Funding gap, all years to \(year)"
      }
    let title = isOnly ? what : "\(what), fund \(fund)"
    guard rows.contains(where: { $0.index != nil }) else {
      document.add(.paragraph("\(title): the same in every future; there is no spread to share out."))
      return document
    }
    var table = TextTable([title, "first", "95 %", "total", "95 %"])
    for row in rows {
      guard let index = row.index else { continue }
      table.add([row.group] + [index.first, index.total].flatMap { [percent($0.value), interval($0)] })
    }
    let sum = rows.compactMap { $0.index?.first.value }.reduce(0, +)
    table.add(["all by themselves", percent(sum), "", "", ""], isTotal: true)
    document.add(.table(table))
    return document
  }

  private func percent(_ share: Double) -> String { Number.percent(share) }

  private func interval(_ estimate: SobolEstimate) -> String {
    let bounds = [estimate.interval.lowerBound, estimate.interval.upperBound]
    return bounds.map { Number.decimal($0 * 100, places: 1) }.joined(separator: " to ")
  }
}

/// Bars on one scale that holds every point of all drivers.
struct TornadoBars {
  /// One a driver, all of one length.
  let bars: [String]

  init(_ tornado: Tornado, width: Int) {
    let base = tornado.base.value
    let ends = tornado.bars.flatMap { [$0.low.value, $0.high.value] }.filter(\.isFinite) + [base]
    let (low, high) = (ends.min() ?? 0, ends.max() ?? 0)
    func place(_ value: Double) -> Int {
      guard high > low, value.isFinite else { return 0 }
      return min(width - 1, Int(((value - low) / (high - low) * Double(width - 1)).rounded()))
    }
    bars = tornado.bars.map { bar in
      var marks = Array(repeating: Character(" "), count: width)
      let (from, to) = (place(bar.low.value), place(bar.high.value))
      for index in min(from, to)...max(from, to) { marks[index] = "#" }
      marks[from] = "o"
      marks[place(base)] = "|"
      return String(marks)
    }
  }
}
