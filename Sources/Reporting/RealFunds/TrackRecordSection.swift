import Judgement
import Measures
import Simulation

/// Whether low ratings came before trouble, whatever comes out.
struct TrackRecordSection {
  let record: TrackRecord
  /// The last year alone: a fund counts once.
  let lastYear: TrackRecord?

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
    document.add(.paragraph("What comes out, every fund-year a case: \(conclusion(record))"))
    if let last = lastYear, let year = last.years?.upperBound {
      document.add(
        .paragraph("The same with one case a fund, rated at the end of \(year) alone: \(conclusion(last))"))
    }
    document.add(
      .paragraph(
        "Something is claimed only where the intervals of low and other ratings do not overlap. The cut points rest "
          + "on percentiles of the same funds, not on what became of them. Rates by each of the five ratings: "
          + "track-record.csv."))
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

  /// Where the intervals of low and other ratings do not overlap, event by event.
  private func conclusion(_ record: TrackRecord) -> String {
    let claims = TrackRecord.Event.allCases.compactMap { event -> String? in
      let (more, less) = (apart(record, event, isMore: true), apart(record, event, isMore: false))
      let parts = [
        more.isEmpty ? nil : "more often after low ratings of \(Wording.list(more))",
        less.isEmpty ? nil : "less often after low ratings of \(Wording.list(less))",
      ].compactMap { $0 }
      return parts.isEmpty ? nil : "\(title(event).lowercased()) came \(Wording.list(parts))"
    }
    return claims.isEmpty
      ? "nothing; all intervals overlap." : claims.joined(separator: "; ") + "; nothing else."
  }

  private func apart(_ record: TrackRecord, _ event: TrackRecord.Event, isMore: Bool) -> [String] {
    subjects.filter { subject in
      guard let low = record.outcome(subject, event, among: TrackRecordSection.low)?.interval,
        let other = record.outcome(subject, event, among: TrackRecordSection.other)?.interval
      else { return false }
      return isMore ? low.lower > other.upper : low.upper < other.lower
    }
  }
}
