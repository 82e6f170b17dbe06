import Tabular
import Testing

@Suite("Widths of text")
struct TextWidthTests {
  @Test("East Asian characters take two columns, combining marks none")
  func widths() {
    #expect(TextWidth.of("abc") == 3)
    #expect(TextWidth.of("预算外资源") == 10)
    #expect(TextWidth.of("e\u{301}") == 1)
  }

  @Test("wrapping keeps every word, breaks one that is longer than a line, and indents the rest")
  func wrapping() {
    let long = String(repeating: "x", count: 150)
    let lines = TextWidth.wrap("one two \(long) three", to: 40, first: "- ", rest: "  ")
    #expect(lines.allSatisfy { TextWidth.of($0) <= 40 })
    #expect(lines[0].hasPrefix("- one two"))
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") })
    #expect(lines.joined().count { $0 == "x" } == 150)
  }

  @Test("text is wrapped and padded to the columns asked for")
  func layout() {
    let text =
      TextWidth.wrap(String(repeating: "word ", count: 60), first: "a   ", rest: "    ")
      .joined(separator: "\n") + "\n"
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 96 && $0.contains("word") })
    #expect(
      TextWidth.pad("abc", to: 5, right: true) == "abc  "
        && TextWidth.pad("abc", to: 5, right: false) == "  abc")
    #expect(TextWidth.pad("abcdef", to: 5, right: true) == "abc..")
  }
}
