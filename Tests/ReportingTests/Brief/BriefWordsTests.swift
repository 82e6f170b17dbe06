import Finance
import Simulation
import TestSupport
import Testing

@testable import Reporting

/// Numbers, dates and lists, formatted once per language.
@Suite("numbers and dates of the brief")
struct BriefWordsTests {
  @Test("amounts, shares, days and lists in English")
  func english() throws {
    let words = try BriefWords(.english)
    #expect(words.money(87_000_000, .usd) == "USD\u{A0}870,000")
    #expect(words.units(-123_456_789) == "-1,234,568")
    #expect(words.percent(0.7740213) == "77.4\u{A0}%")
    #expect(words.date(day("2020-12-04")) == "4 December 2020")
    #expect(words.month(Month(year: 2021, month: 3)) == "March 2021")
    #expect(words.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test("amounts, shares, days and lists in Chinese, as official documents write them")
  func chinese() throws {
    let words = try BriefWords(.chinese)
    #expect(words.money(87_000_000, .usd) == "870\u{A0}000\u{A0}美元")
    #expect(words.units(-123_456_789) == "-1\u{A0}234\u{A0}568")
    #expect(words.units(0) == "0")
    #expect(words.percent(0.7740213) == "77.4%")
    #expect(words.date(day("2020-12-04")) == "2020年12月4日")
    #expect(words.month(Month(year: 2021, month: 3)) == "2021年3月")
    #expect(words.list(["甲", "乙", "丙"]) == "甲、乙和丙")
    #expect(words.list([]) == "" && words.list(["甲"]) == "甲")
    let other = try #require(Currency(code: "XOF"))
    #expect(words.money(100_000, other) == "1\u{A0}000\u{A0}XOF")
  }

  @Test("frequencies in English are worded as in every other report, for each count of a thousand")
  func frequencies() throws {
    let words = try BriefWords(.english)
    for count in 0...1000 {
      let frequency = Frequency(count: count, paths: 1000)
      #expect(words.futures(frequency) == Wording.futures(frequency))
    }
  }

  @Test("frequencies in Chinese: none, rare, one in four, half, most, nearly all")
  func chineseFrequencies() throws {
    let words = try BriefWords(.chinese)
    func said(_ count: Int) -> String { words.futures(Frequency(count: count, paths: 1000)) }
    #expect(said(0) == "没有任何情形\u{FF08}共1\u{A0}000种\u{FF09}")
    #expect(said(4) == "不到1/200的情形")
    #expect(said(239) == "约1/4的情形")
    #expect(said(500) == "约5/10的情形")
    #expect(said(874) == "约85%的情形")
    #expect(said(980) == "几乎所有情形")
  }

  @Test("free text: marks that turn the direction of reading are shown, what is very long is cut")
  func freeText() throws {
    let words = try BriefWords(.english)
    #expect(words.phrase("a\u{202E}b\u{200F}\u{7}") == "a[U+202E]b[U+200F]\u{FFFD}")
    let long = words.phrase(String(repeating: "x", count: 10_000))
    #expect(long.count == BriefWords.longest + 3 && long.hasSuffix("..."))
  }
}
