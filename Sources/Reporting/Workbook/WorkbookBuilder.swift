import Budgeting
import Finance
import Outlook
import Records
import Scenarios
import Simulation

/// The live workbook of a report: assumptions that may be changed, and what follows from them on the central
/// projection; beside it, as the engine found it, what all futures say.
public struct WorkbookBuilder {
  let findings: Findings
  /// `nil`: the battery was not run, or says nothing to the book.
  private let stress: StressFindings?

  init(_ findings: Findings, stress: StressFindings? = nil) {
    (self.findings, self.stress) = (findings, stress)
  }

  private var assumptions: Assumptions { findings.ensemble.assumptions }

  /// - Throws: `WorkbookError`.
  func file() throws(WorkbookError) -> ReportFile {
    let workbook = workbook
    return ReportFile(
      name: WorkbookBuilder.name, bytes: try WorkbookWriter.bytes(of: workbook), cells: workbook.listing)
  }

  /// The file's name.
  public static let name = "workbook.xlsx"

  var workbook: Workbook {
    let reader = FindingsReader(findings)
    var funds = assumptions.funds.indices.map {
      LiveFund($0, of: findings.ensemble, name: reader.contributorName)
    }.map(FundSheets.init)
    let head = SheetHead(assumptions)
    let inputs = AssumptionsSheet(head, &funds)
    let contributions = ContributionsSheet(head, &funds, host: assumptions.book.centre.host)
    let timing = TimingSheet(head, &funds)
    let calendar = CalendarSheet(head, &funds, findings)
    let statements = StatementsSheet(head, funds, findings)
    let underStress = stress.map { [StressSheet(head, StressTelling($0, assumptions)).sheet] } ?? []
    return Workbook(
      title: head.title, day: WorkbookBuilder.day(assumptions.scenario.asOf),
      sheets: [
        inputs.sheet, contributions.sheet, statements.sheet, calendar.sheet,
        OutlookSheet(head, findings).sheet,
      ] + underStress + [
        IndicatorsSheet(head, findings).sheet, timing.sheet, SourcesSheet(head, findings).sheet,
      ])
  }

  /// Whole days from 1970-01-01 to a date.
  static func day(_ date: CalendarDate) -> Int {
    // Years begin in March, so that a leap day is the last of its year.
    let year = date.month > 2 ? date.year : date.year - 1
    let month = (date.month + 9) % 12
    let leapDays = year / 4 - year / 100 + year / 400
    return 365 * year + leapDays + (153 * month + 2) / 5 + date.day - 1 - 719_468
  }
}

/// One fund's projection and where it stands in the workbook, filled in sheet by sheet.
struct FundSheets {
  let live: LiveFund

  // assumptions
  var supportRate = Place.unset
  var reserveRate = Place.unset
  var openingCash = Place.unset
  var commitments = Place.unset
  var interest = Place.unset
  var units = Rows.unset
  var cuts = Rows.unset
  /// Rows of totals; their columns are the years.
  var planDirect = Place.unset
  var planSupport = Place.unset
  var planTotal = Place.unset
  var reserve = Place.unset
  var cutTotal = Place.unset
  var separation = Place.unset
  // contributions
  var givers = Rows.unset
  // timing: columns are months
  var giverShares = Rows.unset
  var unitShares = Rows.unset
  var cutShares = Place.unset
  var separationShares = Place.unset
  var besideGifts = Place.unset
  var besidePlan = Place.unset
  // cash calendar
  var months = Rows.unset

  init(_ live: LiveFund) { self.live = live }

  /// `Fund core: Host's institutional support`
  var title: String { "Fund \(live.plan.fund.id): \(live.plan.fund.name)" }
}

extension Place {
  static let unset = Place(sheet: "", row: 0, column: 0)
}

extension Rows {
  static let unset = Rows(sheet: "", rows: 0..<0)
}

/// What stands above every sheet.
struct SheetHead {
  let title: String
  let labels: Labels
  let currency: String
  let isIndicative: Bool
  let scenario: String

  /// Labels of years and months.
  struct Labels {
    let years: [String]
    /// The year after the last.
    let next: String
    let months: [String]
  }

  init(_ assumptions: Assumptions) {
    title = "\(assumptions.book.centre.name): \(assumptions.scenario.title)"
    let years = assumptions.timeline.years
    labels = Labels(
      years: years.map { "\($0)" },
      next: "\(FiscalYear(years[years.count - 1].year + 1, startMonth: years[0].startMonth))",
      months: (0..<assumptions.timeline.monthCount).map { "\(assumptions.timeline.month($0))" })
    currency = assumptions.book.centre.budgetCurrency.code
    isIndicative = assumptions.indicative
    scenario = "Scenario \(assumptions.scenario.name), as of \(assumptions.scenario.asOf)."
  }

  /// Title, notes, and the header row, which is the last of the rows it takes.
  func add(to sheet: inout Sheet, _ notes: [String], header: [String], texts: Int) {
    sheet.addLine(title, .title)
    let standing = isIndicative ? " INDICATIVE: plan, posts or opening cash are assumed." : ""
    sheet.addLine("\(scenario) Amounts in \(currency).\(standing)", .note)
    for note in notes { sheet.addLine(note, .note) }
    sheet.setHeight(for: header)
    for (column, text) in header.enumerated() {
      sheet.put(text, column < texts ? .header : .headerRight, at: column)
    }
    sheet.row += 1
  }

  /// How many rows `add` takes.
  static func rows(notes: Int) -> Int { notes + 3 }
}
