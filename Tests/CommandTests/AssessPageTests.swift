import Foundation
import Testing

@Suite("mainstay assess BOOK") struct AssessPageTests {
  private static let book = Workshop.repository.appendingPathComponent("Scenarios/apctt").path
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  @Test("answers first, rates both dates, and writes text and table")
  func page() throws {
    let assess = try workshop.mainstay(
      "assess", AssessPageTests.book, "--as-of", "2020-12-04", "--compare", "2018-12-31", "--paths", "100",
      "--output", "page.txt", "--format", "text,csv")
    #expect(assess.code == 0)
    #expect(assess.messages == "Written to page.txt and page.csv\n")
    #expect(try workshop.text("page.txt") == assess.output)
    let lines = assess.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines[0] == "Evaluator's page: Asian and Pacific Centre for Transfer of Technology")
    for text in [
      "The OECD-DAC criterion", "- As of 31 December 2018: ", "- As of 4 December 2020: ",
      "HOW FAR CUT POINTS MAY MOVE BEFORE A RATING CHANGES", "WHAT THE EVIDENCE LACKS",
      "no liabilities are recorded:",
    ] {
      let joined = lines.joined(separator: " ").replacingOccurrences(of: "  ", with: " ")
      #expect(joined.contains(text), "\(text)")
    }
    let table = try workshop.text("page.csv").split(separator: "\n")
    #expect(table[0].hasPrefix("as_of,level,dimension,indicator,view,from_year,to_year,unit,value,rating,"))
    #expect(table.count { $0.contains(",overall,") } == 2)
    let again = try workshop.mainstay(
      "assess", AssessPageTests.book, "--as-of", "2020-12-04", "--compare", "2018-12-31", "--paths", "100",
      "--threads", "2", "--format", "csv")
    #expect(again.output == (try workshop.text("page.csv")))
  }

  @Test("rows known later change no byte of the page")
  func corruptedFuture() throws {
    try workshop.addFoundingCase(as: "then/apctt")
    try workshop.addFoundingCase(as: "now/apctt")
    for (file, rows) in FutureTests.future { try workshop.append(rows, to: "now/apctt/\(file)") }
    let pages = try ["then", "now"].map {
      try workshop.mainstay("assess", "\($0)/apctt", "--as-of", "2020-12-04", "--paths", "50")
    }
    #expect(pages[0].code == 0 && pages[0].output == pages[1].output)
    let later = try workshop.mainstay("assess", "now/apctt", "--as-of", "2021-12-31", "--paths", "50")
    #expect(later.code == 0 && later.output != pages[0].output)
  }

  @Test("does not write over somebody else's file, and says what to do")
  func refused() throws {
    try workshop.write("mine\n", to: "notes.txt")
    let assess = try workshop.mainstay(
      "assess", AssessPageTests.book, "--as-of", "2020-12-04", "--paths", "10", "--output", "notes.txt")
    #expect(assess.code == 3)
    #expect(assess.messages.contains("notes.txt: holds something else than a page of mainstay assess"))
    #expect(try workshop.text("notes.txt") == "mine\n")
  }

  @Test("a book rates by its own cut points, and a fault in them is told by file and line")
  func ownScales() throws {
    let copy = workshop.folder.appendingPathComponent("book")
    try FileManager.default.copyItem(atPath: AssessPageTests.book, toPath: copy.path)
    let own = """
      ratings:
        hhi-three-years:
          title: Concentration
          unit: index
          range: [0, 1]
          better: lower
          cuts: [0.99, 0.98, 0.97, 0.96]
          source: "assumption: a test"

      """
    try workshop.write(own, to: "book/ratings.yaml")
    let assess = try workshop.mainstay("assess", "book", "--as-of", "2020-12-04", "--paths", "10")
    #expect(assess.code == 0)
    #expect(
      assess.output.contains("- hhi-three-years [the book's own] (0.99|0.98|0.97|0.96): assumption: a test."))
    #expect(try workshop.mainstay("check", "book").code == 0)
    try workshop.replace("better: lower", with: "better: worse", in: "book/ratings.yaml")
    let fault = try workshop.mainstay("assess", "book", "--as-of", "2020-12-04", "--paths", "10")
    #expect(fault.code == 3)
    #expect(fault.messages == "book/ratings.yaml:6: error: better 'worse' is not 'higher' or 'lower'\n")
    let check = try workshop.mainstay("check", "book")
    #expect(check.code == 3 && check.output.contains("book/ratings.yaml:6: error: better 'worse'"))
  }

  @Test("public funds: ratings, sentences and what came after; a wrong name is met with a near one")
  func panel() throws {
    var gifts = "contributor,fund,year,amount\n"
    var spent = "fund,fund_name,year,expenses\n"
    for year in 2017...2021 {
      gifts += "India,AAA,\(year),100\n" + (year < 2020 ? "Japan,BBB,\(year),50\n" : "")
      spent += "AAA,First fund,\(year),90\nBBB,Second fund,\(year),50\n"
    }
    try workshop.write(gifts, to: "gifts.csv")
    try workshop.write(spent, to: "spent.csv")
    let assess = try workshop.mainstay(
      "assess", "--panel", "gifts.csv", "--expenses", "spent.csv", "--funds", "BBB,AAA", "--output", "out")
    #expect(assess.code == 0)
    #expect(assess.messages == "Written to out: ratings.csv, track-record.csv, report.txt\n")
    #expect(try workshop.text("out/report.txt") == assess.output)
    #expect(assess.output.hasPrefix("Public funds rated at the end of 2021\n"))
    let wrong = try workshop.mainstay(
      "assess", "--panel", "gifts.csv", "--expenses", "spent.csv", "--funds", "AAB")
    #expect(wrong.code == 2)
    #expect(wrong.messages == "mainstay: error: the panel has no fund 'AAB'; did you mean 'AAA'?\n")
    try workshop.append("BBB,Second fund,2021,50\nBBB,x,20x1,1\nBBB,x,2022,a\n", to: "spent.csv")
    let fault = try workshop.mainstay("assess", "--panel", "gifts.csv", "--expenses", "spent.csv")
    #expect(fault.code == 3)
    #expect(
      fault.messages.contains("spent.csv:12: error: fund 'BBB' has 2021 twice; leave one of the rows out"))
    #expect(fault.messages.contains("spent.csv:13: error: year '20x1' is not a year"))
    #expect(fault.messages.contains("spent.csv:14: error: expenses 'a' is not a plain decimal number"))
  }
}
