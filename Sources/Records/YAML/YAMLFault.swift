import Tabular
import Yams

/// Turns what the YAML library throws into a problem with a line.
enum YAMLFault {
  static func problem(_ error: any Error, file: String) -> Problem {
    let (line, what) = description(error)
    return Problem(at: SourceLocation(file: file, line: max(1, line)), what)
  }

  private static func description(_ error: any Error) -> (line: Int, what: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _) where problem.hasPrefix(tooDeep),
      .parser(_, let problem, let mark, _) where problem.hasPrefix(tooDeep):
      (mark.line, "nesting is deeper than \(StrictYAML.depthLimit) levels; flatten it")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      (mark.line, "this is not YAML: \(problem); check the indentation, colons and quotes of this line")
    case .composer(.some, _, let mark, _):
      (mark.line, "a second document begins here; keep one document in the file and delete the '---'")
    case .composer(nil, _, let mark, _):
      (mark.line, aliasRefused)
    case .duplicatedKeysInMapping(let keys, let context):
      (context.mark.line, duplicate(keys.first ?? ""))
    case .reader(let problem, _, _, _):
      (1, "this is not YAML: \(problem); save the file as plain UTF-8 text")
    default:
      (1, "this is not YAML; check indentation, colons and quotes")
    }
  }

  /// How the library begins to say that its own limit is reached, which is far beyond ours.
  private static let tooDeep = "Maximum nesting"

  static func duplicate(_ key: String) -> String {
    "key '\(Wording.shown(key))' stands twice in one mapping; keep one of them"
  }

  /// A value that holds a control character, which only an escape such as `\x1b` can bring into it.
  static func control(_ text: String) -> String {
    let found = text.unicodeScalars.first {
      $0.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains($0)
    }
    let name = found.map { "U+" + String($0.value, radix: 16, uppercase: true) } ?? "a control character"
    return "the value holds the control character \(name); delete its escape"
  }

  static let aliasRefused =
    "an anchor ('&name') or alias ('*name') stands here; write the value out, or put the text in quotes"
  static let tagRefused = "a tag ('!name') stands here; write the value without it, or put the text in quotes"
}
