import Budgeting
import Decisions
import Finance
import Outlook
import Records
import Scenarios
import Simulation

/// The text of a comparison: the answer, what differs, the figures beside each other, where the differences come from.
struct CompareText {
  let comparison: ScenarioComparison
  let alignments: [String]
  let write: CompareFigures

  init(_ comparison: ScenarioComparison, alignments: [String]) {
    (self.comparison, self.alignments) = (comparison, alignments)
    write = CompareFigures(comparison: comparison)
  }

  private var first: Scenario { comparison.difference.first }
  private var second: Scenario { comparison.difference.second }
  private var drivers: [Driver] { comparison.difference.drivers }
  private var last: Int { comparison.years[comparison.years.count - 1] }
  private var currency: String { comparison.first.book.centre.budgetCurrency.code }
  /// Core funds, or all where there is none.
  private var funds: [String] {
    let core = comparison.first.funds.filter { $0.fund.purpose == .core }
    return (core.isEmpty ? comparison.first.funds : core).map(\.fund.id)
  }

  var document: Document {
    var document = head
    document.add(.heading("The answer"))
    for sentence in answer { document.add(.bullet(sentence)) }
    document.add(differences)
    guard !drivers.isEmpty else { return document }
    for fund in funds { document.add(sideBySide(fund)) }
    for fund in funds { document.add(sources(fund)) }
    document.add(reading)
    return document
  }

  // MARK: Head

  private var head: Document {
    var head = Document()
    head.add(.title("\(comparison.first.book.centre.name): \(second.title), against \(first.title)"))
    let asOf =
      first.asOf == second.asOf
      ? "as of \(Wording.date(first.asOf))"
      : "\(first.name) as of \(Wording.date(first.asOf)), \(second.name) as of \(Wording.date(second.asOf))"
    head.add(
      .paragraph(
        "\(second.name) (b) against \(first.name) (a), \(asOf), years \(comparison.years[0]) to \(last). Amounts in "
          + "\(currency). \(Number.units(Double(comparison.paths) * 100)) simulated futures of each on the same random "
          + "numbers, seed \(first.seed)."))
    if first.asOf != second.asOf {
      head.add(
        .paragraph(
          "Only years that both look at are compared; what happens by the end of a year is counted from "
            + "\(comparison.years[0]) on."))
    }
    for words in alignments + comparison.difference.alignments { head.add(.paragraph(words)) }
    if comparison.first.indicative || comparison.second.indicative {
      head.add(
        .paragraph(
          "INDICATIVE: plan, posts or opening cash are assumed, not taken from approved documents. "
            + "The differences show what the scenarios change, not what the accounts will say."))
    }
    return head
  }

  // MARK: The answer

  private var answer: [String] {
    guard !drivers.isEmpty else {
      return ["Nothing differs between the two: every figure is the same."]
    }
    return funds.flatMap { fund in
      let of = funds.count > 1 ? " of fund \(fund)" : ""
      return [risk(fund, of), cash(fund, of), gap(fund, of)].compactMap { $0 }
    }
  }

  private func risk(_ fund: String, _ of: String) -> String? {
    guard let figure = write.figure("shortfall-by-year-end", .probability, fund, last),
      let difference = write.shownDifference(figure)
    else { return nil }
    let (a, b) = (write.text(figure.first, figure.measure), write.text(figure.second, figure.measure))
    if figure.difference == 0 {
      return "The chance of a shortfall\(of) by \(last) is the same: \(a) of futures."
    }
    return
      "A shortfall\(of) by \(last) comes in \(b) of futures with \(second.name), in \(a) with \(first.name): "
      + "\(write.signed(shown: difference, figure.measure)) (Monte Carlo error \(write.error(figure))).\(largest(figure))"
  }

  private func cash(_ fund: String, _ of: String) -> String? {
    guard let figure = write.figure("closing-cash", .expected, fund, last),
      let difference = write.shownDifference(figure)
    else { return nil }
    let (a, b) = (write.text(figure.first, figure.measure), write.text(figure.second, figure.measure))
    if figure.difference == 0 { return "The cash expected\(of) at the end of \(last) is the same: \(a)." }
    return "The cash expected\(of) at the end of \(last) is \(b) instead of \(a): "
      + "\(write.signed(shown: difference, figure.measure)).\(largest(figure))"
  }

