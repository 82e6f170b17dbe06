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
    var table = TextTable(
      ["Dimension"]
        + dates.flatMap { ["record to \($0.sheet.lastWhole)", "as of \($0.asOf)", "plan +-10 %"] })
    for dimension in Dimension.allCases {
      guard dates.contains(where: { $0.sheet[dimension] != nil }) else { continue }
      table.add(
        [IndicatorText.dimension(dimension)]
          + dates.flatMap { date -> [String] in
            let rated = date.sheet[dimension]
            return [
              IndicatorText.rating(rated?.record), IndicatorText.rating(rated?.rating), planned(date, date.range(dimension)),
            ]
          })
    }
    table.add(
      ["Overall, the weakest"]
        + dates.flatMap {
          [
            IndicatorText.rating($0.sheet.record), IndicatorText.rating($0.sheet.overall), planned($0, $0.overallRange),
          ]
        }, isTotal: true)
    document.add(.table(table))
    document.add(
      .paragraph(
        "A dimension is rated by the lower middle of the ratings of its indicators; each indicator by the years "
          + "ahead where the book lets them be measured, by the record where not. \u{201C}Record\u{201D} looks back "
          + "alone. Efficiency is shown in reports and not rated: no level of cost is good or bad by itself."))
    for text in unrated { document.add(.bullet(text)) }
    return document
  }

  private func planned(_ date: RatedDate, _ range: (lowest: Rating, highest: Rating)?) -> String {
    date.hasPlan ? IndicatorText.range(range) : "no plan"
  }

  private var unrated: [String] {
    dates.flatMap { date in
      date.sheet.dimensions.filter { $0.rating == nil }.map { dimension in
        let why = dimension.indicators.map { "\($0.definition.id): \($0.reason ?? "")" }
        return "\(IndicatorText.dimension(dimension.dimension)) as of \(date.date): not rated, because nothing of it can "
          + "be measured (\(why.joined(separator: "; ")))."
      }
    }
  }
}
