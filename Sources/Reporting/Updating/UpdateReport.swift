import Finance
import Tabular

/// What changed since the last report and why, on one page.
public struct UpdateReport: Sendable {
  private let findings: UpdateFindings

  public init(_ findings: UpdateFindings) { self.findings = findings }

  /// How every such text begins.
  public static let opening = "What changed since "

  /// Most rows that are listed.
  static let limit = 20

  public var text: String { TextRenderer().render(document) }

  private var document: Document {
    var document = Document()
    let (old, new) = (findings.old, findings.new)
    document.add(
      .title("\(UpdateReport.opening)\(Wording.date(old.asOf)): \(findings.centre)"))
    document.add(
      .paragraph(
        "The report in \(old.place) (as of \(Wording.date(old.asOf)), \(futures(old))) beside \(new.place) (as of "
          + "\(Wording.date(new.asOf)), \(futures(new))). Amounts in \(findings.currency). Years compared: "
          + "\(years)."))
    for fund in findings.funds { document.add(section(fund)) }
    document.add(UpdateRows(findings).document)
    document.add(UpdateReceipts(findings).document)
    if !findings.notes.isEmpty {
      document.add(.heading("To be known"))
      for note in findings.notes { document.add(.bullet(note)) }
    }
    return document
  }

  private func futures(_ side: UpdateFindings.Side) -> String {
    "\(Number.units(Double(side.paths) * 100)) futures, seed \(side.seed), prior \(side.prior)"
  }

  private var years: String {
    let years = findings.commonYears
    return years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) to \(years.upperBound)"
  }

  // MARK: A fund

  private func section(_ fund: UpdateFindings.Fund) -> Document {
    var document = Document()
    document.add(.heading("Fund \(fund.id): then and now"))
    var table = TextTable(["Figure", "then", "now", "change"])
    for headline in fund.headlines {
      table.add([
        headline.title, shown(headline.old, headline.unit), shown(headline.new, headline.unit),
        change(headline),
      ])
    }
    document.add(.table(table))
    if fund.steps.count > 1 { add(fund.steps, to: &document) }
    return document
  }

  /// The attribution: parts are differences of rounded probabilities, so that they add up as printed.
  private func add(_ steps: [UpdateFindings.Step], to document: inout Document) {
    let paths = Double(min(findings.old.paths, findings.new.paths))
    let error = steps.map { ($0.probability * (1 - $0.probability) / paths).squareRoot() }.max() ?? 0
    document.add(
      .paragraph(
        "Why the probability of a shortfall by \(findings.commonYears.upperBound) changed: one thing after another "
          + "replaced in the order below, each time simulated with the same seed; in another order the parts "
          + "would be others. The Monte Carlo error of a probability is \(Number.percent(error, places: 2)) at most."
      ))
    var table = TextTable(["Replaced", "probability", "part"])
    for (index, step) in steps.enumerated() {
      let part =
        index == 0
        ? "" : UpdateReport.points(rounded(step.probability) - rounded(steps[index - 1].probability))
      table.add([step.title, Number.percent(step.probability, places: 2), part])
    }
    let total = rounded(steps[steps.count - 1].probability) - rounded(steps[0].probability)
    table.add(["All parts, added", "", UpdateReport.points(total)], isTotal: true)
    document.add(.table(table))
  }

  /// Hundredths of a per cent.
  private func rounded(_ probability: Double) -> Int {
    Int((probability * 10_000).rounded(.toNearestOrAwayFromZero))
  }

  /// `+1.20 points`, from hundredths.
  private static func points(_ hundredths: Int) -> String {
    let digits = Number.decimal(Double(hundredths.magnitude) / 100, places: 2)
    return "\(hundredths < 0 ? "-" : hundredths > 0 ? "+" : "")\(digits) points"
  }

  // MARK: Numbers

  private func shown(_ value: Double?, _ unit: UpdateFindings.Headline.Unit) -> String {
    guard let value else { return "-" }
    return switch unit {
    case .share: Number.percent(value)
    case .money: Number.units(value)
    case .number: Number.decimal(value, places: 2)
    }
  }

  /// The difference of what is printed.
  private func change(_ headline: UpdateFindings.Headline) -> String {
    guard let old = headline.old, let new = headline.new else { return "-" }
    func difference(_ scale: Double) -> Double {
      (new * scale).rounded(.toNearestOrAwayFromZero) - (old * scale).rounded(.toNearestOrAwayFromZero)
    }
    let (size, text): (Double, (Double) -> String) =
      switch headline.unit {
      case .share: (difference(1000), { Number.decimal($0 / 10, places: 1) + " points" })
      case .money: (difference(0.01), { Number.units($0 * 100) })
      case .number: (difference(100), { Number.decimal($0 / 100, places: 2) })
      }
    return (size < 0 ? "-" : size > 0 ? "+" : "") + text(size.magnitude)
  }
}

/// Rows known since.
struct UpdateRows {
  let findings: UpdateFindings

  init(_ findings: UpdateFindings) { self.findings = findings }

