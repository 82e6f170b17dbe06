import Foundation
import Testing

@Suite("mainstay trace and update") struct TraceVerbTests {
  private static let report = "Reports/apctt/baseline"
  private let workshop: Workshop

  /// A report of the founding case.
  init() throws {
    workshop = try Workshop()
    try workshop.addFoundingCase()
    let run = try workshop.mainstay("run", RunTests.baseline, "--paths", "20", "--horizon", "2023", "--quiet")
    try #require(run.code == 0)
  }

  @Test("a line of a table and of the text, by the file names a user sees")
  func trace() throws {
    let table = try workshop.mainstay("trace", TraceVerbTests.report + "/statements.csv:2")
    #expect(table.code == 0 && table.messages.isEmpty)
    #expect(table.output.contains("Rows      Scenarios/apctt/contributions.csv:2: 400,000.00 USD received"))
    let text = try workshop.mainstay("trace", TraceVerbTests.report + "/report.txt:3")
    #expect(text.code == 0 && text.output.contains("20 in run.json"))
  }

  @Test("exit codes: 2 for a place there is not, 3 for a report or book that was changed")
  func codes() throws {
    for place in ["/report.txt", "/report.txt:9999", "/letter.txt:1", "/report.txt:3:95"] {
      let trace = try workshop.mainstay("trace", TraceVerbTests.report + place)
      #expect(trace.code == 2 && trace.output.isEmpty, "\(place)")
    }
    #expect(try workshop.mainstay("trace", "Scenarios/apctt/report.txt:1").code == 3)
    try workshop.replace("870000", with: "870001", in: "Scenarios/apctt/contributions.csv")
    let changed = try workshop.mainstay("trace", TraceVerbTests.report + "/statements.csv:2")
    #expect(changed.code == 3 && changed.output.isEmpty)
    #expect(changed.messages.contains("Scenarios/apctt/contributions.csv: not what the report was made from"))
  }

  @Test("an update is printed, and written where it is asked to be")
  func update() throws {
    let update = try workshop.mainstay(
      "update", TraceVerbTests.report, RunTests.baseline, "--paths", "20", "--horizon", "2023", "--output",
      "update.txt")
    #expect(update.code == 0)
    #expect(update.output.hasPrefix("What changed since 4 December 2020: "))
    #expect(try workshop.text("update.txt") == update.output)
    #expect(update.messages == "Written to update.txt\n")
    let early = try workshop.mainstay(
      "update", TraceVerbTests.report, RunTests.baseline, "--as-of", "2019-12-31", "--output", "no.txt")
    #expect(early.code == 3)
    #expect(throws: (any Error).self) { try workshop.text("no.txt") }
  }
}
