import Foundation
import Testing

@testable import Mainstay

@Suite("an old report updated") struct UpdateTests {
  private let folder: TemporaryFolder
  private let old: String

  init() throws {
    folder = try TemporaryFolder()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try FileManager.default.createDirectory(
      atPath: folder.path("Scenarios"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: root.appendingPathComponent("Scenarios/apctt"),
      to: folder.url.appendingPathComponent("Scenarios/apctt"))
    old = folder.path("Reports/apctt/baseline")
    let job = MainJob(
      scenario: folder.path("Scenarios/apctt/baseline.yaml"),
      overrides: ScenarioOverrides(seed: 3, paths: 200, horizon: 2024), threads: 2)
    try ReportFolder(old).write(job.run(), environment: RunEnvironment(threads: 2).file)
  }

  private func job(
    _ scenario: String = "baseline", asOf: String = "2021-12-31", seed: UInt32 = 3, paths: Int = 200,
    horizon: Int = 2024
  ) -> UpdateJob {
    UpdateJob(
      old: old, scenario: folder.path("Scenarios/apctt/\(scenario).yaml"),
      overrides: ScenarioOverrides(
        asOf: CalendarDate(iso: asOf), seed: seed, paths: paths, horizon: horizon), threads: 2)
  }

  private func append(_ text: String, to file: String) throws {
    let place = "Scenarios/apctt/\(file)"
    try folder.write(try folder.text(place) + text, to: place)
  }

  /// Receipts of 2021, a balance at its end and an agreement, made up.
  private func addLaterRows() throws {
    try append(
      ",2021,india,core,received,800000,USD,india-annual-2020,,made up,2021-12-31\n"
        + ",2021,thailand,core,received,60000,USD,,,made up,2021-12-31\n", to: "contributions.csv")
    try append(
      "2021-12-31,core,480000,,,30000,190000,made up,2021-12-31\n"
        + "2021-12-31,development-account,0,,,,,made up,2021-12-31\n", to: "balances.csv")
    try append(
      "thailand-2022,thailand,core,2021-11-01,2022-01-01,2023-12-31,USD,120000,no,"
        + "2022-03-31=60000; 2023-03-31=60000,made up,2021-11-01\n", to: "agreements.csv")
  }

  /// Without line breaks.
  private func flat(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  /// The attribution of a page: step, probability and part in hundredths of a per cent.
  private func steps(_ text: String) -> [(title: String, probability: Int, part: Int?)] {
    let lines = text.split(separator: "\n").drop { !$0.hasPrefix("Replaced") }.dropFirst(2)
    return lines.prefix { !$0.hasPrefix("---") }.compactMap { line in
      guard let found = line.firstMatch(of: /^(.*?) +(\d+)\.(\d\d) %(?: +([-+]?)(\d+)\.(\d\d) points)?$/)
      else {
        return nil
      }
      func hundredths(_ whole: Substring, _ rest: Substring) -> Int {
        (Int(whole) ?? 0) * 100 + (Int(rest) ?? 0)
      }
      let part = found.5.flatMap { whole in found.6.map { hundredths(whole, $0) } }
      return (
        String(found.1), hundredths(found.2, found.3),
        part.map { found.4 == "-" ? -$0 : $0 }
      )
    }
  }

  @Test("nothing changed: the old probability is made again, every part is zero, nothing is new")
  func nothing() throws {
    let text = try job(asOf: "2020-12-04").text()
    let steps = steps(text)
    #expect(steps.count == 4)
    #expect(Set(steps.map(\.probability)).count == 1)
    #expect(steps.dropFirst().allSatisfy { $0.part == 0 })
    #expect(flat(text).contains("is what the old report read, by SHA-256. No row became known"))
    #expect(!text.contains("TO BE KNOWN"))
    #expect(flat(text).contains("No year that the old report projects has records"))
  }

  @Test("later rows stand by file and line, added up by contributor, promises beside what came")
  func rows() throws {
    let before = try folder.text("Scenarios/apctt/contributions.csv").split(separator: "\n").count
    try addLaterRows()
    let text = try job().text()
    let flat = flat(text)
    #expect(
      flat.contains("Scenarios/apctt/contributions.csv:\(before + 1): 800,000.00 USD received, india, 2021"))
    #expect(
      flat.contains("Scenarios/apctt/contributions.csv:\(before + 2): 60,000.00 USD received, thailand"))
    #expect(flat.contains("agreements.csv:4: 120,000.00 USD agreed, thailand, thailand-2022"))
    #expect(flat.contains("5 rows became known after 4 December 2020 and up to 31 December 2021."))
    #expect(flat.contains("All 2 860,000.00"))
    let india = try #require(text.split(separator: "\n").last { $0.hasPrefix("India ") })
    // Year, promised, expected, 5 %, 95 %, came: 870,000 was agreed and 800,000 came.
    #expect(india.split(separator: " ").dropFirst().prefix(3) == ["2021", "870,000", "870,000"])
    #expect(india.contains(" 800,000 ") && (india.hasSuffix("promise unmet") || india.hasSuffix("below")))
  }

