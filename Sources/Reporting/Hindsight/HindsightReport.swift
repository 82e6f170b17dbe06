public import Judgement
import OrderedCollections
public import Records
import Simulation

/// `hindsight.txt`: what the council was told by a frozen run, what came, and what the difference says.
public struct HindsightReport: Sendable {
  let audit: ForecastAudit
  let book: Book
  let run: AuditedRun

  /// - Parameters:
  ///   - book: the book the forecast was held against, read in full.
  ///   - run: the run, as it is named and as it was checked.
  public init(_ audit: ForecastAudit, book: Book, run: AuditedRun) {
    (self.audit, self.book, self.run) = (audit, book, run)
  }

  /// Its name beside the files of the run; no file of the run itself.
  public static let name = "hindsight.txt"
  /// How every such text begins.
  public static let opening = "Hindsight of "

  public var file: ReportFile { ReportFile(name: HindsightReport.name, text: text) }

  public var text: String { TextRenderer().render(document) }

  var document: Document {
    let sources = HindsightSources(audit)
    var document = Document()
    document.add(
      .title(
        "\(HindsightReport.opening)\(run.scenario): what the council was told on "
          + "\(Wording.date(audit.forecast.asOf)), and what came"))
    document.add(HindsightAnswer(self).document)
    document.add(standing)
    document.add(ownWords)
    for fund in audit.funds {
      document.add(HindsightFund(self, fund).document)
      document.add(HindsightContributors(self, fund, sources).document)
      document.add(HindsightRisk(self, fund).document)
    }
    document.add(HindsightScores(self).document)
    document.add(HindsightEvidence(self, sources).document)
    return document
  }

  /// The answer of the run's own report.
  private var ownWords: Document {
    var words = Document()
    guard !run.answer.isEmpty else { return words }
    words.add(.heading("What the report said, in its own words"))
    for sentence in run.answer { words.add(.bullet(sentence)) }
    return words
  }

  /// What is compared with what.
  private var standing: Document {
    var standing = Document()
    standing.add(
      .paragraph(
        "\(book.centre.name). Scenario \(run.scenario) was frozen as of \(Wording.date(audit.forecast.asOf)) and "
          + "saw nothing known later; the book is read in full, to \(Wording.date(audit.lastKnown)). Amounts in "
          + "\(audit.forecast.currency). \(compared)\(notJudged)"))
    standing.add(
      .paragraph(
        "Told \"5 %\", \"50 %\" and \"95 %\": in 5, 50 and 95 of the run's 100 futures the amount is at most this "
          + "large. Above the 95 % mark or below the 5 % mark is a miss; 1 in 10 is to be expected."))
    return standing
  }

  /// Years of the run that cannot be judged.
  private var notJudged: String {
    let judged = Set(audit.funds.flatMap { $0.years.map(\.year) })
    let told = Set(audit.forecast.gifts.map(\.year))
    let left = told.subtracting(judged).sorted()
    guard !left.isEmpty else { return "" }
    return
      " Not judged: \(HindsightYears.span(left)), of which the run saw a part or which the book does not have "
      + "whole yet."
  }

  private var compared: String {
    let stages = Set(audit.funds.map(\.stage))
    if stages == [.received] { return "Compared is cash received with cash received, less refunds." }
    let recognised =
      "Compared is revenue as recognised with revenue as recognised: an agreement of several years counts whole in "
      + "the year it was booked, in what was told and in what came."
    guard stages.contains(.received) else { return recognised }
    return "\(recognised) Funds without recognised revenue in the book are compared in cash received."
  }

  /// A contributor's name as readers know it.
  func name(_ contributor: String) -> String {
    if contributor == FrozenForecast.newContributors { return "New contributors" }
    return book.contributors[contributor]?.name ?? contributor
  }
}

/// The run that is judged: how it is named, and what was checked of it.
public struct AuditedRun: Sendable {
  /// Names of its scenarios, joined by `+`.
  public let scenario: String
  /// SHA-256 of its `run.json`.
  public let digest: String
  /// Number of simulated futures.
  public let paths: Int
  /// Files that have the digests of `run.json`.
  public let checked: [String]
  /// Input files whose lines known on the as-of date are not those the run read.
  public let changed: [String]
  /// The answer of its `report.txt`, sentence by sentence; empty where it has none.
  public let answer: [String]

  public init(
    scenario: String, digest: String, paths: Int, checked: [String], changed: [String], answer: [String]
  ) {
    (self.scenario, self.digest, self.paths) = (scenario, digest, paths)
    (self.checked, self.changed, self.answer) = (checked, changed, answer)
  }

  /// The bullets below the heading of the answer in a `report.txt`.
  public static func answer(in text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.firstIndex(of: "THE ANSWER") else { return [] }
    var sentences: [String] = []
    for line in lines.dropFirst(heading + 2) {
      if line.hasPrefix("- ") {
        sentences.append(String(line.dropFirst(2)))
      } else if line.hasPrefix("  "), !sentences.isEmpty {
        sentences[sentences.count - 1] += line.dropFirst()
      } else {
        break
      }
    }
    return sentences
  }
}
