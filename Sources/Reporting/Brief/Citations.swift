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

  private mutating func number(_ text: String) -> Int {
    if let index = sources.firstIndex(of: text) { return index + 1 }
    sources.append(text)
    return sources.count
  }
}
