/// Text laid out for a terminal of 96 columns.
enum PlainText {
  static let width = 96

  /// Lines of at most `width` columns, broken at blanks; `rest` stands before every line but the first.
  static func wrap(_ text: String, first: String = "", rest: String = "") -> String {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        (line, isEmpty) = (rest, true)
      }
      line += isEmpty ? String(word) : " " + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n") + "\n"
  }

  /// `text` in exactly `width` columns, to the left or to the right, cut where it is longer.
  static func pad(_ text: String, to width: Int, right: Bool = false) -> String {
    guard text.count <= width else { return text.prefix(max(0, width - 1)) + "." }
    let blanks = String(repeating: " ", count: width - text.count)
    return right ? blanks + text : text + blanks
  }
}
