import Foundation
import Testing

@testable import Mainstay

@Suite("a figure traced") struct TraceTests {
  private let folder: TemporaryFolder
  private let report: String

  init() throws {
    folder = try TemporaryFolder()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try FileManager.default.createDirectory(
      atPath: folder.path("Scenarios"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: root.appendingPathComponent("Scenarios/apctt"),
      to: folder.url.appendingPathComponent("Scenarios/apctt"))
    report = folder.path("Reports/apctt/host-at-400k")
    let job = MainJob(
      scenario: folder.path("Scenarios/apctt/host-at-400k.yaml"),
      overrides: ScenarioOverrides(seed: 7, paths: 60, horizon: 2022), threads: 1)
    try ReportFolder(report).write(job.run(), environment: RunEnvironment(threads: 1).file)
  }

  /// The first line of a file of the report that begins with or holds a text, from 1.
  private func line(_ text: String, in file: String) throws -> Int {
    let lines = try folder.text("Reports/apctt/host-at-400k/\(file)").split(
      separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(text) }, "no '\(text)' in \(file)") + 1
  }

  private func trace(_ text: String, in file: String, future: Int? = nil) throws -> String {
    try job("\(file):\(line(text, in: file))", future: future).text()
  }

  private func job(_ place: String, future: Int? = nil) throws -> TraceJob {
    try TraceJob("\(report)/\(place)", book: folder.path("Scenarios/apctt"), future: future)
  }

  /// Without line breaks.
  private func flat(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test(
    "places of a report",
    arguments: [
      ("a/b/report.txt:41", "a/b", "report.txt", 41, nil), ("report.txt:1:17", ".", "report.txt", 1, 17),
      ("/summary.csv:17", "/", "summary.csv", 17, nil), ("a:b/mandate.csv:2", "a:b", "mandate.csv", 2, nil),
    ] as [(String, String, String, Int, Int?)])
  func places(argument: String, folder: String, file: String, line: Int, column: Int?) throws {
    let target = try TraceTarget(argument)
    #expect(target.folder == folder && target.file == file && target.line == line && target.column == column)
  }

  @Test(
    "what is no place says what is",
    arguments: [
      ("report.txt", "names no line"), ("report.txt:x", "names no line"), ("", "names no line"),
      ("report.txt:0", "counted from 1"), ("report.txt:3:0", "counted from 1"),
      ("a/repot.txt:3", "did you mean report.txt?"), ("a/fit.json:3", "say by their names"),
      ("hindsight.txt:4", "holds a run against a book"), ("report.txt:99999999999999999999", "names no line"),
    ])
  func noPlaces(argument: String, message: String) {
    #expect { try TraceTarget(argument) } throws: { "\($0)".contains(message) }
  }

  @Test("a recorded amount leads to the rows of the ledger, by file and line, with source and day")
  func ledger() throws {
    let text = flat(try trace("2019,core,recorded,received.bangladesh,", in: "statements.csv"))
    let rows = try folder.text("Scenarios/apctt/contributions.csv").split(separator: "\n")
    let line = try #require(rows.firstIndex { $0.hasPrefix(",2019,bangladesh,core,received") }) + 1
    #expect(text.contains("Scenarios/apctt/contributions.csv:\(line): 43,000.00 USD received"))
    #expect(text.contains("known on 2019-12-31") && text.contains("proxy, not a gift"))
    #expect(text.components(separatedBy: "contributions.csv:").count == 2)
  }

  @Test("a total is made of its lines, a share of two figures")
  func parts() throws {
    let total = try trace("2018,core,recorded,received.total,", in: "statements.csv")
    for line in ["received.india", "received.bangladesh", "received.pakistan", "received.thailand"] {
      #expect(total.contains("2018 core recorded \(line)"))
    }
    let share = try trace("2019,core,recorded,host-share,share", in: "indicators.csv")
    #expect(share.contains("Formula   host-receipts / core-receipts"))
    #expect(share.contains("400000.00 2019 core recorded host-receipts value (indicators.csv:"))
    #expect(share.contains("550965.00 2019 core recorded core-receipts value (indicators.csv:"))
  }

  @Test("what a scenario changes is named by the line of its file")
  func change() throws {
    let text = flat(try trace("2021,core,central,received.india,", in: "statements.csv"))
    let line = try folder.text("Scenarios/apctt/host-at-400k.yaml").split(
      separator: "\n", omittingEmptySubsequences: false
    ).firstIndex { $0.contains("set-contribution") }
    #expect(
      text.contains("Scenarios/apctt/host-at-400k.yaml:\(try #require(line) + 1): The scenario changes"))
  }

