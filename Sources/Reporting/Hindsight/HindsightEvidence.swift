import Judgement
import OrderedCollections

/// The documents behind what came, numbered through.
struct HindsightSources {
  /// By first appearance: the main fund first, then by year.
  private let numbered: OrderedDictionary<String, [Int]>

  init(_ audit: ForecastAudit) {
    var numbered: OrderedDictionary<String, [Int]> = [:]
    for fund in audit.funds {
      for year in fund.years {
        for source in year.sources where numbered[source]?.last != year.year {
          numbered[source, default: []].append(year.year)
        }
      }
    }
    self.numbered = numbered
  }

  /// `1`, `1+2`; `-` for none.
  func numbers(_ sources: [String]) -> String {
    let found = sources.compactMap { numbered.index(forKey: $0) }.sorted().map { "\($0 + 1)" }
    if found.count > 3 { return "\(found[0])+\(found.count - 1) more" }
    return found.isEmpty ? "-" : found.joined(separator: "+")
  }

  /// `[1] 2019: the document`.
  var lines: [String] {
    numbered.enumerated().map { index, entry in
      "[\(index + 1)] \(HindsightYears.span(Array(OrderedSet(entry.value)).sorted())): \(entry.key)"
    }
  }
}

/// What the audit rests on: the later documents, and what was checked of the run.
struct HindsightEvidence {
  private let report: HindsightReport
  private let sources: HindsightSources

  init(_ report: HindsightReport, _ sources: HindsightSources) {
    (self.report, self.sources) = (report, sources)
  }

  var document: Document {
    var document = Document()
    document.add(.heading("Where the figures come from"))
    document.add(
      .paragraph("What came, by the documents the book names (gifts, totals, expenses, balances):"))
    for line in sources.lines { document.add(.bullet(line)) }
    document.add(.paragraph(told))
    document.add(.paragraph(seen))
    return document
  }

  private var told: String {
    let run = report.run
    return
      "What was told: \(Wording.list(run.checked)) of the run, unchanged since by their digests in run.json "
      + "(SHA-256 of run.json: \(run.digest)); \(Number.units(Double(run.paths) * 100)) futures, seed "
      + "\(report.audit.forecast.seed)."
  }

  private var seen: String {
    let asOf = Wording.date(report.audit.forecast.asOf)
    guard !report.run.changed.isEmpty else {
      return
        "The run saw nothing later than \(asOf): the book of today, less every line known later, is byte for "
        + "byte what it read."
    }
    return "The run saw nothing later than \(asOf). Of what was known then, the book has changed since: "
      + "\(Wording.list(report.run.changed)); the run told what it told on the lines as they were."
  }
}
