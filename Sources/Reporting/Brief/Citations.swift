/// The sources of a brief in the order in which paragraphs name them: `[1]`, `[2]`.
struct Citations: Sendable {
  private(set) var sources: [String] = []

  /// The marks of some sources, each listed once: `[1][3]`; empty for none.
  mutating func cite(_ texts: [String]) -> String {
    var marks: [Int] = []
    for text in texts {
      let mark = number(text)
      if !marks.contains(mark) { marks.append(mark) }
    }
    return marks.sorted().map { "[\($0)]" }.joined()
  }

  /// The sources as they are listed: a document that an earlier one names is told by that one's mark.
  static func listed(_ texts: [String]) -> [String] {
    var documents: [(name: String, mark: Int)] = []
    return texts.enumerated().map { index, text in
      let known = documents.first { text.contains($0.name) }
      if let name = document(text), known == nil { documents.append((name, index + 1)) }
      guard let known, let place = text.firstRange(of: known.name) else { return text }
      return text[..<place.lowerBound] + "[\(known.mark)]" + text[place.upperBound...]
    }
  }

  /// What stands before a paragraph or decision: the text up to the first comma after thirty characters.
  private static func document(_ text: String) -> String? {
    guard text.count > 30 else { return nil }
    let start = text.index(text.startIndex, offsetBy: 30)
    let marks = [text[start...].firstRange(of: ", ")?.lowerBound, text[start...].firstIndex(of: "\u{FF0C}")]
    return marks.compactMap { $0 }.min().map { String(text[..<$0]) }
  }

  private mutating func number(_ text: String) -> Int {
    if let index = sources.firstIndex(of: text) { return index + 1 }
    sources.append(text)
    return sources.count
  }
}
