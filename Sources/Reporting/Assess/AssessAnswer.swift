import Finance
import Judgement
import Measures
import Outlook
import Records

/// The answer first: was it, is it, what changed.
struct AssessAnswer {
  let page: AssessPage

  var document: Document {
    var document = Document()
    document.add(.heading("The answer"))
    for date in page.dates { document.add(.bullet(verdict(date))) }
    if let change { document.add(.bullet(change)) }
    document.add(.bullet(wayOut))
    document.add(
      .paragraph(
        "Sustainable is said here where no rated dimension is below moderate (assumption). The cut points were "
          + "fixed before this centre was rated; their sources stand below."))
    return document
  }

  private func verdict(_ date: RatedDate) -> String {
    guard let overall = date.sheet.overall, let isSustainable = date.isSustainable else {
      return "As of \(date.date): it cannot be told whether the money lasts; the book lets nothing be rated."
    }
    let word = isSustainable ? "financially sustainable" : "not financially sustainable"
    let weak = date.weak.map {
      "\(IndicatorText.dimension($0.dimension).lowercased()) (\(IndicatorText.rating($0.rating)))"
    }
    let strong = date.sheet.dimensions.filter { ($0.rating ?? .veryLow) >= .high }.map {
      IndicatorText.dimension($0.dimension).lowercased()
    }
    var text = "As of \(date.date): \(word), rated \(overall.word) overall"
    text += weak.isEmpty ? "" : ", held down by \(Wording.list(weak))"
    text +=
      strong.isEmpty ? "." : "; \(Wording.list(strong)) \(strong.count == 1 ? "is" : "are") high or better."
    return text + money(date)
  }

  /// What came in the last whole year, and what is expected in the first one after it that is projected.
  private func money(_ date: RatedDate) -> String {
    let reader = FindingsReader(date.findings)
    func amount(_ year: Int) -> String? {
      reader.value("core-receipts", year).map { cents in
        let share = reader.hostName == nil ? nil : reader.value("host-share", year)
        return "\(Number.units(cents)) in \(year)"
          + (share.map { " (\(Number.percent($0)) of it from the host)" } ?? "")
      }
    }
    let next = reader.years.map(\.year).first { $0 > date.sheet.lastWhole }
    let past = reader.recordedVerb == "received" ? "received" : "was due"
    let parts = [
      amount(date.sheet.lastWhole).map { "\(past) \($0)" }, next.flatMap(amount).map { "expects \($0)" },
    ].compactMap { $0 }
    let whose = reader.recipient
    return parts.isEmpty
      ? "" : " \(whose.prefix(1).uppercased() + whose.dropFirst()) \(Wording.list(parts))."
  }

  private var change: String? {
    guard page.dates.count == 2 else { return nil }
    let (before, after) = (page.dates[0].sheet, page.dates[1].sheet)
    let moves = Dimension.allCases.compactMap { dimension -> String? in
      guard let old = before[dimension], let new = after[dimension], old.rating != new.rating else {
        return nil
      }
      return "\(IndicatorText.dimension(dimension).lowercased()) from \(IndicatorText.rating(old.rating)) to "
        + IndicatorText.rating(new.rating)
    }
    guard !moves.isEmpty else { return "Between the dates no rating changed.\(staying(before, after))" }
    return "Between the dates: \(Wording.list(moves)); everything else is rated as before."
      + staying(before, after)
  }

  /// Weak dimensions that kept their rating, and how their figures moved under it.
  private func staying(_ before: RatingSheet, _ after: RatingSheet) -> String {
    after.dimensions.filter {
      ($0.rating ?? .veryHigh) < RatedDate.line && $0.rating == before[$0.dimension]?.rating
    }.map { dimension in
      let moves = dimension.indicators.compactMap { indicator -> String? in
        let old = before[dimension.dimension]?.indicators.first { $0.definition == indicator.definition }
        guard let old = old?.current, let new = indicator.current, old.value != new.value else { return nil }
        let unit = indicator.definition.unit
        return "\(indicator.definition.id) from \(IndicatorText.text(old.value, unit)) to "
          + IndicatorText.text(new.value, unit)
      }
      return
        " \(IndicatorText.dimension(dimension.dimension)) stays \(IndicatorText.rating(dimension.rating)): "
        + "\(Wording.list(moves))."
    }.joined()
  }

  private var wayOut: String {
    let date = page.dates[page.dates.count - 1]
    guard date.sheet.overall != nil else {
      return "What would make it so cannot be told before more is recorded; see what the evidence lacks."
    }
    guard !date.weak.isEmpty else {
      return "Nothing rated is below moderate; how near each rating is to falling stands below."
    }
    let finder = RemedyFinder(date.findings.assessment)
    let parts = date.weak.compactMap { dimension -> String? in
      let remedies = finder.remedies(dimension, to: RatedDate.line)
      guard let first = remedies.first(where: { $0.need != .solve && $0.need != .move }) ?? remedies.first
      else { return nil }
      return
        "\(IndicatorText.dimension(dimension.dimension).lowercased()): \(AssessRemedies.sentence(first, date))"
    }
    return "What would make it so, each by itself: \(parts.joined(separator: "; ")). More below."
  }
}
