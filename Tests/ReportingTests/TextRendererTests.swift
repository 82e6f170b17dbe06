import Measures
import Simulation
import Tabular
import Testing

@testable import Reporting

@Suite("Text of at most 96 columns")
struct TextRendererTests {
  @Test("a table too wide first closes its gaps, then cuts the first column and says so")
  func wideTable() {
    var table = TextTable(["A rather long first column"] + (1...6).map { "column \($0)" })
    table.add(
      ["A name that is far too long for what is left of the line"] + (1...6).map { "\($0),000,000.00" })
    var document = Document()
    document.add(.table(table))
    let lines = TextRenderer().render(document).split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { TextWidth.of($0) <= TextRenderer.width })
    #expect(lines.last?.contains("..") == true)
    #expect(lines.last?.hasSuffix("6,000,000.00") == true)
  }

  @Test("a table too wide for the page is told in two, the first column in both")
  func halves() {
    var table = TextTable(["Year"] + (1...7).map { "quantile \($0)" })
    table.add(["2021"] + (1...7).map { "\($0)0,000,000,000.00" })
    var document = Document()
    document.add(.table(table))
    let lines = TextRenderer().render(document).split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { TextWidth.of($0) <= TextRenderer.width })
    #expect(lines.filter { $0.hasPrefix("2021") }.count == 2)
    for number in 1...7 { #expect(lines.filter { $0.contains("\(number)0,000,000,000.00") }.count == 1) }
  }

  @Test(
    "the fewest tables that fit, as even as can be, each with room for its titles", arguments: [4, 5, 6, 11])
  func evenParts(years: Int) {
    let title = String(repeating: "t", count: 40)
    var table = TextTable(["Line"] + (1...years).map { "\(2020 + $0)" }, leastFirstColumn: 30)
    table.add([title] + (1...years).map { "\($0 + 10),000,000.00" })
    var document = Document()
    document.add(.table(table))
    let lines = TextRenderer().render(document).split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { TextWidth.of($0) <= TextRenderer.width })
    // 30 columns of title and 4 years of 13 after one blank each are 86; a fifth would be 100.
    let counts = lines.filter { $0.hasPrefix("Line") }.map { $0.split(separator: " ").count - 1 }
    #expect(counts == [4: [4], 5: [3, 2], 6: [3, 3], 11: [4, 4, 3]][years])
    #expect(lines.filter { $0.hasPrefix("tttt") }.allSatisfy { $0.prefix(28).allSatisfy { $0 == "t" } })
  }

  @Test("a mark stands behind the digits, which stand under each other")
  func marks() {
    var table = TextTable(["Line", "2021"])
    table.add(["found", "1.00"])
    table.add(["assumed", "10.00*"])
    table.add(["all", "11.00"], isTotal: true)
    var document = Document()
    document.add(.table(table))
    #expect(
      TextRenderer().render(document)
        == "\nLine       2021\n-------  ------\nfound     1.00\nassumed  10.00*\n-------  ------\nall      11.00\n"
    )
  }

  @Test("a number and its sign stay on one line", arguments: 84...96)
  func percent(words: Int) {
    var document = Document()
    document.add(.paragraph("\(String(repeating: "w", count: words)) 25.9 % of it"))
    let text = TextRenderer().render(document)
    #expect(text.contains("25.9 %") && !text.contains("\u{A0}"))
    #expect(text.split(separator: "\n").allSatisfy { TextWidth.of(String($0)) <= TextRenderer.width })
  }

  @Test("a notice is a paragraph of the text")
  func notice() {
    var (notice, paragraph) = (Document(), Document())
    notice.add(.notice("INDICATIVE: assumed."))
    paragraph.add(.paragraph("INDICATIVE: assumed."))
    #expect(TextRenderer().render(notice) == TextRenderer().render(paragraph))
  }

  @Test("a total stands under a rule")
  func totals() {
    var table = TextTable(["Line", "2021"])
    table.add(["part", "1.00"])
    table.add(["all", "1.00"], isTotal: true)
    var document = Document()
    document.add(.table(table))
    #expect(
      TextRenderer().render(document) == "\nLine  2021\n----  ----\npart  1.00\n----  ----\nall   1.00\n")
  }
}

@Suite("Numbers at the border")
struct NumberTests {
  @Test("rounded once, halves away from zero")
  func rounding() {
    #expect(Number.decimal(0.125, places: 2) == "0.13")
    #expect(Number.decimal(-0.125, places: 2) == "-0.13")
    #expect(Number.decimal(0.774_021_352, places: 6) == "0.774021")
    #expect(Number.decimal(12, places: 0) == "12")
    #expect(Number.percent(0.774_02) == "77.4 %")
  }

  @Test("amounts in units with two decimals, small and negative ones too")
  func amounts() {
    #expect(Number.amount(76_991_150) == "769911.50")
    #expect(Number.amount(-5) == "-0.05")
    #expect(Number.cents(100_088_50) == "100,088.50")
    #expect(Number.units(87_000_000) == "870,000")
    #expect(Number.value(nil, unit: .share) == "")
    #expect(Number.value(.nan, unit: .share) == "")
    #expect(Number.value(11, unit: .count) == "11")
    #expect(Number.value(1.653_205, unit: .count) == "1.653205")
  }
}

@Suite("Words for numbers")
struct WordingTests {
  @Test(
    "frequencies",
    arguments: [
      (0, "none of 1,000 futures"), (3, "fewer than 1 in 200 futures"), (125, "about 1 in 8 futures"),
      (446, "about 4 in 10 futures"), (852, "about 85 in 100 futures"), (1000, "nearly every future"),
    ])
  func futures(count: Int, words: String) {
    #expect(Wording.futures(.init(count: count, paths: 1000)) == words)
  }

  @Test("level and concentration move apart")
  func movement() {
    let founding = Movement(level: 550_965, 1_026_483, share: 0.726, 0.848).words
    #expect(founding == "there is more money, and it hangs more on one contributor than before")
    #expect(
      Movement(level: 100, 101, share: 0.5, 0.5).words == "about as much money, as concentrated as before")
  }
}
