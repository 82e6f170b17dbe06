import Budgeting
import Finance
import Giving
import Judgement
import Outlook
import Records
import Scenarios
import Simulation

/// The brief before it is rendered: everything that is said, in one language, without any layout.
struct BriefPaper {
  let language: BriefLanguage
  /// What stands between a name and what it is of.
  let colon: String
  let centre: String
  let kind: String
  let status: String
  let standing: String
  /// Where plans are assumed.
  let indicative: String?
  let sections: [Section]
  let disclaimer: String

  struct Section {
    let heading: String
    let blocks: [Block]
  }

  enum Block {
    case paragraph(String)
    /// Sentences of their own.
    case points([String])
    /// What columns stand for.
    case names([String])
    /// An opening and lettered paragraphs.
    case decision(opening: String, paragraphs: [String])
    case table(Table)
    case picture(DrawnPicture)
    /// Numbered from 1.
    case sources([String])
  }

  struct Table {
    let columns: [String]
    /// Columns with words, from the left; the others hold figures.
    let words: Int
    private(set) var rows: [Row] = []

    struct Row {
      let cells: [String]
      let isTotal: Bool
    }

    init(_ columns: [String], words: Int = 1) { (self.columns, self.words) = (columns, words) }

    mutating func add(_ cells: [String], isTotal: Bool = false) {
      precondition(cells.count == columns.count, "\(cells.count) cells for \(columns.count) columns")
      rows.append(Row(cells: cells, isTotal: isTotal))
    }
  }

  /// The picture with its words.
  struct DrawnPicture {
    let picture: BriefPicture
    let title: String
    let host: String
    let others: String
    let plan: String
    /// Amounts as they are written on bars and axis.
    let amount: (Double) -> String
    let basis: (BriefPicture.Basis) -> String
    let note: String
    /// Title and note in one.
    let caption: String
  }
}

/// What a brief is made of.
struct BriefMaterial {
  /// The scenario itself first.
  let options: [BriefOption]
  let hindsight: ForecastAudit?
  let accuracy: PublishedAccuracy
  let words: BriefWords

  var own: BriefOption { options[0] }
  var reader: FindingsReader { own.reader }
  /// Whether some option supposes agreements kept for certain, so that likes must be set beside likes.
  var comparesAgreements: Bool { options.allSatisfy { $0.shortfallOfAgreements != nil } }
  var last: String { "\(reader.lastYear)" }
  var now: Int { reader.years[0].year }
}

extension FindingsReader {
  /// Whether the ledger of the main fund holds cash received, not revenue alone.
  var knowsCash: Bool { recordedVerb == "received" }

  /// Whether lines of the main fund's plan are assumed.
  var isPlanAssumed: Bool { isPlanAssumed(of: mainFund) }

  func isPlanAssumed(of index: Int) -> Bool {
    let fund = assumptions.funds[index].fund.id
    let years = years.map(\.year)
    return book.budget.contains {
      $0.fund == fund && years.contains($0.year) && $0.provenance.isAssumption
    }
  }
}

extension BriefPaper {
  init(_ material: BriefMaterial) {
    let (words, reader) = (material.words, material.reader)
    let scenario = reader.assumptions.scenario
    language = words.language
    colon = words.colon
    centre = words.phrase(reader.book.centre.name)
    kind = words(.kind)
    status = words(.status, ["version": RunManifest.version])
    standing = words(
      .standing,
      [
        "title": words.phrase(scenario.title), "asOf": words.date(scenario.asOf), "first": "\(material.now)",
        "last": material.last, "currency": words.name(of: reader.book.centre.budgetCurrency),
        "paths": words.whole(reader.findings.ensemble.paths), "seed": "\(scenario.seed)",
      ])
    indicative = reader.assumptions.indicative ? BriefPaper.indicative(reader, words) : nil
    var citations = Citations()
    sections = BriefPaper.sections(material, &citations)
    disclaimer = words(.disclaimer)
  }

  /// What is assumed, contributions among it.
  private static func indicative(_ reader: FindingsReader, _ words: BriefWords) -> String {
    let rows = reader.book.contributions
    let assumed = rows.count { $0.provenance.isAssumption }
    return assumed == 0
      ? words(.indicative) : words(.indicativeRows, ["assumed": "\(assumed)", "rows": "\(rows.count)"])
  }

  /// In the order of the paper; sources last, once all are named.
  private static func sections(_ material: BriefMaterial, _ citations: inout Citations) -> [Section] {
    let words = material.words
    var sections: [Section] = []
    let question = material.reader.assumptions.scenario.question
    if !question.isEmpty {
      sections.append(
        Section(heading: words(.headingQuestion), blocks: [.paragraph(words.phrase(question))]))
    }
    let answer = BriefAnswer(material).points(&citations)
    sections.append(Section(heading: words(.headingAnswer), blocks: [.points(answer)]))
    sections.append(Section(heading: words(.headingPicture), blocks: [picture(material)]))
    sections.append(
      Section(
        heading: words(material.options.count > 1 ? .headingOptions : .headingOption),
        blocks: BriefOptionsTable(material).blocks))
    sections.append(
      Section(heading: words(.headingMembers), blocks: BriefMemberTable(material).blocks(&citations)))
    sections.append(
      Section(heading: words(.headingMandate), blocks: BriefMandate(material).blocks(&citations)))
    sections.append(
      Section(heading: words(.headingWorth), blocks: [.points(BriefWorth(material).points(&citations))]))
    sections.append(
      Section(heading: words(.headingDecision), blocks: [BriefDecision(material).block(&citations)]))
    let sources = Citations.listed(citations.sources.map(words.phrase))
    if !sources.isEmpty {
      sections.append(Section(heading: words(.headingSources), blocks: [.sources(sources)]))
    }
    return sections
  }

  private static func picture(_ material: BriefMaterial) -> Block {
    let words = material.words
    let picture = BriefPicture(material.reader)
    let currency = words.name(of: material.reader.book.centre.budgetCurrency)
    let title = words(.pictureTitle, ["currency": currency])
    let sentences =
      [
        words(
          picture.hasSoFar ? .pictureNote : .pictureNoteWhole,
          ["basis": words(material.reader.knowsCash ? .basisCash : .basisSpread)])
      ] + (picture.passesBars ? [words(.pictureBeyond)] : [])
    let note = sentences.joined(separator: words.language == .english ? " " : "")
    return .picture(
      DrawnPicture(
        picture: picture, title: title, host: words(.pictureHost),
        others: words(picture.hasHost ? .pictureOthers : .pictureAll),
        plan: words(material.reader.isPlanAssumed ? .picturePlanAssumed : .picturePlan),
        amount: words.units,
        basis: { basis in
          switch basis {
          case .recorded: words(.pictureRecorded)
          case .soFar: words(.pictureSoFar)
          case .expected: words(.pictureExpected)
          }
        }, note: note, caption: title + (words.language == .english ? ". " : "\u{3002}") + note))
  }
}
