import Tabular

/// The sentences of messages that several places use.
enum Phrase {
  /// `fund 'cor' is unknown; did you mean 'core'?`, or what is known where nothing is near.
  static func unknown(_ what: String, _ text: String, known: [String]) -> String {
    let opening = "\(what) '\(shown(text))' is unknown"
    if let near = nearest(to: text, among: known) { return "\(opening); did you mean '\(near)'?" }
    guard !known.isEmpty else { return "\(opening); the book has none" }
    let count = known.count > 12 ? " and \(known.count - 12) more" : ""
    return "\(opening); expected one of \(known.prefix(12).joined(separator: ", "))\(count)"
  }

  /// The end of a message that may have a suggestion.
  static func suggestion(_ text: String, among known: [String]) -> String {
    nearest(to: text, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// A text from a file or the command line, fit for one line of a message: at most 60 characters.
  static func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(60) {
      result += scalar.value < 32 || scalar.value == 127 ? scalar.escaped(asASCII: true) : String(scalar)
    }
    return text.unicodeScalars.count > 60 ? result + "..." : result
  }
}
