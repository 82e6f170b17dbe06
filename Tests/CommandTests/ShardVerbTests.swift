import Foundation
import Testing

@Suite("mainstay simulate and merge") struct ShardVerbTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.addFoundingCase()
  }

  private func simulate(_ shard: String, _ file: String, _ more: String...) throws -> Workshop.Outcome {
    try use(["simulate", RunTests.baseline, "--shard", shard, "--partial", file] + more)
  }

  private func use(_ arguments: [String]) throws -> Workshop.Outcome {
    let process = try workshop.start(arguments)
    process.waitUntilExit()
    try #require(process.terminationReason == .exit, "ended by signal \(process.terminationStatus)")
    return try workshop.outcome(of: process)
  }

  @Test("shards merged in any order are the run, byte for byte, run.json included", arguments: [1, 3, 7])
  func same(count: Int) throws {
    #expect(
      try workshop.mainstay("run", RunTests.baseline, "--paths", "700", "--quiet", "--output", "single").code
        == 0)
    var files: [String] = []
    for number in 1...count {
      files.append("shards/shard-\(number).partial")
      let made = try simulate(
        "\(number)/\(count)", files[number - 1], "--paths", "700", "--threads", "\(number)")
      #expect(made.code == 0 && made.output.isEmpty)
      #expect(
        made.messages.hasPrefix("Written to shards/shard-\(number).partial: shard \(number)/\(count), "))
    }
    #expect(try workshop.files("shards").count == count)
    let merged = try use(["merge"] + files.reversed() + ["--output", "merged"])
    #expect(merged.code == 0)
    #expect(merged.output == (try workshop.text("single/report.txt")))
    #expect(merged.messages.hasPrefix("Written to merged: report.txt, "))
    #expect(try workshop.files("merged") == workshop.files("single"))
    #expect(try workshop.mainstay("verify", "merged", "--quiet").code == 0)
  }

  @Test("merge refuses with exit code 3 and writes nothing")
  func refuses() throws {
    for (shard, seed) in [("1/2", "1"), ("2/2", "2")] {
      #expect(
        try simulate(shard, "\(seed).partial", "--paths", "300", "--seed", seed, "--quiet").messages.isEmpty)
    }
    let apart = try workshop.mainstay("merge", "1.partial", "2.partial", "--output", "merged")
    #expect(apart.code == 3)
    #expect(
      apart.messages
        == "mainstay: error: 1.partial and 2.partial are not of one simulation: seed is 1 in the first and 2 in "
        + "the second; simulate one of them again as the other\n")
    let alone = try workshop.mainstay("merge", "1.partial", "--output", "merged")
    #expect(alone.code == 3 && alone.messages.contains("1 of 2 shards are named, without 2/2; "))
    #expect(!FileManager.default.fileExists(atPath: workshop.folder.appendingPathComponent("merged").path))
  }

  @Test("the scenario is found where the shards say, or where --scenario says, and nowhere else")
  func place() throws {
    #expect(try simulate("1/1", "a.partial", "--paths", "20", "--quiet").code == 0)
    try FileManager.default.moveItem(
      at: workshop.folder.appendingPathComponent("Scenarios"),
      to: workshop.folder.appendingPathComponent("books"))
    let lost = try workshop.mainstay("merge", "a.partial", "--output", "merged")
    #expect(lost.code == 3)
    #expect(
      lost.messages
        == "mainstay: error: a.partial: its scenario \(RunTests.baseline) is not in this folder; merge where it "
        + "was simulated, or name the scenario with --scenario\n")
    let scenario = "books/apctt/baseline.yaml"
    #expect(
      try workshop.mainstay("merge", "a.partial", "--scenario", scenario, "--output", "merged", "--quiet")
        .code == 0)
    let absolute = workshop.folder.appendingPathComponent(scenario).path
    let made = try use([
      "simulate", absolute, "--shard", "1/1", "--partial", "b.partial", "--paths", "20", "--quiet",
    ])
    #expect(made.code == 0)
    let unnamed = try workshop.mainstay("merge", "b.partial", "--output", "again")
    #expect(unnamed.code == 3 && unnamed.messages.hasSuffix("; name the scenario with --scenario\n"))
    let bytes = try Data(contentsOf: workshop.folder.appendingPathComponent("b.partial"))
    #expect(bytes.range(of: Data(workshop.folder.path.utf8)) == nil)
  }

  @Test(
    "Ctrl-C stops a shard within a second, exits 130 and leaves nothing; twice ends it at once",
    arguments: [1, 2])
  func interrupted(times: Int) throws {
    let before = try workshop.files()
    let process = try workshop.start([
      "simulate", RunTests.baseline, "--shard", "1/2", "--partial", "new/a.partial", "--paths", "1000000",
    ])
    let folder = workshop.folder.appendingPathComponent("new").path
    let begun = Date()
    while (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty != false {
      try #require(Date().timeIntervalSince(begun) < 60)
      Thread.sleep(forTimeInterval: 0.05)
    }
    let asked = Date()
    for _ in 0..<times {
      process.interrupt()
      Thread.sleep(forTimeInterval: 0.01)
    }
    while process.isRunning, Date().timeIntervalSince(asked) < 10 { Thread.sleep(forTimeInterval: 0.05) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    if times == 1 {
      let outcome = try workshop.outcome(of: process)
      #expect(outcome.code == 130)
      #expect(outcome.messages == "mainstay: interrupted; nothing was written\n")
    }
    #expect(try workshop.files() == before)
  }

  @Test("wrong use exits 2, a foreign file 3, and the file stays")
  func usage() throws {
    for shard in ["0/2", "3/2", "two"] {
      let outcome = try simulate(shard, "a.partial")
      #expect(outcome.code == 2 && outcome.messages.contains("write 3/16 for the third of sixteen"))
    }
    #expect(try workshop.mainstay("merge", "--output", "merged").code == 2)
    try workshop.write("mine", to: "letter.txt")
    let foreign = try simulate("1/1", "letter.txt", "--paths", "10000000")
    #expect(foreign.code == 3)
    #expect(
      foreign.messages
        == "mainstay: error: letter.txt: holds something else than a partial; name another file with --partial\n"
    )
    #expect(try workshop.text("letter.txt") == "mine")
  }
}
