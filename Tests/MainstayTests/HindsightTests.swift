import Foundation
import Testing

@testable import Mainstay

@Suite("Hindsight") struct HindsightTests {
  private let folder: TemporaryFolder

  /// A report of the technology bank as of 2018.
  init() throws {
    folder = try TemporaryFolder()
    let job = MainJob(
      scenario: HindsightTests.book + "/as-of-2018.yaml", overrides: ScenarioOverrides(paths: 40), threads: 1)
    try ReportFolder(report).write(job.run(), environment: RunEnvironment(threads: 1).file)
  }

  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  private static let book = repository + "/Scenarios/un-technology-bank"

  private var report: String { folder.path("as-of-2018") }
  private func job(_ book: String = HindsightTests.book) -> HindsightJob {
    HindsightJob(forecast: report, actuals: book)
  }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "accepted"
    } catch { return "\(error)" }
  }

  @Test("the first ten lines say what was told and what came; no line is wider than the page")
  func text() throws {
    let file = try job().report()
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(file.name == "hindsight.txt")
    #expect(lines.allSatisfy { $0.count <= 96 })
    let head = lines.prefix(10).joined(separator: "\n")
    for words in [
      "told on 31 December 2018", "- Told: fund otb", "- Came: 9,969,162", "- Missed: ", "- Fell short?",
    ] {
      #expect(head.contains(words), "\(words)")
    }
    #expect(try job().report() == file)
  }

  @Test("misses, newcomers, corrections, adjustments and documents are all in it")
  func misses() throws {
    let text = try job().report().text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "Türkiye 2020: 820,862 came; told was that nothing would come: above the 95 % mark.",
      "Guinea: no forecast; came 50,000 in 2019, nothing after 2019.",
      "Norway: told", "5,705 taken back in 2020",
      "Total of the book 170,767.00 1,120,194.00 71,426.00 8,241,487.00 576,222.00 10,180,096.00",
      "The total of the book is the printed total of 2019 to 2023.",
      "because the book has no balance at the end of the year", "The book's balance is itself an assumption.",
      "United Nations Schedule of individual trust funds 2022, fund OTB",
      "the book of today, less every line known later, is byte for byte what it read.",
      "20 contributor-years of 4 contributors", "WHAT THE REPORT SAID, IN ITS OWN WORDS",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test("a book that has changed in what was known then is named")
  func changed() throws {
    try FileManager.default.copyItem(atPath: HindsightTests.book, toPath: folder.path("book"))
    let rows = try folder.text("book/contributions.csv")
    try folder.write(
      rows.replacingOccurrences(
        of: "2018,bangladesh,otb,recognised,50000", with: "2018,bangladesh,otb,recognised,50001"
      )
      .replacingOccurrences(
        of: ",2018,adjustments,otb,recognised,-47276", with: ",2018,adjustments,otb,recognised,-47277"),
      to: "book/contributions.csv")
    let text = try job(folder.path("book")).report().text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(text.contains("Of what was known then, the book has changed since: contributions.csv;"))
  }

  @Test("a file changed after the run, and a lost one, are refused with both digests")
  func tampered() throws {
    let summary = try folder.text("as-of-2018/summary.csv")
    try folder.write(summary.replacingOccurrences(of: "2019", with: "2018"), to: "as-of-2018/summary.csv")
    let listed = try #require(
      RunManifest.read(folder: report).files.first { $0.name == "summary.csv" }?.sha256)
    let found = message { _ = try job().report() }
    #expect(found.contains("summary.csv: changed since the run: its SHA-256 is "))
    #expect(found.contains("run.json says \(listed)"))
    try FileManager.default.removeItem(atPath: folder.path("as-of-2018/summary.csv"))
    #expect(message { _ = try job().report() }.contains("summary.csv: not found; run the scenario again"))
    try FileManager.default.removeItem(atPath: folder.path("as-of-2018/run.json"))
    #expect(message { _ = try job().report() }.contains("run.json: not found; name the folder of a report"))
  }

  @Test("a run of an earlier version, without totals or quantiles, says what to do")
  func earlierVersion() throws {
    let name = "as-of-2018/contributions-outlook.csv"
    func refreeze(_ keep: (Substring) -> Bool) throws {
      let old = try folder.text(name)
      let new = old.split(separator: "\n").filter(keep).joined(separator: "\n") + "\n"
      let manifest = try folder.text("as-of-2018/run.json")
      try folder.write(new, to: name)
      try folder.write(
        manifest.replacingOccurrences(
          of: SHA256.hexDigest(of: Array(old.utf8)), with: SHA256.hexDigest(of: Array(new.utf8))),
        to: "as-of-2018/run.json")
    }
    try refreeze { !$0.contains(",q975,") }
    #expect(
      message { _ = try job().report() }.contains("lacks mean, probability and the quantiles q025 to q975"))
    try refreeze { !$0.contains(",*,") }
    #expect(message { _ = try job().report() }.contains("lacks rows of the contributor '*', a fund's total;"))
  }

  @Test("another centre's book and a book without a later year are refused")
  func wrongBook() throws {
    try NewBook(id: "icc").write(to: folder.path("icc"))
    #expect(
      message { _ = try job(folder.path("icc")).report() }
        == "the run is of the centre 'un-technology-bank', the book of 'icc'; name the book of "
        + "'un-technology-bank' with --actuals")
    let late = MainJob(
      scenario: HindsightTests.book + "/baseline.yaml", overrides: ScenarioOverrides(paths: 8), threads: 1)
    try ReportFolder(folder.path("late")).write(late.run(), environment: RunEnvironment(threads: 1).file)
    let found = message {
      _ = try HindsightJob(forecast: folder.path("late"), actuals: HindsightTests.book).report()
    }
    #expect(found.hasPrefix("the run is as of 2023-12-31 and the book's ledger ends on 2024-06-30;"))
  }

  @Test("it is written beside the run or elsewhere, over its like and nothing else")
  func writes() throws {
    let file = try job().report()
    #expect(try job().write(file) == report + "/hindsight.txt")
    #expect(try job().write(file, to: folder.path("mine.txt")) == folder.path("mine.txt"))
    #expect(try job().write(file, to: folder.path("mine.txt")) == folder.path("mine.txt"))
    #expect(try folder.text("mine.txt") == file.text)
    try folder.write("precious", to: "letter.txt")
    #expect(throws: FolderError.self) { try job().write(file, to: folder.path("letter.txt")) }
    #expect(throws: FolderError.self) { try job().write(file, to: report) }
    #expect(throws: FolderError.self) { try job().write(file, to: "") }
    #expect(try folder.text("letter.txt") == "precious")
  }

  @Test("a run leaves the hindsight of its folder and knows when it judges another run")
  func leftAlone() throws {
    let place = ReportFolder(report)
    func run(_ seed: UInt32) throws -> Report {
      try MainJob(
        scenario: HindsightTests.book + "/as-of-2018.yaml",
        overrides: ScenarioOverrides(seed: seed, paths: 40),
        threads: 1
      ).run()
    }
    #expect(try !place.hasOtherHindsight(than: run(1)))
    let file = try job().report()
    _ = try job().write(file)
    #expect(try !place.hasOtherHindsight(than: run(1)))
    let other = try run(2)
    try place.write(other, environment: RunEnvironment(threads: 1).file)
    #expect(place.hasOtherHindsight(than: other))
    #expect(try folder.text("as-of-2018/hindsight.txt") == file.text)
  }
}
