import Foundation
import Testing

@Suite("mainstay run --format xlsx") struct WorkbookVerbTests {
  private static let name = "workbook.xlsx"
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.addFoundingCase()
  }

  private func run(_ folder: String, _ more: String...) throws -> Workshop.Outcome {
    let outcome = try workshop.start(
      ["run", RunTests.baseline, "--paths", "20", "--horizon", "2023", "--output", folder] + more)
    outcome.waitUntilExit()
    return try workshop.outcome(of: outcome)
  }

  @Test("the workbook stands beside the same other files, and equal runs give equal bytes")
  func written() throws {
    #expect(try run("plain").code == 0)
    let one = try run("one", "--format", "text,csv,json,xlsx", "--threads", "1")
    #expect(one.code == 0)
    #expect(one.messages.contains("report.json, workbook.xlsx, fit.json, run.json\n"))
    #expect(try run("three", "--format", "text, csv, json, XLSX", "--threads", "3").code == 0)
    let (plain, first) = (try workshop.files("plain"), try workshop.files("one"))
    #expect(first == (try workshop.files("three")))
    let workbook = try #require(first.first { $0.key.hasSuffix(WorkbookVerbTests.name) })
    #expect(workbook.value.starts(with: Array("PK".utf8)))
    #expect(first.count == plain.count + 1)
    let changed = first.filter { plain[$0.key] != $0.value }.keys.map { $0.split(separator: "/").last ?? "" }
    #expect(changed.sorted() == ["run.json", "workbook.xlsx"])
  }

  @Test("verify makes it again, finds another file in its place, and is not asked where there is none")
  func verified() throws {
    #expect(try run("out", "--format", "xlsx").code == 0)
    let verify = try workshop.mainstay("verify", "out")
    #expect(verify.code == 0)
    #expect(verify.output.contains("\nworkbook.xlsx: same\n"))
    #expect(verify.output.hasSuffix("all 3 files are the same\n"))
    #expect(try run("other", "--format", "xlsx", "--seed", "2").code == 0)
    let place = workshop.folder.appendingPathComponent("out/workbook.xlsx")
    try FileManager.default.removeItem(at: place)
    try FileManager.default.copyItem(
      at: workshop.folder.appendingPathComponent("other/workbook.xlsx"), to: place)
    let swapped = try workshop.mainstay("verify", "out")
    #expect(swapped.code == 3)
    #expect(swapped.output.contains("\nworkbook.xlsx: differs (in its part "))
    try workshop.write("year,fund\n", to: "out/workbook.xlsx")
    let text = try workshop.mainstay("verify", "out")
    #expect(text.output.contains("\nworkbook.xlsx: is no workbook, or a damaged one\n"))
    #expect(text.code == 3)
    try FileManager.default.removeItem(at: place)
    let absent = try workshop.mainstay("verify", "out")
    #expect(
      absent.output.contains(
        "\nworkbook.xlsx: same (not kept here; made again it has the SHA-256 of run.json)"))
    #expect(absent.code == 0)
    try workshop.replace("\"of\" : \"cells\"", with: "\"of\" : \"sells\"", in: "out/run.json")
    #expect(
      try workshop.mainstay("verify", "out").output.contains("\nworkbook.xlsx: differs (not kept here; "))
  }

  @Test("a run without it leaves a workbook as it is, and says that it is of an earlier run")
  func left() throws {
    #expect(try run("out", "--format", "xlsx").code == 0)
    let before = try workshop.files("out")
    let again = try run("out")
    #expect(again.code == 0)
    #expect(
      again.messages.contains("out/workbook.xlsx is of an earlier run; --format xlsx writes it again\n"))
    let after = try workshop.files("out")
    #expect(
      before.filter { $0.key.hasSuffix(WorkbookVerbTests.name) }.allSatisfy { after[$0.key] == $0.value })
  }

  @Test("an unknown format is refused with the nearest one, before anything is computed")
  func unknown() throws {
    let run = try run("out", "--format", "xslx")
    #expect(run.code == 2)
    #expect(run.messages.contains("did you mean 'xlsx'? write text, csv, json, html, xlsx"))
    #expect(!FileManager.default.fileExists(atPath: workshop.folder.appendingPathComponent("out").path))
  }
}
