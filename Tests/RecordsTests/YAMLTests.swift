import Finance
import Records
import Tabular
import Testing

@Suite("Strict YAML")
struct YAMLTests {
  private func parse(_ text: String) -> (mapping: YAMLMapping?, messages: [String]) {
    var problems = Problems()
    let mapping = StrictYAML.parse(Array(text.utf8), file: "f.yaml", &problems)
    return (mapping, problems.sorted.map(\.description))
  }

  @Test("every scalar is text, and knows its line")
  func scalars() throws {
    let (mapping, messages) = parse(
      "a: NO\nb: 010\nc: ~\nd: 'x: y'\ne: |\n  two\n  lines\nf:\ng: 2020-12-04\n")
    #expect(messages.isEmpty)
    let entries = try #require(mapping).entries
    #expect(entries.map(\.value.scalar) == ["NO", "010", "~", "x: y", "two lines", "", "2020-12-04"])
    #expect(entries.map(\.location.line) == [1, 2, 3, 4, 5, 8, 9])
  }

  @Test("line ends and tabs of escapes are blanks; other control characters are refused with their line")
  func escapes() {
    let folded = parse("a: \"Fine?\\n\\nTHE ANSWER\\n---\\t x \"\n")
    #expect(folded.1.isEmpty && folded.0?.entries.map(\.value.scalar) == ["Fine? THE ANSWER --- x"])
    let refused = parse("a: plain\nb: \"red\\x1b[31m\"\nc: \"bell\\a\"\n")
    #expect(
      refused.1 == [
        "f.yaml:2: error: the value holds the control character U+1B; delete its escape",
        "f.yaml:3: error: the value holds the control character U+7; delete its escape",
      ])
  }

  @Test("lists of flow mappings, comments, CRLF and a byte order mark")
  func shapes() throws {
    let (mapping, messages) = parse(
      "\u{FEFF}# c\r\nchanges:\r\n  - pay: {by: india, from: 2021}\r\n  - [a, b]\r\n")
    #expect(messages.isEmpty)
    let list = try #require(mapping?["changes"]?.list)
    #expect(list[0].mapping?["pay"]?.mapping?["by"]?.scalar == "india")
    #expect(list[1].list?.map(\.scalar) == ["a", "b"])
    #expect(list[1].location.line == 4)
  }

  @Test("a byte order mark right before the first key")
  func byteOrderMark() throws {
    let (mapping, messages) = parse("\u{FEFF}title: x\r\nas_of: 2020-12-04\r\n")
    #expect(messages.isEmpty)
    #expect(mapping?["title"]?.scalar == "x" && mapping?["as_of"]?.scalar == "2020-12-04")
  }

  @Test(
    "marks within text are text",
    arguments: [
      "Research & development", "2 * 3", "'*x'", "\"&x\"", "R&D, *see note", "a !b", "x: ", "|\n  *a\n",
    ])
  func plainMarks(text: String) {
    let text = text == "x: " ? "''" : text
    #expect(parse("k: \(text)\n").messages.isEmpty)
  }

  @Test(
    "anchors, aliases and tags are refused where they stand",
    arguments: [
      ("a: 1\nb: &x 2\n", 2), ("a: *x\n", 1), ("a: &x 1\nb: 2\nc: *x\n", 3), ("a: !!int 1\n", 1),
      ("a: !!str \"x\"\n", 1), ("a:\n  - !t {b: c}\n", 2), ("? &k a\n: 1\n", 1), ("&r\na: 1\n", 1),
    ])
  func refused(text: String, line: Int) {
    let (mapping, messages) = parse(text)
    #expect(mapping == nil)
    #expect(messages.count == 1)
    #expect(messages.first?.hasPrefix("f.yaml:\(line): error: a") == true)
  }

  @Test("too large, too deep, not a mapping, a key that is a list")
  func limits() {
    #expect(parse("a: " + String(repeating: "x", count: 1_000_000)).messages[0].contains("at most 1000000"))
    #expect(parse("a: " + String(repeating: "[", count: 900) + "1").mapping == nil)
    #expect(parse(String(repeating: "- ", count: 100_000)).messages[0].contains("deeper than 20 levels"))
    #expect(
      parse("text").messages == [
        "f.yaml:1: error: the file is not a mapping; write keys and values, one 'key: value' a line"
      ])
    #expect(parse("[a, b]: c\n").messages[0].contains("a key is a list"))
    #expect(parse("a: 1\n\"a\": 2\n").messages[0].contains("key 'a' stands twice"))
  }

  @Test("nesting of exactly the limit is read")
  func depth() {
    func nested(_ levels: Int) -> String {
      "a: " + String(repeating: "[", count: levels) + String(repeating: "]", count: levels) + "\n"
    }
    #expect(parse(nested(19)).messages.isEmpty)
    #expect(parse(nested(20)).messages.count == 1)
  }

  @Test("values are read with their types, and each fault is one problem")
  func types() throws {
    let (mapping, _) = parse(
      "rate: 7.5%\nyear: 2021\nday: 2021-02-30\nyes: yes\nempty:\nlist: [1]\namount: 1.234\n")
    let read = try #require(mapping)
    var problems = Problems()
    #expect(read.rate("rate", &problems)?.basisPoints == 750)
    #expect(read.integer("year", in: 2000...2100, &problems) == 2021)
    #expect(read.yesOrNo("yes", &problems) == true)
    #expect(read.optionalString("empty", &problems) == nil)
    #expect(read.optionalList("empty", &problems).isEmpty)
    #expect(problems.errorCount == 0)
    #expect(read.date("day", &problems) == nil)
    #expect(read.string("empty", &problems) == nil)
    #expect(read.string("list", &problems) == nil)
    #expect(read.cents("amount", &problems) == nil)
    #expect(read.string("absent", &problems) == nil)
    read.rejectUnknown(known: ["rate", "years", "day", "yes", "empty", "list", "amount"], &problems)
    #expect(
      problems.sorted.map(\.description) == [
        "f.yaml:1: error: key 'absent' is missing; add a line 'absent: ...'",
        "f.yaml:2: error: key 'year' is unknown; did you mean 'years'?",
        "f.yaml:3: error: day '2021-02-30' is not a day of the calendar; write it as YYYY-MM-DD, such as 2020-12-04",
        "f.yaml:5: error: key 'empty' has no value; write one after the colon",
        "f.yaml:6: error: key 'list' holds a list; expected a single value",
        "f.yaml:7: error: amount '1.234' has more than two decimals; round it to hundredths, such as 1234.50",
      ])
  }
}
