import Glibc

/// Headings in bold on a terminal: an underlined line is a heading. Elsewhere, where `NO_COLOR` is set or the
/// terminal is a dumb one, a text stays as it is.
enum Emphasis {
  /// Whether standard output takes bold letters. Source of the rule: no-color.org.
  static var isOn: Bool {
    isatty(STDOUT_FILENO) == 1 && word("NO_COLOR").isEmpty && word("TERM") != "dumb"
  }

  private static func word(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

  /// Lines above a rule of one sign in bold.
  static func headings(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return zip(lines, lines.dropFirst() + [""]).map { line, next in
      isRule(next) && !line.isEmpty && !isRule(line) ? "\u{1B}[1m\(line)\u{1B}[0m" : String(line)
    }.joined(separator: "\n")
  }

  /// Three or more `=` or `-`, with blanks between those of a table.
  private static func isRule(_ line: Substring) -> Bool {
    let signs = Set(line.utf8).subtracting([UInt8(ascii: " ")])
    return line.utf8.count > 2 && (signs == [UInt8(ascii: "=")] || signs == [UInt8(ascii: "-")])
  }
}
