import Foundation
import Testing

@Suite("mainstay calibrate") struct CalibrateVerbTests {
  /// Twenty contributors to two funds, 2016 to 2019.
  static let table: String = {
    var text = "contributor,fund,year,amount\n"
    for giver in 0..<20 {
      for year in 2016...2019 where giver % 2 == 0 || (year + giver) % 3 != 0 {
        text +=
          "c\(giver),\(giver < 10 ? "OTB" : "ABC"),\(year),\(1000 * (giver + 1) + 100 * (year - 2016))\n"
      }
    }
    return text
  }()

  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(CalibrateVerbTests.table, to: "p.csv")
    return workshop
  }

  @Test("the set goes to its file, the summary to standard output")
  func output() throws {
    let workshop = try workshop()
    let told = try workshop.mainstay("calibrate", "p.csv", "--output", "a.json")
    #expect(told.code == 0 && told.messages == "Written to a.json\n")
    #expect(told.output.hasPrefix("p-2019: fitted to p.csv, 2016 to 2019\n"))
    let quiet = try workshop.mainstay("calibrate", "p.csv", "--output", "b/b.json", "--quiet")
    #expect(quiet.code == 0 && quiet.output.isEmpty && quiet.messages.isEmpty)
    #expect(try workshop.text("a.json") == workshop.text("b/b.json"))
  }

  @Test("a run names its own, and verify makes it again with the same file alone")
  func verify() throws {
    let workshop = try workshop()
    try workshop.addFoundingCase()
    _ = try workshop.mainstay("calibrate", "p.csv", "--output", "mine.json", "--quiet")
    let run = try workshop.mainstay(
      "run", "Scenarios/apctt/baseline.yaml", "--paths", "8", "--prior", "mine.json", "--output", "out")
    try #require(run.code == 0, "\(run.messages)")
    #expect(try workshop.text("out/run.json").contains("\"name\" : \"mine.json\""))
    let same = try workshop.mainstay("verify", "out", "--prior", "mine.json")
    #expect(same.code == 0, "\(same.output)\(same.messages)")
    let without = try workshop.mainstay("verify", "out")
    #expect(without.code == 3)
    #expect(
      without.messages.contains(
        "out: made with the prior 'p-2019' of a file of its own; name the file with --prior"))
    _ = try workshop.mainstay("calibrate", "p.csv", "--until", "2018", "--output", "mine.json", "--quiet")
    let changed = try workshop.mainstay("verify", "out", "--prior", "mine.json")
    #expect(changed.code == 3 && changed.output == "mine.json: changed since the report was made\n")
  }

  @Test("fit shows what its own prior says")
  func fit() throws {
    let workshop = try workshop()
    try workshop.addFoundingCase()
    _ = try workshop.mainstay("calibrate", "p.csv", "--output", "mine.json", "--quiet")
    let fit = try workshop.mainstay("fit", "Scenarios/apctt", "--as-of", "2020-12-04", "--prior", "mine.json")
    #expect(fit.code == 0 && fit.output.contains("Crowd: p-2019, "), "\(fit.messages)")
    let early = try workshop.mainstay(
      "fit", "Scenarios/apctt", "--as-of", "2018-12-31", "--prior", "mine.json")
    #expect(early.code == 3 && early.output.isEmpty)
    #expect(
      early.messages.contains("rests on data up to 2019-12-31, and the run knows nothing after 2018-12-31"))
    let none = try workshop.mainstay(
      "fit", "Scenarios/apctt", "--as-of", "2018-12-31", "--prior", "none.json")
    #expect(none.code == 3 && none.messages.hasPrefix("none.json:1: error: there is no such file"))
  }

  static let misuse: [(arguments: [String], code: Int32, message: String)] = [
    (["none.csv", "--output", "a.json"], 3, "none.csv:1: error: there is no such file; check the path"),
    (["bad.csv", "--output", "a.json"], 3, "bad.csv:2: error: amount 'much' is not a plain decimal number"),
    (["p.csv", "--without", "OTC", "--output", "a.json"], 2, "no fund 'OTC'; did you mean 'OTB'?"),
    (["p.csv", "--until", "2010", "--output", "a.json"], 2, "the panel begins in 2016"),
    (["p.csv", "--output", "p.csv"], 3, "p.csv: holds something else than a reference class"),
    (["p.csv", "--output", "."], 3, ".: is a folder; name a file with --output"),
    (["p.csv"], 2, "Missing expected argument '--output <file>'"),
  ]

  @Test("wrong use exits 2, bad data 3, and nothing is written", arguments: misuse.indices)
  func refusals(_ index: Int) throws {
    let (arguments, code, message) = CalibrateVerbTests.misuse[index]
    let workshop = try workshop()
    try workshop.write("contributor,fund,year,amount\nA,x,2020,much\n", to: "bad.csv")
    let process = try workshop.start(["calibrate"] + arguments)
    process.waitUntilExit()
    let outcome = try workshop.outcome(of: process)
    #expect(outcome.code == code && outcome.output.isEmpty)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(try workshop.files().count == 2)
  }
}
