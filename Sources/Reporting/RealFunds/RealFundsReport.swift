import Finance
public import Judgement
import Measures
import Simulation
import Tabular

/// Public funds rated, and whether low ratings came before trouble.
public struct RealFundsReport: Sendable {
  let ratings: [FundRating]
  let record: TrackRecord
  let lastYear: TrackRecord?
  /// How the rated funds were chosen.
  let choice: String
  /// What was read: names and SHA-256.
  let inputs: [String]

  /// - Parameters:
  ///   - lastYear: the record of its last year alone.
  ///   - choice: ends the sentence `The funds below are ...`.
  ///   - inputs: a line a file.
  public init(
    _ ratings: [FundRating], record: TrackRecord, lastYear: TrackRecord?, choice: String, inputs: [String]
  ) {
    (self.ratings, self.record, self.lastYear) = (ratings, record, lastYear)
    (self.choice, self.inputs) = (choice, inputs)
  }

  /// What the text begins with: so it is known again.
  public static let opening = "Public funds rated"

  /// `ratings.csv`, `track-record.csv` and the report, each with what it begins with.
  public var files: [(file: ReportFile, opening: String)] {
    [
      (
        ReportFile(name: "ratings.csv", text: ratingsTable),
        RealFundsReport.ratingColumns.joined(separator: ",")
      ),
      (
        ReportFile(name: "track-record.csv", text: recordTable),
        RealFundsReport.recordColumns.joined(separator: ",")
      ), (ReportFile(name: "report.txt", text: text), RealFundsReport.opening),
    ]
  }

  public var text: String { TextRenderer().render(document) }

  private var year: Int { ratings.map(\.year).max() ?? 0 }

  var document: Document {
    var document = Document()
    document.add(.title("\(RealFundsReport.opening) at the end of \(year)"))
    document.add(
      .paragraph(
        "By what contributors gave and the fund spent, as published, and by nothing else: the cut points of mainstay "
          + "assess, three-year windows, recognised amounts (a multi-year agreement is booked whole in its first "
          + "year). Mandate, risk, exposure and support in kind are not rated: public statements do not tell plans, "
          + "balances, currencies or sources. A year without a row is a year without contributions. The funds below "
          + "are \(choice)."))
    document.add(.heading("Ratings"))
    document.add(.table(table))
    document.add(.heading("A sentence a fund"))
    for rating in ratings { document.add(.bullet(sentence(rating))) }
    document.add(TrackRecordSection(record: record, lastYear: lastYear).document)
    document.add(.heading("What was read"))
    for input in inputs { document.add(.bullet(input)) }
    return document
  }

  private static let dimensions: [Dimension] = [
    .level, .concentration, .breadth, .predictability, .reserve,
  ]

  private var table: TextTable {
    var table = TextTable(["Fund"] + RealFundsReport.dimensions.map(IndicatorText.dimension) + ["overall"])
    for rating in ratings {
      table.add(
        [rating.fund.id]
          + RealFundsReport.dimensions.map { dimension in
            IndicatorText.rating(rating.dimensions.first { $0.dimension == dimension }?.rating)
          } + [IndicatorText.rating(rating.overall)])
    }
    return table
  }

  // MARK: Sentences

  private func sentence(_ rating: FundRating) -> String {
    let history = rating.fund.history
    guard let overall = rating.overall, let window = history.window(3, endingIn: rating.year) else {
      return "\(rating.fund.id), \(rating.fund.name): not rated."
    }
    let weakest = rating.dimensions.filter { $0.rating == overall }.map {
      IndicatorText.dimension($0.dimension).lowercased()
    }
    let totals = history.totals(window)
    let income = totals.reduce(0, +)
    let years = "\(window.lowerBound) to \(window.upperBound)"
    var text = "\(rating.fund.id), \(rating.fund.name): \(overall.word) overall, held down by "
    text += "\(Wording.list(weakest)); \(years) it received \(Number.units(income * 100))"
    text += spent(history, window).map { " and spent \(Number.units($0 * 100))" } ?? ""
    text += ", from \(Number.decimal(history.contributors(window), places: 1)) contributors a year"
    if let largest = totals.max(), largest > 0, let share = Concentration.largestShare(totals),
      let place = totals.firstIndex(of: largest)
    {
      text += ", \(Number.percent(share, places: 0)) of it from \(rating.fund.contributors[place])"
    }
    return text + "."
  }

  private func spent(_ history: FundHistory, _ window: ClosedRange<Int>) -> Double? {
    let known = window.compactMap { history.spending[$0 - history.years.lowerBound] }
    return known.count == window.count ? known.reduce(0, +) : nil
  }

  // MARK: Files

  private static let ratingColumns = [
    "fund", "name", "to_year", "level", "dimension", "indicator", "value", "rating", "reason",
  ]

  private var ratingsTable: String {
    var document = CSVDocument(columns: RealFundsReport.ratingColumns)
    for rating in ratings {
      func add(_ level: String, _ dimension: String, _ indicator: RatedIndicator?, _ rated: Rating?) {
        document.append([
          .text(rating.fund.id), .text(rating.fund.name), .number("\(rating.year)"), .identifier(level),
          .identifier(dimension), .identifier(indicator?.definition.id ?? ""),
          .number(
            Number.value(indicator?.record?.value, unit: indicator?.definition.unit ?? .index)),
          .identifier(IndicatorText.rating(rated)), .text(indicator?.reason ?? ""),
        ])
      }
      add("overall", "", nil, rating.overall)
      for dimension in rating.dimensions {
        add("dimension", dimension.dimension.rawValue, nil, dimension.rating)
        for indicator in dimension.indicators {
          add("indicator", dimension.dimension.rawValue, indicator, indicator.record?.rating)
        }
      }
    }
    return document.text
  }

  private static let recordColumns = [
    "rated", "rating", "event", "cases", "followed", "rate", "wilson_lower", "wilson_upper",
  ]

  private var recordTable: String {
    var document = CSVDocument(columns: RealFundsReport.recordColumns)
    for row in record.rows {
      let interval = row.outcome.interval
      document.append([
        .identifier(row.subject), .identifier(row.rating.word), .identifier(row.event.rawValue),
        .number("\(row.outcome.paths)"), .number("\(row.outcome.count)"),
        .number(Number.decimal(row.outcome.probability, places: 6)),
        .number(Number.decimal(interval.lower, places: 6)),
        .number(Number.decimal(interval.upper, places: 6)),
      ])
    }
    return document.text
  }
}