  var document: Document {
    var document = Document()
    document.add(.heading("What the book knows since"))
    document.add(.paragraph(standing))
    for input in findings.changedInputs { document.add(.bullet(words(input))) }
    guard !findings.rows.isEmpty else { return document }
    if !findings.sums.isEmpty { document.add(.table(sums)) }
    for row in findings.rows.prefix(UpdateReport.limit) {
      document.add(.bullet("\(row.place): \(row.text) [\(row.source)]"))
    }
    let more = findings.rows.count - UpdateReport.limit
    if more > 0 { document.add(.bullet("and \(Wording.count(more, "row")) more")) }
    return document
  }

  private var standing: String {
    let (old, new) = (Wording.date(findings.old.asOf), Wording.date(findings.new.asOf))
    let known =
      findings.changedInputs.isEmpty
      ? "What the book holds of \(old) is what the old report read, by SHA-256."
      : "Rows known on \(old) were changed, added or removed since the old report (SHA-256 then and now):"
    let count = findings.rows.count
    let rows =
      count == 0
      ? "No row became known after \(old) and up to \(new)."
      : "\(Wording.count(count, "row")) became known after \(old) and up to \(new)."
    return findings.changedInputs.isEmpty ? "\(known) \(rows)" : "\(rows) \(known)"
  }

  private func words(_ input: UpdateFindings.ChangedInput) -> String {
    func digest(_ text: String?) -> String { text.map { "\($0.prefix(16)).." } ?? "no such file" }
    return "\(input.name): \(digest(input.before)) then, \(digest(input.now)) now"
  }

  private var sums: TextTable {
    var table = TextTable(["Contributor", "stage", "rows", "amount"])
    for sum in findings.sums {
      table.add([sum.contributor, sum.stage, "\(sum.rows)", Number.cents(Double(sum.cents))])
    }
    let (rows, cents) = findings.sums.reduce((0, 0)) { ($0.0 + $1.rows, $0.1 + $1.cents) }
    // Stages are different amounts: only rows of one stage may be added up.
    if Set(findings.sums.map(\.stage)).count == 1 {
      table.add(["All", "", "\(rows)", Number.cents(Double(cents))], isTotal: true)
    }
    return table
  }
}

/// Promises and expectations of years that have passed since, against what came.
struct UpdateReceipts {
  let findings: UpdateFindings

  init(_ findings: UpdateFindings) { self.findings = findings }

  var document: Document {
    var document = Document()
    document.add(.heading("Promised, expected, received"))
    guard !findings.receipts.isEmpty else {
      document.add(
        .paragraph("No year that the old report projects has records by \(Wording.date(findings.new.asOf))."))
      return document
    }
    var table = TextTable(["Contributor", "year", "promised", "expected", "5 %", "95 %", "came", "remark"])
    for receipt in findings.receipts { table.add(cells(receipt)) }
    addTotals(to: &table)
    document.add(.table(table))
    document.add(
      .paragraph(
        "Promised: instalments of agreements known to the old report. Expected: its central projection; 5 % and "
          + "95 %: what came in at most so many of 100 of its futures. Came: the ledger as of now, refunds taken off."
          + (findings.receipts.allSatisfy(\.isWhole)
            ? "" : " A year \"so far\" was not over on the new date.")))
    return document
  }

  private func cells(_ receipt: UpdateFindings.Receipt) -> [String] {
    let expected = receipt.expected
    return [
      receipt.contributor, "\(receipt.year)\(receipt.isWhole ? "" : " so far")",
      receipt.promised == 0 ? "-" : units(receipt.promised),
      expected.map { Number.units($0.central) } ?? "-", expected.map { Number.units($0.low) } ?? "-",
      expected.map { Number.units($0.high) } ?? "-", units(receipt.came), verdict(receipt),
    ]
  }

  /// What the difference says; nothing where the amount lay in the middle nine of ten futures.
  private func verdict(_ receipt: UpdateFindings.Receipt) -> String {
    let came = Double(receipt.came)
    guard let expected = receipt.expected else { return receipt.came == 0 ? "" : "not foreseen" }
    if came > expected.high { return "above" }
    if receipt.isWhole, came < expected.low { return "below" }
    if receipt.isWhole, receipt.came < receipt.promised { return "promise unmet" }
    return ""
  }

  private func addTotals(to table: inout TextTable) {
    for year in Set(findings.receipts.map(\.year)).sorted() {
      let own = findings.receipts.filter { $0.year == year }
      // The total of what is printed.
      func whole(_ cents: Double) -> Double { (cents / 100).rounded(.toNearestOrAwayFromZero) * 100 }
      table.add(
        [
          "All", "\(year)", Number.units(own.reduce(0) { $0 + whole(Double($1.promised)) }),
          Number.units(own.reduce(0) { $0 + whole($1.expected?.central ?? 0) }), "", "",
          Number.units(own.reduce(0) { $0 + whole(Double($1.came)) }), "",
        ], isTotal: true)
    }
  }

  private func units(_ cents: Int) -> String { Number.units(Double(cents)) }
}
