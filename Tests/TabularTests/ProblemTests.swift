import Tabular
import Testing

@Suite("Problems")
struct ProblemTests {
  @Test("printed by file and line, in the order of arrival within a line")
  func order() {
    var problems = Problems()
    problems.error(SourceLocation(file: "b.csv", line: 1), "z")
    problems.note(SourceLocation(file: "a.csv", line: 10), "second")
    problems.error(SourceLocation(file: "a.csv", line: 2), "y")
    problems.error(SourceLocation(file: "a.csv", line: 2), "x")
    #expect(
      problems.text == "a.csv:2: error: y\na.csv:2: error: x\na.csv:10: note: second\nb.csv:1: error: z")
    #expect(problems.errorCount == 3)
  }

  @Test("long lists are cut and counted")
  func capped() {
    var problems = Problems()
    for line in 1...5_000 { problems.error(SourceLocation(file: "a.csv", line: line), "x") }
    #expect(problems.sorted.count == Problems.keptPerFile)
    #expect(problems.errorCount == 5_000)
    #expect(problems.text.hasSuffix("a.csv:200: error: x\nand 4800 more"))
    var other = Problems()
    other.add(contentsOf: problems)
    #expect(other.errorCount == 5_000 && other.droppedCount == 4_000)
  }

  @Test(
    "the nearest name is suggested, and none where none is near",
    arguments: [
      ("contributer", "contributor"), ("Fund", "fund"), ("fnud", "fund"), ("xyzzy", nil), ("", nil),
    ] as [(String, String?)])
  func suggestion(word: String, expected: String?) {
    #expect(nearest(to: word, among: ["contributor", "fund", "stage"]) == expected)
  }
}
