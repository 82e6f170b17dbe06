import Foundation
import Testing

@Suite("mainstay brief") struct BriefVerbTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.addFoundingCase()
  }

  private func brief(_ arguments: String...) throws -> Workshop.Outcome {
    let process = try workshop.start(
      ["brief", "Scenarios/apctt/baseline.yaml", "--paths", "200"] + arguments)
    process.waitUntilExit()
    return try workshop.outcome(of: process)
  }

  @Test("English on standard output, with others beside it; nothing is written unasked")
  func text() throws {
    let outcome = try brief(
      "--compare", "Scenarios/apctt/recommended-levels.yaml", "Scenarios/apctt/host-at-400k.yaml")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("Brief for the Governing Council: "))
    #expect(outcome.output.contains("C: Host back at 400,000"))
    #expect(try workshop.files("").keys.allSatisfy { $0.hasPrefix("Scenarios/") })
  }

  @Test("a Chinese page into a file; a brief may be written over, another file may not")
  func page() throws {
    let written = try brief("--language", "zh", "--format", "html", "--output", "brief.html")
    #expect(written.code == 0 && written.output.isEmpty && written.messages.contains("Written to brief.html"))
    let page = try workshop.text("brief.html")
    #expect(page.contains("<html lang=\"zh-Hans\"") && page.contains("理事会"))
    #expect(try brief("--format", "html", "--output", "brief.html").code == 0)
    #expect(try workshop.text("brief.html").contains("<html lang=\"en\""))
    let text = try brief("--output", "brief.html")
    #expect(text.code == 3 && text.messages.contains("holds something else than a brief of mainstay"))
    #expect(try workshop.text("brief.html").contains("<html lang=\"en\""))
    #expect(try brief("--output", "Scenarios").code == 3)
  }

  @Test("the same bytes on any number of threads")
  func bytes() throws {
    let one = try brief("--compare", "Scenarios/apctt/half-collected.yaml", "--threads", "1")
    let two = try brief("--compare", "Scenarios/apctt/half-collected.yaml", "--threads", "2")
    #expect(one.code == 0 && one.output == two.output)
  }

  @Test("an earlier forecast of the centre is told beside what came")
  func earlier() throws {
    let old = try workshop.mainstay(
      "run", "Scenarios/apctt/baseline.yaml", "--as-of", "2018-12-31", "--horizon", "2019", "--paths", "100",
      "--output", "old")
    #expect(old.code == 0)
    let outcome = try brief("--earlier", "old")
    let words = outcome.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      words.contains("An earlier forecast of this centre, as of 31 December 2018: for 2019 to 2019 it told"))
    #expect(words.contains("550,965 came"))
    #expect(try brief("--earlier", "nowhere").code == 3)
  }

  @Test("what cannot be shown is refused with the way out")
  func refused() throws {
    let language = try brief("--language", "cn")
    #expect(language.code == 2 && language.messages.contains("write en, zh"))
    let format = try brief("--format", "htm")
    #expect(format.code == 2 && format.messages.contains("did you mean 'html'?"))
    try workshop.addFoundingCase(as: "Scenarios/other")
    let book = try brief("--compare", "Scenarios/other/baseline.yaml")
    #expect(book.code == 2 && book.messages.contains("name scenarios of one folder"))
    try workshop.write(
      "title: Later\nextends: baseline\nas_of: 2021-06-30\n", to: "Scenarios/apctt/later.yaml")
    let later = try brief("--compare", "Scenarios/apctt/later.yaml")
    #expect(later.code == 2 && later.messages.contains("name one day for all with --as-of"))
    let near = try brief("--compare", "Scenarios/apctt/host-at-40k.yaml")
    #expect(near.code == 3 && near.messages.contains("did you mean 'host-at-400k'?"))
    let many = try brief(
      "--compare", "Scenarios/apctt/a.yaml", "Scenarios/apctt/b.yaml", "Scenarios/apctt/c.yaml",
      "Scenarios/apctt/d.yaml", "Scenarios/apctt/e.yaml", "Scenarios/apctt/f.yaml")
    #expect(many.code == 2 && many.messages.contains("shows 5 at most"))
  }
}
