import Budgeting
import Finance
import Outlook
import Records
import Scenarios

/// How every page of a decision begins: what it is about, and on what it stands.
struct DecisionHead {
  let assumptions: Assumptions
  let title: String

  var document: Document {
    var document = Document()
    let scenario = assumptions.scenario
    let years = assumptions.timeline.years
    document.add(.title("\(assumptions.book.centre.name): \(title)"))
    document.add(
      .paragraph(
        "Scenario \(scenario.name) (\(scenario.title)), as of \(Wording.date(scenario.asOf)), years \(years[0]) to "
          + "\(years[years.count - 1]). Amounts in \(assumptions.book.centre.budgetCurrency). "
          + "\(Number.units(Double(scenario.paths) * 100)) simulated futures, seed \(scenario.seed); everything "
          + "compared here is run on the same random numbers."))
    if assumptions.indicative {
      document.add(
        .paragraph(
          "INDICATIVE: plan, posts or opening cash are assumed, not taken from approved documents."))
    }
    return document
  }
}

/// A page of text with its tables as CSV.
public struct DecisionPage: Sendable {
  public let text: String
  public let csv: [ReportFile]

  init(_ document: Document, csv: [ReportFile]) {
    text = TextRenderer().render(document)
    self.csv = csv
  }

  /// All files, the text first.
  public func files(named name: String) -> [ReportFile] {
    [ReportFile(name: "\(name).txt", text: text)] + csv
  }
}
