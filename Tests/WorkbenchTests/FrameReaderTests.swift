import Formulas
import LinearAlgebra
import Tabular
import Testing
import Workbench

/// Reads a table that is written in a test.
func reading(_ text: String) throws(WorkbenchError) -> FrameReader.Reading {
  try FrameReader.read(Array(text.utf8), file: "t.csv")
}

@Suite("A CSV table becomes a frame")
struct FrameReaderTests {
  @Test("plain decimals are numbers, kept to double-double; empty and NA are missing")
  func numbers() throws {
    let frame = try reading("x,y\n0.1, 2 \nNA,-3e2\n,.5\n").frame
    #expect(frame.names == ["x", "y"] && frame.lines == [2, 3, 4])
    let tenth = DoubleDouble(parts: 0.1, -5.551115123125783e-18)
    #expect(frame["x"] == .numbers([tenth, nil, nil]))
    #expect(frame["y"] == .numbers([DoubleDouble(2), DoubleDouble(-300), DoubleDouble(0.5)]))
  }

  @Test("a column with a word is text, and the first word beside numbers is remembered")
  func words() throws {
    let reading = try reading("a,b\n1,yes\nabout 2,\n3,no\nunknown,NA\n")
    #expect(reading.frame["a"] == .text(["1", "about 2", "3", "unknown"]))
    #expect(reading.frame["b"] == .text(["yes", nil, "no", nil]))
    #expect(reading.words["a"]?.line == 3 && reading.words["a"]?.text == "about 2")
    #expect(reading.words["b"] == nil)
  }

  @Test("quoted fields, a byte order mark, blank lines and CRLF are read as RFC 4180 says")
  func quoting() throws {
    let reading = try reading("\u{FEFF}name,\"x, y\"\r\n\r\n\"Say \"\"yes\"\"\",\"1.5\"\r\n")
    #expect(reading.frame.names == ["name", "x, y"] && reading.frame.lines == [3])
    #expect(reading.frame["name"] == .text(["Say \"yes\""]))
    #expect(reading.frame["x, y"] == .numbers([DoubleDouble(1.5)]))
    #expect(reading.notes.map(\.severity) == [.note])
  }

  @Test("a column of missing values alone is one of numbers")
  func allMissing() throws {
    #expect(try reading("x,y\n,1\nNA,2\n").frame["x"] == .numbers([nil, nil]))
  }

  @Test("a text column of 'inf' and words is text")
  func textWithInf() throws {
    #expect(try reading("x\ninf\nblue\n").frame["x"] == .text(["inf", "blue"]))
  }

  static let gallery: [(table: String, message: String)] = [
    ("", "t.csv:1: error: the file is empty; write a header row with the names of its columns"),
    ("x,y\n", "t.csv:1: error: the file has a header and no rows; add the observations"),
    (
      "x,x\n1,2\n", "t.csv:1: error: column 'x' stands twice; rename or drop one of them"
    ),
    ("x,\n1,2\n", "t.csv:1: error: column 2 has no name; write one into the header"),
    (
      "x,y\n1,2\n3\n4,5\n",
      "t.csv:3: error: the row has 1 cell and the header 2 columns; fill every column, with nothing between "
        + "two commas where there is no value, and quote text that holds a comma"
    ),
    (
      "x\n1\ninf\n",
      "t.csv:3: error: column 'x' holds 'inf' among its numbers; write a plain decimal number, or leave the "
        + "cell empty where the value is missing"
    ),
    (
      "x\nNaN\n2\n",
      "t.csv:2: error: column 'x' holds 'NaN' among its numbers; write a plain decimal number, or leave the "
        + "cell empty where the value is missing"
    ),
    (
      "x\n1e999\n2\n",
      "t.csv:2: error: column 'x' holds '1e999' among its numbers; write a plain decimal number, or leave "
        + "the cell empty where the value is missing"
    ),
    (
      "x\n\"1\n",
      "t.csv:2: error: a quote is opened and never closed; close it, and write a quote within a quoted field twice"
    ),
    (
      "x;y\n1;2\n",
      "t.csv:1: error: the columns are separated by semicolons, as Excel writes them in some languages; save "
        + "the file with commas between columns and a point in decimals"
    ),
    (
      "x\u{0}y\n",
      "t.csv:1: error: the file is UTF-16, not UTF-8; save it again as 'CSV UTF-8' or plain UTF-8 text"
    ),
  ]

  @Test("what is wrong is said with file, line and the way out", arguments: gallery)
  func problems(_ table: String, _ message: String) {
    let error = #expect(throws: WorkbenchError.self) { try reading(table) }
    #expect(error?.description == message)
  }
}