  /// Of all years together.
  private func gap(_ fund: String, _ of: String) -> String? {
    let figures = comparison.years.compactMap { write.figure("funding-gap", .mean, fund, $0) }
    let (a, b) = (figures.compactMap(\.first).reduce(0, +), figures.compactMap(\.second).reduce(0, +))
    guard let measure = figures.first?.measure else { return nil }
    if a == b {
      return "Planned work that is put off or cut\(of) is the same on average: \(write.text(a, measure))."
    }
    return
      "Planned work that is put off or cut\(of), all years together, comes to \(write.text(b, measure)) on average "
      + "instead of \(write.text(a, measure)): "
      + "\(write.signed(shown: write.shown(b, measure) - write.shown(a, measure), measure))."
  }

  /// Which driver brings most of a difference.
  private func largest(_ figure: ComparedFigure) -> String {
    guard let parts = write.shownParts(figure), drivers.count > 1 else {
      return drivers.count == 1 ? " All of it comes from \(drivers[0].name)." : ""
    }
    let order = parts.indices.sorted {
      parts[$0].magnitude == parts[$1].magnitude ? $0 < $1 : parts[$0].magnitude > parts[$1].magnitude
    }
    return
      " The largest part, \(write.signed(shown: parts[order[0]], figure.measure)), comes from \(drivers[order[0]].name)."
  }

  // MARK: What differs

  private var differences: Document {
    var document = Document()
    document.add(.heading("What differs"))
    guard !drivers.isEmpty else {
      document.add(.paragraph("No change, no assumption, no response and no date: the two say the same."))
      return document
    }
    for driver in drivers {
      document.add(.bullet("\(driver.name): \(side(driver.first, first)); \(side(driver.second, second))."))
    }
    var closing = "What a scenario states is its assumption, except where a source is named."
    if comparison.difference.isGrouped {
      closing +=
        " There are more than \(ScenarioDifference.most) differences: those of one kind are taken as one, and the "
        + "last kinds together where that does not suffice."
    }
    document.add(.paragraph(closing))
    return document
  }

  private func side(_ statements: [Driver.Statement], _ scenario: Scenario) -> String {
    guard !statements.isEmpty else { return "\(scenario.name) leaves it to the book" }
    let words = statements.map { statement in
      let place = statement.location.map { " (\($0))" } ?? ""
      let isAssumption = statement.source.lowercased().hasPrefix("assumption")
      return statement.words + place + (isAssumption ? "" : ", source: \(statement.source)")
    }
    return "in \(scenario.name) \(words.joined(separator: "; "))"
  }

  // MARK: Figures

  private func sideBySide(_ fund: String) -> Document {
    var document = Document()
    document.add(.heading("Side by side\(funds.count > 1 ? ": fund \(fund)" : "")"))
    for (title, name, statistic) in CompareText.shown {
      let figures = comparison.years.compactMap { write.figure(name, statistic, fund, $0) }
      guard !figures.isEmpty else { continue }
      let hasError = figures.contains { $0.error != nil }
      var table = TextTable([title, "a", "b", "b less a"] + (hasError ? ["(+/-)"] : []))
      for figure in figures {
        let measure = figure.measure
        table.add(
          [
            "\(measure.year)", write.text(figure.first, measure), write.text(figure.second, measure),
            write.signed(shown: write.shownDifference(figure), measure),
          ] + (hasError ? [write.error(figure)] : []))
      }
      document.add(.table(table))
    }
    document.add(
      .paragraph(
        "a is \(first.name), b is \(second.name). Expected: on the money expected at the as-of date. Mean, median: "
          + "over all futures; a few very large gifts may move a mean far. (+/-): Monte Carlo error of the difference, one standard error; <: no future tells the two apart, and the difference is below this with a "
          + "confidence of 95 %. Every fund, measure and year is in "
          + "comparison.csv."))
    return document
  }

