import Tabular
import Testing

@Suite("CSV")
struct CSVTests {
  private func read(_ text: String) -> (rows: [[String]], messages: [String]) {
    var problems = Problems()
    let table = Table(csv: Array(text.utf8), file: "t.csv", &problems)
    return (table?.rows.map(\.cells) ?? [], problems.sorted.map(\.description))
  }

  @Test("quotes, doubled quotes, empty cells, CRLF, blank lines and a missing last line end")
  func accepted() {
    let (rows, messages) = read("a,b\r\n\"x, \"\"y\"\"\",\n\n,\"\"\r\nlast,z")
    #expect(rows == [["x, \"y\"", ""], ["", ""], ["last", "z"]])
    #expect(messages.isEmpty)
  }

  @Test("lines are counted over blank and over broken rows")
  func lines() {
    var problems = Problems()
    let table = Table(csv: Array("a\n1\n\n2\r\n\r\n3".utf8), file: "t.csv", &problems)
    #expect(table?.rows.map(\.location.line) == [2, 4, 6])
  }

  @Test("a newline in quotes is refused where its field starts; the next row is read")
  func quotedNewline() {
    let (rows, messages) = read("a,b\n1,\"two\nlines\"\n3,4\n5\n")
    #expect(rows == [["3", "4"]])
    #expect(messages.count == 2)
    #expect(messages[0].hasPrefix("t.csv:2: error: a quoted field runs over the end of its line"))
    #expect(messages[1].hasPrefix("t.csv:5: error: the row has 1 cell and the header 2 columns"))
  }

  @Test("an unclosed quote takes its own line only")
  func unclosed() {
    let (rows, messages) = read("a,b\n1,\"two\n\"3\",4\n")
    #expect(rows == [["3", "4"]])
    #expect(messages.map { $0.prefix(36) } == ["t.csv:2: error: a quote is opened an"])
  }

  @Test("quotes at odd places are refused")
  func oddQuotes() {
    #expect(read("a\n5\" pipe\n").messages[0].contains("a quote stands inside a field"))
    #expect(read("a\n\"5\" pipe\n").messages[0].contains("text stands after a closing quote"))
  }

  @Test("a byte order mark is noted, not read")
  func byteOrderMark() {
    let (rows, messages) = read("\u{FEFF}a\n1\n")
    #expect(rows == [["1"]])
    #expect(messages.count == 1 && messages[0].hasPrefix("t.csv:1: note: the file begins with a UTF-8 byte"))
  }

  @Test("every byte that starts no UTF-8 character is found at its offset")
  func encodings() {
    let valid = Array("é中😀\u{10FFFF}".utf8)
    #expect(TextFault.first(in: valid, valid.indices) == nil)
    for bad: [UInt8] in [
      [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ] {
      let bytes = valid + bad + [65]
      #expect(TextFault.first(in: bytes, bytes.indices) == .notUTF8(offset: valid.count))
    }
    #expect(TextFault.first(in: [65, 0], 0..<2) == .control(byte: 0, offset: 1))
  }

  @Test("agrees with the standard library on what is UTF-8, for every two bytes and random four")
  func utf8Law() {
    var state: UInt64 = 1
    for number in 0..<65_536 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let pair = [UInt8(number >> 8), UInt8(number & 255)]
      let four = (0..<4).map { UInt8(truncatingIfNeeded: state >> (32 + 8 * UInt64($0))) | 0x80 }
      for bytes in [pair, four] where bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) {
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        if (TextFault.first(in: bytes, bytes.indices) == nil) != isValid { Issue.record("\(bytes)") }
      }
    }
  }

  @Test("written: quoted where it must be, formulas in text disarmed, numbers left alone")
  func writing() {
    var document = CSVDocument(columns: ["name", "value", "id"])
    document.append([.text("=1+1"), .number("-5.00"), .identifier("a-b")])
    document.append([.text("say \"hi\", now"), .number("3"), .identifier("2020-12-04")])
    document.append([.text("-"), .number(""), .identifier("x\ny")])
    #expect(
      document.text == "name,value,id\n'=1+1,-5.00,a-b\n\"say \"\"hi\"\", now\",3,2020-12-04\n'-,,\"x\ny\"\n")
  }

  @Test("what is written is read back, for random cells")
  func roundTrip() {
    var state: UInt64 = 7
    func draw(_ count: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % Int(count)
    }
    let letters: [Character] = ["a", ",", "\"", " ", "é", "'", ";", "1"]
    for _ in 0..<200 {
      let cells = (0..<3).map { _ in String((0..<draw(6)).map { _ in letters[draw(8)] }) + "x" }
      var document = CSVDocument(columns: ["a", "b", "c"])
      document.append(cells.map { .text($0) })
      #expect(read(document.text).rows == [cells])
    }
  }
}
