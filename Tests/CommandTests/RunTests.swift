import Foundation
import Testing

@Suite("mainstay run") struct RunTests {
  static let baseline = "Scenarios/apctt/baseline.yaml"

  @Test("a new book runs unchanged: init, check, run, verify")
  func roundTrip() throws {
    let workshop = try Workshop()
    let made = try workshop.mainstay(
      "init", "my-centre", "--name", "My \"own\" Centre, Ltd", "--host", "Palau")
    #expect(made.code == 0)
    #expect(made.output.contains("mainstay run my-centre/baseline.yaml"))
    let check = try workshop.mainstay("check", "my-centre")
    #expect(check.code == 0)
    #expect(check.output.hasPrefix("no problems: 5 contributors, "))
    let run = try workshop.mainstay("run", "my-centre/baseline.yaml", "--paths", "20")
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("My \"own\" Centre, Ltd: As things stand\n"))
    #expect(run.output == (try workshop.text("Reports/my-centre/baseline/report.txt")))
    #expect(run.messages.contains("Written to Reports/my-centre/baseline: report.txt, "))
    let verify = try workshop.mainstay("verify", "Reports/my-centre/baseline", "--book", "my-centre")
    #expect(verify.code == 0)
    #expect(verify.output.hasSuffix("all 11 files are the same\n"))
  }

  @Test("the same run twice, on one thread and on three, gives the same bytes; --quiet says nothing")
  func sameBytes() throws {
    let workshop = try Workshop()
    try workshop.addFoundingCase()
    var reports: [[String: Data]] = []
    for (folder, threads) in [("a", "1"), ("b", "3"), ("a", "3")] {
      let run = try workshop.mainstay(
        "run", RunTests.baseline, "--paths", "600", "--seed", "1", "--threads", threads, "--quiet",
        "--output", folder)
      #expect(run.code == 0)
      #expect(run.output.isEmpty && run.messages.isEmpty)
      reports.append(try workshop.files(folder))
    }
    #expect(reports[0].count == 11)
    #expect(reports[0] == reports[1])
    #expect(reports[0] == reports[2])
  }

  @Test("nothing is written outside the output folder, and nothing half written stays")
  func onlyThere() throws {
    let workshop = try Workshop()
    try workshop.addFoundingCase()
    let before = try workshop.files()
    #expect(
      try workshop.mainstay("run", RunTests.baseline, "--paths", "20", "--output", "out/deep").code == 0)
    let new = try workshop.files().filter { before[$0.key] == nil }
    #expect(new.count == 11)
    #expect(new.keys.allSatisfy { $0.hasPrefix("out/deep/") && !$0.contains(".partial-") })
    #expect(try workshop.files().filter { before[$0.key] != nil } == before)
  }

  @Test("a folder of somebody else's files is refused before anything is computed")
  func foreignFolder() throws {
    let workshop = try Workshop()
    try workshop.addFoundingCase()
    try workshop.write("mine", to: "papers/letter.txt")
    let run = try workshop.mainstay("run", RunTests.baseline, "--paths", "10000000", "--output", "papers")
    #expect(run.code == 3)
    #expect(
      run.messages
        == "mainstay: error: papers: holds 1 file but no run.json of mainstay; name an empty folder with --output\n"
    )
    #expect(try workshop.files("papers").count == 1)
    #expect(try workshop.mainstay("run", RunTests.baseline, "--output", "papers/letter.txt").code == 3)
  }

  @Test("bad data exits 3 with file and line")
  func badData() throws {
    let workshop = try Workshop()
    try workshop.addFoundingCase()
    let unknown = try workshop.mainstay("run", "Scenarios/apctt/baselin.yaml")
    #expect(unknown.code == 3)
    #expect(unknown.messages.hasPrefix("Scenarios/apctt/baselin.yaml:1: error: "))
    try workshop.append(
      ",2019,india,core,received,\"1,000.00\",USD,,,a letter,\n", to: "Scenarios/apctt/contributions.csv")
    let run = try workshop.mainstay("run", RunTests.baseline)
    #expect(run.code == 3)
    #expect(run.messages.hasPrefix("Scenarios/apctt/contributions.csv:24: error: "))
    #expect(run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: workshop.folder.appendingPathComponent("Reports").path))
  }

  @Test("Ctrl-C stops within a second, exits 130 and leaves nothing")
  func interrupted() throws {
    let workshop = try Workshop()
    try workshop.addFoundingCase()
    let before = try workshop.files()
    let process = try workshop.start(["run", RunTests.baseline, "--paths", "200000"])
    Thread.sleep(forTimeInterval: 2)
    let asked = Date()
    process.interrupt()
    while process.isRunning, Date().timeIntervalSince(asked) < 10 { Thread.sleep(forTimeInterval: 0.05) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let outcome = try workshop.outcome(of: process)
    #expect(outcome.code == 130)
    #expect(outcome.messages == "mainstay: interrupted; nothing was written\n")
    #expect(try workshop.files() == before)
  }

  @Test("a reader that goes away is no error")
  func brokenPipe() throws {
    let workshop = try Workshop()
    try workshop.addFoundingCase()
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = [
      "-c", "{ \"$0\" run \(RunTests.baseline) --paths 20 2>messages; echo $? >code; } | true",
      Workshop.command.path,
    ]
    shell.currentDirectoryURL = workshop.folder
    try shell.run()
    shell.waitUntilExit()
    #expect(try workshop.text("code") == "0\n")
    #expect(try workshop.text("messages").hasPrefix("Written to Reports/apctt/baseline: "))
  }
}
