public import Judgement
public import Records
public import Simulation

/// The paper a governing council decides on: two pages in one language, as text or as a page to print.
///
/// It names groups of contributors, and single members with what the ledger says of them; never what a single member is
/// expected to pay.
public struct CouncilBrief: Sendable {
  /// 96 columns.
  public let text: String
  /// One self-contained file.
  public let page: String

  /// Options beside the scenario itself that a brief can show.
  public static let mostOptions = 5

  /// - Parameters:
  ///   - ensembles: of scenarios of one book, as of one day and to one horizon; the scenario itself first.
  ///   - counterparts: each of them with the other supposition about agreements (`Scenario.agreementsTheOtherWay`);
  ///     empty where none supposes that agreements are kept for certain.
  ///   - hindsight: an earlier forecast of the same centre, held against what came.
  /// - Throws: `BookError` where a shipped catalogue is broken; a test reads them, so none is.
  public init(
    _ ensembles: [Ensemble], counterparts: [Ensemble] = [], hindsight: ForecastAudit? = nil,
    in language: BriefLanguage
  ) throws(BookError) {
    precondition((1...1 + CouncilBrief.mostOptions).contains(ensembles.count), "one to six options")
    precondition(counterparts.isEmpty || counterparts.count == ensembles.count, "a counterpart of each")
    let options = ensembles.enumerated().map { index, ensemble in
      BriefOption(
        FindingsReader(Findings(ensemble)), counterpart: counterparts.isEmpty ? nil : counterparts[index])
    }
    let material = BriefMaterial(
      options: options, hindsight: hindsight,
      accuracy: try PublishedAccuracy.shipped(), words: try BriefWords(language))
    let paper = BriefPaper(material)
    text = BriefText(paper).text
    page = try BriefPage(paper).html
  }

  /// How every file of a brief begins, in any language.
  public static func openings(isPage: Bool) throws(BookError) -> [String] {
    var openings: [String] = []
    for language in BriefLanguage.allCases {
      openings.append(
        isPage ? BriefPage.opening(language) : try BriefText.opening(BriefWords(language)))
    }
    return openings
  }
}
