import Foundation
import Testing

@Suite("mainstay verify") struct VerifyTests {
  private static let report = "Reports/apctt/baseline"
  private let workshop: Workshop

  /// A report of the founding case.
  init() throws {
    workshop = try Workshop()
    try workshop.addFoundingCase()
    let run = try workshop.mainstay("run", RunTests.baseline, "--paths", "20", "--horizon", "2023", "--quiet")
    try #require(run.code == 0)
  }

  @Test("an untouched report is the same, from anywhere")
  func same() throws {
    let here = try workshop.mainstay("verify", VerifyTests.report)
    #expect(here.code == 0)
    #expect(here.output.hasPrefix("fit.json: same\nreport.txt: same\n"))
    try FileManager.default.moveItem(
      at: workshop.folder.appendingPathComponent("Scenarios"),
      to: workshop.folder.appendingPathComponent("books"))
    let nowhere = try workshop.mainstay("verify", VerifyTests.report)
    #expect(nowhere.code == 3)
    #expect(nowhere.messages.contains("name its folder with --book"))
    #expect(try workshop.mainstay("verify", VerifyTests.report, "--book", "books/apctt").code == 0)
  }

  @Test("one changed byte is found, with its line; a lost file is missed")
  func changed() throws {
    try workshop.replace("\n2021,", with: "\n2O21,", in: VerifyTests.report + "/statements.csv")
    try FileManager.default.removeItem(
      at: workshop.folder.appendingPathComponent(VerifyTests.report + "/mandate.csv"))
    let verify = try workshop.mainstay("verify", VerifyTests.report)
    #expect(verify.code == 3)
    let line = try workshop.text(VerifyTests.report + "/statements.csv").split(separator: "\n")
      .firstIndex { $0.hasPrefix("2O21,") }
    #expect(verify.output.contains("\nstatements.csv: differs (line \(try #require(line) + 1))\n"))
    #expect(verify.output.contains("\nmandate.csv: missing\n"))
    #expect(verify.output.hasSuffix("2 of 11 files are not the same\n"))
  }

  @Test("a changed input is named before anything is computed")
  func changedInput() throws {
    try workshop.replace("870000", with: "870001", in: "Scenarios/apctt/contributions.csv")
    let verify = try workshop.mainstay("verify", VerifyTests.report)
    #expect(verify.code == 3)
    #expect(verify.output == "contributions.csv: changed since the report was made\n")
    #expect(verify.messages.hasPrefix("mainstay: error: the inputs are not those of the report; "))
  }

  @Test("a manifest that names files elsewhere is refused, and nothing there is touched")
  func elsewhere() throws {
    try workshop.write("precious", to: "Reports/apctt/precious.txt")
    for name in ["../precious.txt", "..", "/etc/passwd", ".hidden", "a/b.csv"] {
      try workshop.replace("\"mandate.csv\"", with: "\"\(name)\"", in: VerifyTests.report + "/run.json")
      let verify = try workshop.mainstay("verify", VerifyTests.report)
      #expect(verify.code == 3)
      #expect(verify.messages.contains("names a file that does not lie plainly in this folder"))
      let run = try workshop.mainstay(
        "run", RunTests.baseline, "--paths", "20", "--output", VerifyTests.report)
      #expect(run.code == 3)
      try workshop.replace("\"\(name)\"", with: "\"mandate.csv\"", in: VerifyTests.report + "/run.json")
    }
    #expect(try workshop.text("Reports/apctt/precious.txt") == "precious")
  }

  @Test("a link out of the report's folder is not followed")
  func link() throws {
    let place = workshop.folder.appendingPathComponent(VerifyTests.report + "/mandate.csv")
    try FileManager.default.moveItem(at: place, to: workshop.folder.appendingPathComponent("mandate.csv"))
    try FileManager.default.createSymbolicLink(
      at: place, withDestinationURL: workshop.folder.appendingPathComponent("mandate.csv"))
    let verify = try workshop.mainstay("verify", VerifyTests.report)
    #expect(verify.code == 3)
    #expect(verify.output.contains("mandate.csv: the link leads out of"))
  }

  @Test(
    "a folder without a manifest, and a manifest of nothing, are refused",
    arguments: ["", "{}", "[1", "\u{0}"])
  func noManifest(text: String) throws {
    try workshop.write(text, to: "odd/\(text.isEmpty ? "other.json" : "run.json")")
    let verify = try workshop.mainstay("verify", "odd")
    #expect(verify.code == 3)
    #expect(verify.messages.hasPrefix("mainstay: error: odd/run.json: not "))
  }
}
