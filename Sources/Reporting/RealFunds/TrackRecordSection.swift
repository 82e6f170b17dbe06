import Judgement
import Measures
import Simulation

/// Whether low ratings came before trouble, whatever comes out.
struct TrackRecordSection {
  let record: TrackRecord

  private static let low: [Rating] = [.veryLow, .low]
  private static let other: [Rating] = [.moderate, .high, .veryHigh]

  var document: Document {
    var document = Document()
    document.add(.heading("Did low ratings come before trouble? All funds of the panel"))
    guard let years = record.years, !record.rows.isEmpty else {
      document.add(.paragraph("No fund has three years of record and two more after them."))
      return document
    }
    document.add(
      .paragraph(
        "\(record.funds) funds rated at the end of each year \(years.lowerBound) to \(years.upperBound) in which "
          + "they received something, held against the two years after: a cut (spending of a year below three quarters of that of the year rated; "
          + "the quarter is an assumption), spending above contributions in both years, a year without "
          + "contributions. Intervals are Wilson's, 95 %, as if fund-years were independent: those of one fund are "
          + "not, so they are too narrow."))
    for event in TrackRecord.Event.allCases {
      document.add(.paragraph("\(title(event)):"))
      document.add(.table(table(event)))
    }
    document.add(.paragraph(conclusion))
    document.add(
      .paragraph(
        "The cut points rest on percentiles of the same funds, not on what became of them. Rates by each of the five "
          + "ratings: track-record.csv."))
    return document
  }

  private func title(_ event: TrackRecord.Event) -> String {
    switch event {
    case .cut: "Spending cut by more than a quarter"
    case .overspent: "Spending above contributions two years running"
    case .nothing: "A year without contributions"
    case .any: "Any of the three"
    }
  }

  private var subjects: [String] {
    record.rows.map(\.subject).reduce(into: [String]()) { all, subject in
      if !all.contains(subject) { all.append(subject) }
    }
  }

  private func table(_ event: TrackRecord.Event) -> TextTable {
    var table = TextTable(["Rated", "low: cases", "followed", "rate", "other: cases", "followed", "rate"])
    for subject in subjects {
      table.add(
        [Wording.sentenceCase(subject)] + cells(subject, event, TrackRecordSection.low)
          + cells(subject, event, TrackRecordSection.other))
    }
    return table
  }

  private func cells(_ subject: String, _ event: TrackRecord.Event, _ ratings: [Rating]) -> [String] {
    guard let outcome = record.outcome(subject, event, among: ratings) else { return ["0", "-", "-"] }
    let interval = outcome.interval
    return [
      "\(outcome.paths)", "\(outcome.count)",
      "\(Number.decimal(outcome.probability * 100, places: 0)) % "
        + "(\(Number.decimal(interval.lower * 100, places: 0))-"
        + "\(Number.decimal(interval.upper * 100, places: 0)))",
    ]
  }

  /// Where the intervals of low and other ratings do not overlap.
  private var conclusion: String {
    var (more, less, open) = ([String](), [String](), [String]())
    for subject in subjects {
      guard let low = record.outcome(subject, .any, among: TrackRecordSection.low),
        let other = record.outcome(subject, .any, among: TrackRecordSection.other)
      else { continue }
      if low.interval.lower > other.interval.upper {
        more.append(subject)
      } else if low.interval.upper < other.interval.lower {
        less.append(subject)
      } else {
        open.append(subject)
      }
    }
    let parts = [
      more.isEmpty ? nil : "trouble of any kind followed low ratings of \(Wording.list(more)) more often",
      less.isEmpty ? nil : "it followed low ratings of \(Wording.list(less)) less often",
      open.isEmpty ? nil : "of \(Wording.list(open)) the intervals overlap, so nothing is claimed",
    ].compactMap { $0 }
    return "What comes out, where intervals do not overlap: \(parts.joined(separator: "; "))."
  }
}
