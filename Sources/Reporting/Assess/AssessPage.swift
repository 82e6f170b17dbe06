import Finance
public import Judgement
import Measures
import Outlook
import Records
import Scenarios
import Simulation

/// The evaluator's page: was the money sustainable as of one date, is it as of another, and what would make it so.
public struct AssessPage: Sendable {
  /// The page's date.
  let now: RatedDate
  /// An earlier or later date beside it.
  let other: RatedDate?
  let scales: RatingScales

  public init(_ now: RatedDate, beside other: RatedDate?, scales: RatingScales) {
    (self.now, self.other, self.scales) = (now, other, scales)
  }

  /// What a page begins with: so it is known again.
  public static let opening = "Evaluator's page: "

  /// The page as text.
  public var text: String { TextRenderer().render(document) }

  /// The dates in order of time.
  var dates: [RatedDate] { ([other, now].compactMap { $0 }).sorted { $0.asOf < $1.asOf } }

  var document: Document {
    var document = head
    document.add(AssessAnswer(page: self).document)
    document.add(ratings)
    for date in dates { document.add(AssessIndicators(date: date, scales: scales).document) }
    document.add(AssessRemedies(date: dates[dates.count - 1]).document)
    document.add(AssessEvidence(page: self).document)
    return document
  }

  private var head: Document {
    var head = Document()
    let assumptions = now.findings.ensemble.assumptions
    head.add(.title(AssessPage.opening + assumptions.book.centre.name))
    let when = dates.map(\.date).joined(separator: " and of ")
    head.add(
      .paragraph(
        "As of \(when), from the book alone: each date sees only rows known on it. Rated is "
          + "\(FindingsReader(now.findings).fundName(fundIndex)), of sources of money the whole centre. Amounts in "
          + "\(assumptions.book.centre.budgetCurrency); \(Number.units(Double(assumptions.scenario.paths) * 100)) "
          + "simulated futures a date, seed \(assumptions.scenario.seed), nothing changed."))
    head.add(
      .paragraph(
        "The OECD-DAC criterion \u{201C}sustainability\u{201D} asks whether benefits last when support ends. This "
          + "page speaks of money: whether the centre's own income, reserve and contributors carry it. It does not "
          + "rate benefits."))
    if dates.contains(where: { $0.findings.ensemble.assumptions.indicative }) {
      head.add(
        .paragraph(
          "INDICATIVE: plan, posts or opening cash are assumed, not taken from approved documents."))
    }
    return head
  }

  private var fundIndex: Int { FindingsReader(now.findings).mainFund }

  // MARK: Ratings

  private var ratings: Document {
    var document = Document()
    document.add(.heading("Ratings, a row a dimension"))
    if dates.count == 2 { document.add(.table(comparison)) }
    for date in dates { document.add(.table(table(date))) }
    document.add(
      .paragraph(
        "A dimension is rated by the lower middle of the ratings of its indicators; each indicator by the years "
          + "ahead where the book lets them be measured, by the record where not. \u{201C}Record\u{201D} looks back "
          + "alone; without a plan risk is not rated, nor what is held against one. Efficiency is shown in reports and not rated: no level of cost is good or bad by itself."
      ))
    for text in unrated { document.add(.bullet(text)) }
    return document
  }

  private var rated: [Dimension] {
    Dimension.allCases.filter { dimension in dates.contains { $0.sheet[dimension] != nil } }
  }

  /// Both dates side by side.
  private var comparison: TextTable {
    var table = TextTable(["Dimension"] + dates.map { "as of \($0.asOf)" } + ["change"])
    func change(_ ratings: [Rating?]) -> String {
      guard let old = ratings[0], let new = ratings[1] else { return ratings[0] == ratings[1] ? "" : "-" }
      return old == new ? "as before" : old < new ? "better" : "worse"
    }
    for dimension in rated {
      let ratings = dates.map { $0.sheet[dimension]?.rating }
      table.add([IndicatorText.dimension(dimension)] + ratings.map(IndicatorText.rating) + [change(ratings)])
    }
    let overall = dates.map(\.sheet.overall)
    table.add(
      ["Overall, the weakest"] + overall.map(IndicatorText.rating) + [change(overall)], isTotal: true)
    return table
  }

  /// One date: by the record alone, as rated, and over other plans.
  private func table(_ date: RatedDate) -> TextTable {
    var table = TextTable([
      "As of \(date.asOf)", "record to \(date.sheet.lastWhole)", "rating", "plan +-10 %",
    ])
    for dimension in rated {
      let own = date.sheet[dimension]
      table.add([
        IndicatorText.dimension(dimension), IndicatorText.rating(own?.record),
        IndicatorText.rating(own?.rating),
        planned(date, date.range(dimension)),
      ])
    }
    table.add(
      [
        "Overall, the weakest", IndicatorText.rating(date.sheet.record),
        IndicatorText.rating(date.sheet.overall),
        planned(date, date.overallRange),
      ], isTotal: true)
    return table
  }

  private func planned(_ date: RatedDate, _ range: (lowest: Rating, highest: Rating)?) -> String {
    date.hasPlan ? IndicatorText.range(range) : "no plan"
  }

  private var unrated: [String] {
    dates.flatMap { date in
      date.sheet.dimensions.filter { $0.rating == nil }.map { dimension in
        let why = dimension.indicators.map { "\($0.definition.id): \($0.reason ?? "")" }
        return
          "\(IndicatorText.dimension(dimension.dimension)) as of \(date.date): not rated, because nothing of it can "
          + "be measured (\(why.joined(separator: "; ")))."
      }
    }
  }
}
