public import Decisions
import Giving
import Outlook
import Records
import Scenarios
import Tabular

/// Scenarios held against the first of them: the text, the tables, and the manifest that tells what they were made from.
public struct CompareReport: Sendable {
  /// `compare.txt`, for the terminal.
  public let text: String
  /// `comparison.csv`, for a spreadsheet.
  public let table: String
  /// What may not differ between two equal runs, `run.json` last.
  public let files: [ReportFile]

  /// - Parameters:
  ///   - comparisons: one at least, all against the same first scenario.
  ///   - alignments: what was made equal before they were read, in words.
  /// - Throws: what the JSON encoder throws; numbers are finite, so it does not.
  public init(_ comparisons: [ScenarioComparison], alignments: [String] = []) throws {
    let text = comparisons.map { comparison in
      TextRenderer().render(CompareText(comparison, alignments: alignments).document)
    }.joined(separator: "\n\n")
    let tables = CompareFiles(comparisons: comparisons)
    let files = [ReportFile(name: "compare.txt", text: text), tables.comparison, tables.attribution]
    let manifest = CompareReport.manifest(comparisons, files)
    (self.text, table) = (text, tables.comparison.text)
    self.files = files + [ReportFile(name: "run.json", text: try JSONText.write(manifest))]
  }

  private static func manifest(_ comparisons: [ScenarioComparison], _ files: [ReportFile]) -> RunManifest {
    let first = comparisons[0].first
    var scenario = first.scenario
    for comparison in comparisons {
      scenario.name += "--" + comparison.second.scenario.name
      for file in comparison.second.scenario.files where !scenario.files.contains(file) {
        scenario.files.append(file)
      }
    }
    return RunManifest(
      scenario: scenario, book: first.book, prior: first.giving.prior, files: RunManifest.digests(files),
      job: "compare")
  }
}