  private static let shown: [(String, String, ComparedMeasure.Statistic)] = [
    ("P(shortfall by the year's end)", "shortfall-by-year-end", .probability),
    ("P(breach by the year's end)", "breach-by-year-end", .probability),
    ("P(cash-out by the year's end)", "cash-out-by-year-end", .probability),
    ("Received, expected", "received", .expected), ("Spent, expected", "spent", .expected),
    ("Closing cash, expected", "closing-cash", .expected),
    ("Reserve required", "reserve-required", .expected),
    ("Funding gap, expected", "funding-gap", .expected), ("Funding gap, mean", "funding-gap", .mean),
    ("Closing cash, median", "closing-cash", .median),
    ("Host share of core receipts, mean", "host-share", .mean),
    ("Concentration (HHI), mean", "hhi", .mean),
  ]

  // MARK: Where it comes from

  private func sources(_ fund: String) -> Document {
    var document = Document()
    document.add(.heading("Where the difference comes from\(funds.count > 1 ? ": fund \(fund)" : "")"))
    for (title, name, statistic) in CompareText.attributed {
      guard let figure = write.figure(name, statistic, fund, last) else { continue }
      document.add(waterfall("\(title) \(last)", figure))
      document.add(byYear(title, name, statistic, fund))
    }
    return document
  }

  private static let attributed: [(String, String, ComparedMeasure.Statistic)] = [
    ("P(shortfall), by the end of", "shortfall-by-year-end", .probability),
    ("Closing cash, expected, at the end of", "closing-cash", .expected),
  ]

  private func waterfall(_ title: String, _ figure: ComparedFigure) -> Document {
    var document = Document()
    guard let start = figure.first, let end = figure.second, let parts = figure.parts,
      let shown = write.shownParts(figure)
    else {
      document.add(.paragraph("\(title): not measurable in every mixture of the drivers."))
      return document
    }
    guard start != end || parts.contains(where: { $0 != 0 }) else {
      document.add(
        .paragraph("\(title): the same, \(write.text(start, figure.measure)); no driver moves it."))
      return document
    }
    let bars = Waterfall(start: start, steps: parts).bars
    var table = TextTable([title, "", ""])
    table.add([first.name, write.text(start, figure.measure), bars[0]])
    for (index, driver) in drivers.enumerated() {
      table.add([driver.name, write.signed(shown: shown[index], figure.measure), bars[index + 1]])
    }
    table.add([second.name, write.text(end, figure.measure), bars[bars.count - 1]], isTotal: true)
    document.add(.table(table))
    return document
  }

  /// Parts year by year, where there is more than one part and one year; they foot to the difference.
  private func byYear(
    _ title: String, _ name: String, _ statistic: ComparedMeasure.Statistic, _ fund: String
  ) -> Document {
    var document = Document()
    let figures = comparison.years.compactMap { write.figure(name, statistic, fund, $0) }
      .filter { $0.parts != nil }
    guard drivers.count > 1, figures.count > 1 else { return document }
    var table = TextTable(["\(title) the year"] + figures.map { "\($0.measure.year)" })
    for (index, driver) in drivers.enumerated() {
      table.add(
        [driver.name]
          + figures.map { write.signed(shown: write.shownParts($0)?[index], $0.measure, points: false) })
    }
    table.add(
      ["b less a"]
        + figures.map { write.signed(shown: write.shownDifference($0), $0.measure, points: false) },
      isTotal: true)
    document.add(.table(table))
    return document
  }

  // MARK: How to read it

  private var reading: Document {
    var document = Document()
    document.add(.heading("How the parts are made"))
    let mixtures = 1 << drivers.count
    document.add(
      .paragraph(
        "A part is what its driver adds when it is switched from \(first.name) to \(second.name), on average over every "
          + "order in which the drivers may be switched (Shapley 1953): what two drivers do only together is shared "
          + "equally. The parts add to the difference exactly, amounts to the cent, probabilities to the future. All "
          + "\(mixtures) mixtures were simulated, \(Number.units(Double(comparison.paths) * 100)) futures each, on the "
          + "same random numbers; they hold for these futures. In the tables above parts are rounded for reading; "
          + "attribution.csv has them in full."))
    document.add(
      .paragraph(
        "The error of a difference is taken from the same futures of both, so that chance both share cancels. What each "
          + "scenario rests on besides is told by its own report: mainstay run."))
    return document
  }
}