  @Test("a probability names its count, its error, its draws, and futures in which it is so")
  func probability() throws {
    let text = try trace("2022,core,shortfall,probability,probability", in: "summary.csv")
    let value = try folder.text("Reports/apctt/host-at-400k/summary.csv").split(separator: "\n")
      .first { $0.hasPrefix("2022,core,shortfall,probability,probability") }?.split(separator: ",").last
    let count = Int((try #require(value.flatMap { Double($0) }) * 60).rounded())
    #expect(count > 0)
    #expect(text.contains("Futures   \(count) of 60; Monte Carlo error"))
    #expect(text.contains("key = (seed 7, stream)") && text.contains("giving/parameters"))
    let found = try #require(text.firstMatch(of: /counted from 0:\s+(\d+)/)).1
    let future = try trace(
      "2022,core,shortfall,probability,probability", in: "summary.csv", future: Int(found))
    let row = try #require(future.split(separator: "\n").first { $0.hasPrefix("2022 ") })
    // Year, received, spent, cash at end, lowest month, shortfall, funding gap, breach.
    #expect(row.split(separator: " ")[5] != "0")
  }

  @Test("every figure of a report is derived, and every probability counted again, future by future")
  func everything() throws {
    let traced = try TracedRun(report, book: folder.path("Scenarios/apctt"), prior: nil)
    let deriving = Deriving(traced)
    let lines = try traced.run.report(threads: 2).lines
    let tables = ReportTable.allCases.compactMap { traced.table($0) }.flatMap { table in
      table.all { _ in true }
    }
    let origins = Set(lines.flatMap(\.figures).map(\.origin) + tables.map { .row($0) })
    var counted = 0
    var questions: [PathQuestion] = []
    var expected: [(row: Origin, count: Int)] = []
    for origin in origins {
      let derivation = deriving.derive(origin)
      if case .row = origin { #expect(derivation.value != nil, "\(origin)") }
      if case .label = origin { continue }
      let says = derivation.formula != nil || !derivation.rows.isEmpty || !derivation.notes.isEmpty
      #expect(says, "\(origin)")
      guard let futures = derivation.futures, let question = futures.question,
        let frequency = futures.frequency
      else { continue }
      questions.append(question)
      expected.append((origin, frequency.count))
      counted += 1
    }
    #expect(counted > 30)
    let answers = try Simulator(judging: traced.run.assumptions, threads: 2).find(questions, limit: 60)
    for (answer, expected) in zip(answers, expected) {
      #expect(answer.paths.count == expected.count, "\(expected.row)")
    }
  }

  @Test("a quantile's future has its amount, within the distance of its neighbours")
  func quantile() throws {
    let text = flat(try trace("2022,core,closing-cash,USD,q50,", in: "summary.csv"))
    let found = try #require(text.firstMatch(of: /future (\d+), counted from 0, has ([-0-9.]+)/))
    let shown = try trace("2022,core,closing-cash,USD,q50,", in: "summary.csv", future: Int(found.1))
    let row = try #require(shown.split(separator: "\n").first { $0.hasPrefix("2022 ") })
    let cash = String(row.split(separator: " ")[3]).replacingOccurrences(of: ",", with: "")
    let (whole, exact) = (Double(cash) ?? .nan, Double(String(found.2)) ?? .nan)
    #expect((whole - exact).magnitude <= 0.5)
  }

  @Test("a line of the text: each figure, or the one in a column")
  func text() throws {
    let all = try trace("simulated", in: "report.txt")
    #expect(all.contains("60 in run.json") && all.contains("What the scenario says: paths"))
    #expect(all.contains("Named with an option when the report was made"))
    let number = try line("2019  recorded", in: "report.txt")
    let row = try job("report.txt:\(number)").text()
    #expect(row.contains("Core receipts (core-receipts) of fund core in 2019, from the ledger"))
    #expect(row.contains("Effective contributors"))
    let one = try job("report.txt:\(number):28").text()
    #expect(one.contains("core-receipts") && !one.contains("Effective contributors"))
    #expect { try job("report.txt:\(number):95").text() } throws: {
      "\($0)".contains("no figure stands in this column; those of the line begin in columns 2")
    }
  }

  @Test("a blank line names the nearest with a figure, a line beyond the end how many there are")
  func blank() throws {
    let number = try line("THE ANSWER", in: "report.txt") + 1
    let text = try job("report.txt:\(number)").text()
    let nearest = try #require(
      text.firstMatch(of: /:(\d+): no figure stands on this line; the nearest is on line (\d+)\n/))
    #expect(Int(nearest.1) == number)
    #expect(try #require(Int(nearest.2)) > number)
    #expect(try job("report.txt:\(nearest.2)").text().contains("\nWhat "))
    #expect { try job("report.txt:5000").text() } throws: {
      "\($0)".contains("line 5000 is not one of them")
    }
    #expect(try job("summary.csv:1").text().contains("the nearest is on line 2"))
    #expect { try job("summary.csv:2", future: 60).text() } throws: {
      "\($0)".contains("the run has the futures 0 to 59")
    }
  }

  @Test("a changed table and a changed book are refused with both digests")
  func changed() throws {
    let place = "Reports/apctt/host-at-400k/statements.csv"
    let before = try folder.text(place)
    try folder.write(before.replacingOccurrences(of: "43000.00", with: "43001.00"), to: place)
    let digest = SHA256.hexDigest(of: Array(before.utf8))
    let number = try line("2022,core,shortfall,probability", in: "summary.csv")
    #expect { try job("summary.csv:\(number)").text() } throws: {
      "\($0)".contains("changed since the run") && "\($0)".contains(digest)
    }
    try folder.write(before, to: place)
    let budget = try folder.text("Scenarios/apctt/budget.csv")
    try folder.write(
      budget.replacingOccurrences(of: "62000", with: "62001"), to: "Scenarios/apctt/budget.csv")
    #expect { try job("summary.csv:\(number)").text() } throws: {
      "\($0)".contains("budget.csv: not what the report was made from: its SHA-256 is")
    }
  }
}