  @Test("the parts add up, from the old report's probability to that of a run of its own")
  func attribution() throws {
    try addLaterRows()
    let text = try job("host-at-400k", seed: 8, paths: 150).text()
    let steps = steps(text)
    #expect(
      steps.map(\.title) == [
        "As the old report has it", "Rows known then, scenario's file, version", "Seed and number of futures",
        "Years before 2022 leave the count", "Rows known since, the date", "Prior un-trust-funds-2021",
        "The new scenario: changes, assumptions, horizon",
      ])
    for index in 1..<steps.count {
      #expect(steps[index].part == steps[index].probability - steps[index - 1].probability)
    }
    #expect(steps[1].part == 0)
    let total = try #require(text.firstMatch(of: /All parts, added +([-+])(\d+)\.(\d\d) points/))
    let change = steps[steps.count - 1].probability - steps[0].probability
    #expect(change > 0 && total.1 == "+" && Int("\(total.2)\(total.3)") == change)
    #expect(try probability(of: old) == steps[0].probability)
    let alone = folder.path("alone")
    let run = MainJob(
      scenario: folder.path("Scenarios/apctt/host-at-400k.yaml"),
      overrides: ScenarioOverrides(
        asOf: CalendarDate(iso: "2021-12-31"), seed: 8, paths: 150, horizon: 2024), threads: 1)
    try ReportFolder(alone).write(run.run(), environment: RunEnvironment(threads: 1).file)
    #expect(try probability(of: alone) == steps[steps.count - 1].probability)
  }

  /// P(shortfall by 2024) of a report in hundredths of a per cent.
  private func probability(of report: String) throws -> Int {
    let text = try String(contentsOfFile: "\(report)/summary.csv", encoding: .utf8)
    let row = text.split(separator: "\n").first {
      $0.hasPrefix("2024,core,shortfall-by-year-end,probability,probability,")
    }
    let value = try #require(row?.split(separator: ",").last.flatMap { Double($0) })
    return Int((value * 10_000).rounded())
  }

  @Test("a row known then that was changed since is found by its file's digests")
  func changed() throws {
    let place = "Scenarios/apctt/contributions.csv"
    let before = try folder.text(place)
    try folder.write(before.replacingOccurrences(of: ",43000,", with: ",44000,"), to: place)
    let text = flat(try job(asOf: "2020-12-04").text())
    #expect(text.contains("Rows known on 4 December 2020 were changed, added or removed since"))
    #expect(
      text.contains("- contributions.csv: \(SHA256.hexDigest(of: Array(before.utf8)).prefix(16)).. then, "))
  }

  @Test("a changed scenario file is told, a lost one is replaced and told")
  func scenarioFiles() throws {
    try append("# a remark\n", to: "baseline.yaml")
    let told = flat(try job(asOf: "2020-12-04").text())
    #expect(told.contains("- baseline.yaml is not the file the old report read"))
    try FileManager.default.moveItem(
      atPath: folder.path("Scenarios/apctt/baseline.yaml"), toPath: folder.path("Scenarios/apctt/plan.yaml"))
    for name in ["host-at-400k", "half-collected"] {
      try? FileManager.default.removeItem(atPath: folder.path("Scenarios/apctt/\(name).yaml"))
    }
    let gone = flat(try job("plan", asOf: "2020-12-04").text())
    #expect(gone.contains("baseline.yaml, the scenario of the old report, is there no more"))
  }

  @Test("what does not belong together is refused, with the way out")
  func refused() throws {
    func message(_ job: UpdateJob) -> String {
      do {
        _ = try job.text()
        return ""
      } catch {
        #expect(Failure(error) == .badData)
        return "\(error)"
      }
    }
    #expect(message(job(asOf: "2019-12-31")).contains("before the report in"))
    try NewBook(id: "icc").write(to: folder.path("Scenarios/icc"))
    let other = UpdateJob(
      old: old, scenario: folder.path("Scenarios/icc/baseline.yaml"), overrides: ScenarioOverrides(paths: 4))
    #expect(message(other).contains("is a report of the centre 'apctt'"))
    let place = "Reports/apctt/baseline/summary.csv"
    try folder.write(try folder.text(place) + "\n", to: place)
    #expect(message(job()).contains("changed since the run: its SHA-256 is"))
    #expect(
      message(UpdateJob(old: folder.path("nowhere"), scenario: other.scenario)).contains("no such folder"))
  }

  @Test("a page is written over a page and nothing else")
  func output() throws {
    let place = folder.path("update.txt")
    try UpdateJob.write("What changed since x\n", to: place)
    try UpdateJob.write("What changed since y\n", to: place)
    #expect(try folder.text("update.txt") == "What changed since y\n")
    try folder.write("precious", to: "letter.txt")
    #expect { try UpdateJob.write("What changed", to: folder.path("letter.txt")) } throws: {
      "\($0)".contains("holds something else than a page of mainstay update")
    }
    #expect(try folder.text("letter.txt") == "precious")
    #expect(throws: FolderError.self) { try UpdateJob.write("What changed", to: folder.path) }
  }
}
