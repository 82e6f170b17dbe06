import Foundation
import Testing

@Suite("mainstay assess") struct AssessTests {
  private static let book = Workshop.repository.appendingPathComponent("Scenarios/un-technology-bank").path
  private let workshop: Workshop

  /// A report of the technology bank as of 2021.
  init() throws {
    workshop = try Workshop()
    let run = try workshop.mainstay(
      "run", AssessTests.book + "/as-of-2021.yaml", "--paths", "20", "--quiet", "--output", "then")
    try #require(run.code == 0)
  }

  @Test("prints the hindsight and writes it beside the run, which verify does not mind")
  func assess() throws {
    let assess = try workshop.mainstay("assess", "--forecast", "then", "--actuals", AssessTests.book)
    #expect(assess.code == 0)
    #expect(assess.output.hasPrefix("Hindsight of as-of-2021: what the council was told on 31 December 2021"))
    #expect(assess.output == (try workshop.text("then/hindsight.txt")))
    #expect(assess.messages == "Written to then/hindsight.txt\n")
    let again = try workshop.mainstay(
      "assess", "--forecast", "then", "--actuals", AssessTests.book, "--output", "b.txt", "--quiet")
    #expect(again.code == 0 && again.output.isEmpty && again.messages.isEmpty)
    #expect(try workshop.text("b.txt") == assess.output)
    #expect(try workshop.mainstay("verify", "then", "--book", AssessTests.book).code == 0)
    let run = try workshop.mainstay(
      "run", AssessTests.book + "/as-of-2021.yaml", "--paths", "30", "--output", "then")
    #expect(
      run.messages.contains("then/hindsight.txt judges an earlier run; make it again with mainstay assess"))
    #expect(try workshop.text("then/hindsight.txt") == assess.output)
  }

  @Test("what does not belong together exits 3 and writes nothing")
  func refused() throws {
    let other = try workshop.mainstay(
      "assess", "--forecast", "then", "--actuals",
      Workshop.repository.appendingPathComponent("Scenarios/apctt").path)
    #expect(other.code == 3)
    #expect(
      other.messages
        == "mainstay: error: the run is of the centre 'un-technology-bank', the book of 'apctt'; name the book of "
        + "'un-technology-bank' with --actuals\n")
    try workshop.append("2022,otb,x\n", to: "then/statements.csv")
    let changed = try workshop.mainstay("assess", "--forecast", "then", "--actuals", AssessTests.book)
    #expect(changed.code == 3)
    #expect(changed.messages.contains("then/statements.csv: changed since the run: its SHA-256 is "))
    #expect(try workshop.mainstay("assess", "--forecast", "no", "--actuals", AssessTests.book).code == 3)
    #expect(try workshop.files()["then/hindsight.txt"] == nil)
  }

  @Test(
    "wrong use exits 2 and says what is right",
    arguments: [
      (["Scenarios/apctt"], "--as-of is missing; write assess BOOK --as-of DATE, such as --as-of 2020-12-04"),
      (["Scenarios/apctt", "--as-of", "2018-12-31", "--compare", "2018-12-31"], "is the day of --as-of"),
      (["Scenarios/apctt", "--forecast", "then"], "are different questions; ask one at a time"),
      (["Scenarios/apctt", "--as-of", "2018-12-31", "--format", "pdf"], "write text, csv"),
      (["--panel", "a.csv"], "--expenses is missing; write assess --panel FILE --expenses FILE"),
      (
        ["--panel", "a.csv", "--expenses", "b.csv", "--largest", "0"], "--largest 0 is not a number of funds"
      ),
      (["--forecast", "then"], "--actuals is missing; write assess --forecast FOLDER --actuals BOOK"),
      (
        [],
        "name a book (assess BOOK --as-of DATE), a run (assess --forecast FOLDER --actuals BOOK) or a panel"
      ),
    ])
  func usage(arguments: [String], message: String) throws {
    let process = try workshop.start(["assess"] + arguments)
    process.waitUntilExit()
    let outcome = try workshop.outcome(of: process)
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains(message))
  }
}
