import Tabular
import Testing

@testable import Reporting

/// Lines of two scripts.
@Suite("line breaking of the brief")
struct LineBreakerTests {
  @Test("English breaks at blanks as every other text of ours")
  func english() {
    let text = "The quick brown fox jumps over the lazy dog, and then it rests for a while in the shade."
    for width in [20, 33, 96] {
      #expect(
        LineBreaker.lines(text, width: width, first: "- ", rest: "  ")
          == TextWidth.wrap(text, to: width, first: "- ", rest: "  "))
    }
  }

  @Test(
    "Chinese breaks between characters, never before a closing or after an opening mark, numbers keep units")
  func chinese() {
    let text =
      "按预期资金，至2025年每年均可执行（核定）计划，缺口最多达870\u{A0}000\u{A0}美元；其余“不变”。"
    for width in 10...40 {
      let lines = LineBreaker.lines(text, width: width)
      #expect(lines.allSatisfy { TextWidth.of($0) <= width })
      #expect(lines.joined() == text)
      for line in lines.dropFirst() {
        #expect(!"\u{FF0C}\u{FF1B}\u{FF09}\u{201D}\u{3002}".contains(line.first ?? "x"), "\(line)")
      }
      for (line, next) in zip(lines, lines.dropFirst()) where next.hasPrefix("年") {
        #expect(line.last?.isNumber == false)
      }
      for line in lines { #expect(!"\u{FF08}\u{201C}".contains(line.last ?? "x"), "\(line)") }
      if width >= 14 { #expect(lines.contains { $0.contains("870\u{A0}000\u{A0}美") }) }
    }
  }

  @Test("a word longer than a line is cut, nothing is lost, no text is one empty line")
  func long() {
    let lines = LineBreaker.lines(
      "ab " + String(repeating: "x", count: 10_000), width: 96, first: "[1]  ", rest: "     ")
    #expect(lines.allSatisfy { TextWidth.of($0) <= 96 })
    #expect(lines.joined().count { $0 == "x" } == 10_000)
    #expect(LineBreaker.lines("", width: 96) == [""])
  }
}

/// The list of sources.
@Suite("citations of the brief")
struct CitationTests {
  @Test("each source has one number in the order of naming; marks are sorted and never doubled")
  func numbers() {
    var citations = Citations()
    #expect(citations.cite(["b", "a", "b"]) == "[1][2]")
    #expect(citations.cite(["c", "b"]) == "[1][3]")
    #expect(citations.cite([]).isEmpty)
    #expect(citations.sources == ["b", "a", "c"])
  }

  @Test("a document that an earlier source names is told by its mark, wherever it stands")
  func documents() {
    let report = "report of the Governing Council on its sixteenth session (2-3 December 2020)"
    let listed = Citations.listed([
      "\(report), para. 7; dated by year", "assumption: rent: \(report), decision 5", "short, a",
      "\(report), para. 8",
    ])
    #expect(
      listed == [
        "\(report), para. 7; dated by year", "assumption: rent: [1], decision 5", "short, a", "[1], para. 8",
      ])
    #expect(Citations.listed([]).isEmpty)
  }
}
