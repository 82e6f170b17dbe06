import Records
import Tabular

/// One scenario file as it stands, before anything is inherited.
struct ScenarioSource {
  let name: String
  let title: String
  /// The scenario it extends, by name.
  let parent: String?
  private(set) var mapping: YAMLMapping
  let input: Book.InputFile

  static let keys = [
    "title", "author", "question", "extends", "as_of", "horizon", "seed", "paths", "assumptions", "changes",
    "shocks", "response", "sweep", "judgement",
  ]

  /// Where the file begins.
  var location: SourceLocation { mapping.location }

  /// Reads a file's keys and reports what is wrong with those that are not inherited.
  init?(name: String, bytes: [UInt8], file: String, _ problems: inout Problems) {
    guard let mapping = StrictYAML.parse(bytes, file: file, &problems) else { return nil }
    self.name = name
    self.mapping = mapping
    input = Book.InputFile(name: "\(name).yaml", sha256: SHA256.hexDigest(of: bytes))
    mapping.rejectUnknown(known: ScenarioSource.keys, &problems)
    title = mapping.displayText("title", &problems) ?? name
    parent = ScenarioSource.parent(mapping, &problems)
  }

  /// The same file with other values.
  func replacing(_ mapping: YAMLMapping) -> ScenarioSource {
    var copy = self
    copy.mapping = mapping
    return copy
  }

  /// The `extends` of a file: a plain name, or nothing.
  private static func parent(_ mapping: YAMLMapping, _ problems: inout Problems) -> String? {
    guard let text = mapping.optionalString("extends", &problems) else { return nil }
    if Identifier.isValid(text), text != "centre" { return text }
    problems.error(mapping.location(of: "extends"), refusal(of: text))
    return nil
  }

  private static func refusal(of text: String) -> String {
    let opening = "extends '\(Phrase.shown(text))'"
    if text == "centre" {
      return "\(opening) names the book and no scenario; name another file of the folder"
    }
    if text.contains("/") || text.contains("\\") {
      return
        "\(opening) names a path; scenarios stay in their folder: copy the scenario and write its name alone"
    }
    if text.hasSuffix(".yaml") {
      return
        "\(opening) names a file; write the scenario's name alone: '\(Phrase.shown(String(text.dropLast(5))))'"
    }
    return "\(opening) is not an identifier; write the name of a scenario of this folder without .yaml"
  }
}
