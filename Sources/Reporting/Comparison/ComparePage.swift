public import Decisions

/// Scenarios held against the first of them: the text, and the figures and parts in full as tables.
public struct ComparePage {
  private let comparisons: [ScenarioComparison]
  private let alignments: [String]

  /// - Parameters:
  ///   - comparisons: all against the same first scenario.
  ///   - alignments: what was made equal before they were read, in words.
  public init(_ comparisons: [ScenarioComparison], alignments: [String] = []) {
    (self.comparisons, self.alignments) = (comparisons, alignments)
  }

  public var page: DecisionPage {
    let tables = CompareFiles(comparisons: comparisons)
    return DecisionPage(
      comparisons.map { CompareText($0, alignments: alignments).document },
      csv: [tables.comparison, tables.attribution])
  }
}

extension DecisionPage {
  /// Several documents below each other.
  init(_ documents: [Document], csv: [ReportFile]) {
    text = documents.map { TextRenderer().render($0) }.joined(separator: "\n\n")
    self.csv = csv
  }
}
