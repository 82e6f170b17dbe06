import Budgeting
import Decisions
import Finance
import Outlook
import Records
import Scenarios
import Simulation

/// `report.txt`: the answer first, then what it rests on.
struct TextReport {
  let findings: Findings
  /// What the scenario varies, where it does.
  let sweep: SweepResult?

  /// What its sweep wants, where it says so.
  let wanted: SweptCondition?
  /// What shocks come to; told on the page alone.
  let stress: StressFindings?

  init(
    _ findings: Findings, sweep: SweepResult? = nil, wanted: SweptCondition? = nil,
    stress: StressFindings? = nil
  ) {
    (self.findings, self.sweep, self.wanted, self.stress) = (findings, sweep, wanted, stress)
  }

  /// Every line, with the figures that stand on it.
  var lines: [TracedLine] { TextRenderer().lines(document) }

  var document: Document {
    var document = head
    document.add(AnswerSection(findings, first: whatIsWanted).document)
    document.add(picture)
    if let sweep { document.add(SweepSection(result: sweep, assumptions: assumptions).document) }
    if let wantedSection { document.add(wantedSection.document) }
    document.add(LevelSection(findings).document)
    document.add(StatementSection(findings).document)
    document.add(OutlookSection(findings).document)
    if let stress { document.add(StressSection(stress, assumptions).document) }
    document.add(GivingSection(findings).document)
    document.add(CalendarSection(findings).document)
    document.add(IndicatorSection(findings).document)
    document.add(MandateSection(findings).document)
    document.add(EvidenceSection(findings).document)
    return document
  }

  private var wantedSection: WantedSection? {
    guard let sweep, let wanted else { return nil }
    return WantedSection(sweep: sweep.sweep, wanted: wanted)
  }

  /// The answer to the question of a scenario that varies something and says what it wants.
  private var whatIsWanted: [Prose] { wantedSection.map { [$0.answer] } ?? [] }

  /// The one picture a reader in haste looks at.
  private var picture: Document {
    var picture = Document()
    picture.add(.heading("Cash and the required reserve"))
    picture.add(.chart(BalanceChart(findings, fund: FindingsReader(findings).mainFund).chart))
    return picture
  }

  private var assumptions: Assumptions { findings.ensemble.assumptions }

  /// Title, standing, question, and at once whether the report is indicative.
  private var head: Document {
    var head = Document()
    let scenario = assumptions.scenario
    let name = assumptions.book.centre.name.figure(of: .centre(["name"]))
    head.add(.title("\(name): \(scenario.title.figure(of: .scenario(key: "title")))"))
    let years = assumptions.timeline.years
    let asOf = Wording.date(scenario.asOf).figure(of: .scenario(key: "as_of"))
    let horizon = "\(years[years.count - 1])".figure(of: .scenario(key: "horizon"))
    let paths = Number.units(Double(scenario.paths) * 100).figure(of: .scenario(key: "paths"))
    let seed = "\(scenario.seed)".figure(of: .scenario(key: "seed"))
    head.add(
      .paragraph(
        Prose(
          "Scenario \(scenario.name), as of \(asOf), years \(years[0]) to \(horizon). ",
          "Amounts in \(assumptions.book.centre.budgetCurrency). \(paths) simulated futures, seed \(seed).")))
    if !assumptions.givers.isEmpty {
      head.add(
        .notice(
          "For the secretariat, not for circulation: it names single contributors and what they may give."))
    }
    if let calendar { head.add(.paragraph(calendar)) }
    if assumptions.indicative {
      head.add(
        .notice(
          "INDICATIVE: plan, posts or opening cash are assumed, not taken from approved documents. "
            + "The figures show how the centre's position moves, not what its accounts will say."))
    }
    if !scenario.question.isEmpty {
      let question = scenario.question.figure(of: .scenario(key: "question"))
      head.add(.paragraph("The question: \(question)"))
    }
    return head
  }

  /// What a year is, where it is not a whole calendar year.
  private var calendar: String? {
    let timeline = assumptions.timeline
    let year = timeline.years[0]
    var sentences: [String] = []
    if year.startMonth != 1 {
      sentences.append("A year is a fiscal year: \(year) begins in \(Wording.month(year.first)).")
    }
    if timeline.first > year.first {
      sentences.append(
        "\(year) is projected from \(Wording.month(timeline.first)) on: receipts of its earlier months count in "
          + "level, concentration and mandate, and stand in the opening cash of statement and outlook.")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
