import Foundation
import Testing

@testable import Mainstay

@Suite("A report made again") struct VerificationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try NewBook(id: "icc").write(to: folder.path("Scenarios/icc"))
    let job = MainJob(
      scenario: folder.path("Scenarios/icc/baseline.yaml"),
      overrides: ScenarioOverrides(seed: 9, paths: 8, horizon: 2027), threads: 1)
    try ReportFolder(folder.path("Reports/icc/baseline")).write(
      job.run(), environment: RunEnvironment(threads: 1).file)
  }

  private var report: String { folder.path("Reports/icc/baseline") }

  @Test("finds the book beside the reports, and makes the same files with the same seed and horizon")
  func same() throws {
    let verification = try Verification(report, book: nil)
    let run = try verification.prepare()
    #expect(run.assumptions.scenario.seed == 9)
    #expect(verification.changedInputs(run).isEmpty)
    let again = try run.report(threads: 3)
    #expect(
      again.files.map { verification.compare($0).description } == again.files.map { "\($0.name): same" })
    #expect(verification.unmade(again).isEmpty)
  }

  @Test("names inputs that changed, came or went")
  func inputs() throws {
    let budget = try folder.text("Scenarios/icc/budget.csv")
    try folder.write(
      budget.replacingOccurrences(of: ",16000,", with: ",16001,"), to: "Scenarios/icc/budget.csv")
    try FileManager.default.removeItem(atPath: folder.path("Scenarios/icc/levels.csv"))
    try folder.write(
      "month,currency,local_per_usd,source\n2025-01,EUR,0.9,a quote\n", to: "Scenarios/icc/exchange-rates.csv"
    )
    let verification = try Verification(report, book: folder.path("Scenarios/icc"))
    #expect(
      verification.changedInputs(try verification.prepare()) == [
        "budget.csv: changed since the report was made",
        "exchange-rates.csv: was not there when the report was made", "levels.csv: is there no more",
      ])
  }

  @Test("a comparison names the first line that differs")
  func lines() {
    func compare(_ found: String, _ made: String) -> FileComparison.Verdict {
      FileComparison(name: "a", .bytes(Array(found.utf8)), made: Array(made.utf8)).verdict
    }
    #expect(compare("a\nb\n", "a\nb\n") == .same)
    #expect(compare("a\nb\n", "a\nc\n") == .differs(line: 2))
    #expect(compare("a\nb\n", "a\nb") == .differs(line: 2))
    #expect(compare("a\nb\n", "a\nb\nc\n") == .differs(line: 3))
    #expect(compare("", "a") == .differs(line: 1))
    #expect(FileComparison(name: "a", .absent, made: []).verdict == .missing)
  }

  @Test(
    "manifests that are not to be trusted are refused",
    arguments: [
      ("\"product\" : \"mainstay\"", "\"product\" : \"other\""), ("\"schema\" : 1", "\"schema\" : 99"),
      ("\"centre\" : \"icc\"", "\"centre\" : \"../icc\""), ("\"baseline\"", "\"../../baseline\""),
      ("\"asOf\" : \"2025-12-31\"", "\"asOf\" : \"yesterday\""), ("\"report.txt\"", "\"../report.txt\""),
      ("\"report.txt\"", "\"..\""), ("\"report.txt\"", "\"/report.txt\""),
      ("\"paths\" : 8", "\"paths\" : -8.5"),
    ])
  func distrust(old: String, new: String) throws {
    let text = try folder.text("Reports/icc/baseline/run.json")
    try #require(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: "Reports/icc/baseline/run.json")
    #expect(throws: FolderError.self) { try Verification(report, book: nil) }
  }

  @Test("numbers of a manifest are held to the ranges of the command")
  func ranges() throws {
    let text = try folder.text("Reports/icc/baseline/run.json")
    try folder.write(
      text.replacingOccurrences(of: "\"paths\" : 8", with: "\"paths\" : 99999999999"),
      to: "Reports/icc/baseline/run.json")
    #expect(throws: BookError.self) { try Verification(report, book: nil).prepare() }
  }
}
