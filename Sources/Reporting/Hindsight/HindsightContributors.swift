import Forecasting
import Judgement
import OrderedCollections
import Records

/// What was told of every contributor and what each did, then the largest differences.
struct HindsightContributors {
  private let report: HindsightReport
  private let fund: ForecastAudit.FundAudit
  private let sources: HindsightSources

  /// So many differences are told in sentences; the table above them has all.
  private static let told = 10

  init(_ report: HindsightReport, _ fund: ForecastAudit.FundAudit, _ sources: HindsightSources) {
    (self.report, self.fund, self.sources) = (report, fund, sources)
  }

  var document: Document {
    var document = Document()
    document.add(.heading("Fund \(fund.fund.id), contributor by contributor"))
    for contributor in contributors { document.add(.bullet(sentence(contributor))) }
    document.add(.table(table))
    document.add(
      .paragraph(
        "Gives: the told chance that anything comes in the year. Source: the number of the document in the list at "
          + "the end; - where the book has no row, which counts as nothing."))
    addSurprises(to: &document)
    return document
  }

  private var contributors: [(name: String, cells: [ForecastAudit.Cell])] {
    let all = fund.cells + fund.years.flatMap(\.newcomers)
    let groups = OrderedDictionary(grouping: all, by: \.contributor)
    return groups.map { (report.name($0.key), $0.value) }
  }

  /// `Norway: told 1,890,000 in all on average, nothing came; below the told range in no year.`
  private func sentence(_ contributor: (name: String, cells: [ForecastAudit.Cell])) -> String {
    let gifts = contributor.cells.filter { $0.came > 0 }
    let came = gifts.map { "\(Number.units($0.outcome)) in \($0.year)" }
    let back = contributor.cells.filter { $0.came < 0 }
      .map { "\(Number.units(Double(-$0.came))) taken back in \($0.year)" }
    let what = came.isEmpty ? "nothing came" : "came \(Wording.list(came))"
    let all = ([what] + back).joined(separator: ", ") + stopped(gifts.last)
    let told = contributor.cells.compactMap(\.told)
    guard !told.isEmpty else { return "\(contributor.name): no forecast; \(all)." }
    let mean = told.reduce(0) { $0 + $1.mean }
    return
      "\(contributor.name): told \(Number.units(mean)) in all on average; \(all)\(misses(contributor.cells))."
  }

  /// Whether the last gift was not that of the last year.
  private func stopped(_ last: ForecastAudit.Cell?) -> String {
    guard let last, let end = fund.years.last, last.year < end.year else { return "" }
    return ", nothing after \(last.year)"
  }

  private func misses(_ cells: [ForecastAudit.Cell]) -> String {
    let above = cells.filter { $0.standing == .above }.map(\.year)
    let below = cells.filter { $0.standing == .below }.map(\.year)
    let parts =
      (above.isEmpty ? [] : ["above the told range in \(HindsightYears.span(above))"])
      + (below.isEmpty ? [] : ["below the told range in \(HindsightYears.span(below))"])
    return parts.isEmpty ? ", always within the told range" : "; " + parts.joined(separator: ", ")
  }

  private var table: TextTable {
    var table = TextTable([
      "Contributor, year", "gives", "average", "5 %", "50 %", "95 %", "came", "verdict", "source",
    ])
    for contributor in contributors {
      table.add([contributor.name] + [String](repeating: "", count: 8))
      for cell in contributor.cells {
        let told = cell.told
        table.add(
          [
            "  \(cell.year)", told.map { Number.percent(1 - $0.zeroProbability) } ?? "-",
            told.map { Number.units($0.mean) } ?? "-",
          ] + HindsightFund.marks(told) + [
            Number.units(Double(cell.came)), HindsightFund.verdict(cell), sources.numbers(cell.sources),
          ])
      }
    }
    return table
  }

  private func addSurprises(to document: inout Document) {
    let surprises = Surprise.ranked(fund)
    document.add(.heading("Fund \(fund.fund.id), the largest differences"))
    guard !surprises.isEmpty else {
      document.add(.paragraph("Everything came as told in the middle."))
      return
    }
    for cell in surprises.prefix(HindsightContributors.told) {
      document.add(.bullet(SurpriseWording(report).sentence(cell)))
    }
    let more = surprises.count - HindsightContributors.told
    document.add(
      .paragraph(
        "Ranked by the distance between what came and the told 50 % mark (the whole amount of a contributor without "
          + "a forecast)." + (more > 0 ? " \(more) smaller ones stand in the table." : "")))
  }
}
