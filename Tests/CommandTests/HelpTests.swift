import Foundation
import Testing

@Suite("Help") struct HelpTests {
  @Test(
    "help of every verb begins with examples",
    arguments: [
      "", "init", "check", "run", "compare", "brief", "sensitivity", "fit", "verify", "simulate", "merge",
      "assess",
      "backtest", "calibrate",
      "regress",
      "certify", "explain",
    ])
  func examples(verb: String) throws {
    let workshop = try Workshop()
    let help = try verb.isEmpty ? workshop.mainstay("--help") : workshop.mainstay(verb, "--help")
    #expect(help.code == 0)
    #expect(help.messages.isEmpty)
    let examples = try #require(help.output.range(of: "EXAMPLES:\n  mainstay \(verb)"))
    let usage = try #require(help.output.range(of: "\nUSAGE:"))
    #expect(examples.lowerBound < usage.lowerBound)
  }

  @Test(
    "every line of the examples fits a terminal",
    arguments: [
      "init", "check", "run", "compare", "brief", "sensitivity", "fit", "verify", "simulate", "merge",
      "assess",
      "backtest", "calibrate",
      "regress",
      "certify", "explain",
    ])
  func width(verb: String) throws {
    let lines = try Workshop().mainstay(verb, "--help").output.split(separator: "\n")
    let examples = lines.drop { !$0.hasPrefix("EXAMPLES") }.dropFirst().prefix { $0.hasPrefix("  ") }
    #expect(!examples.isEmpty)
    #expect(examples.allSatisfy { $0.hasPrefix("  mainstay \(verb)") && $0.count <= 80 })
  }

  @Test("the version is printed alone")
  func version() throws {
    let version = try Workshop().mainstay("--version")
    #expect(version.code == 0)
    #expect(version.output.split(separator: ".").count == 3)
  }

  @Test("completions are there for shells")
  func completions() throws {
    let script = try Workshop().mainstay("--generate-completion-script", "bash")
    #expect(script.code == 0)
    #expect(script.output.contains("verify"))
  }

  @Test(
    "wrong use exits 2 and says what is right",
    arguments: [
      (["bogus"], "Unexpected argument 'bogus'"),
      (["run"], "Missing expected argument '<scenario>'"),
      (["run", "a.yaml", "--paths", "many"], "'many' is invalid for '--paths <number>'"),
      (["run", "a.yaml", "--bogus"], "Unknown option '--bogus'"),
      (["run", "a.yaml", "--threads", "0"], "--threads 0 is not a number from 1 to 1024"),
      (["run", "a.yaml", "--as-of", "2020-13-01"], "not a day of the calendar; write it as 2020-12-04"),
      (["fit", "a-book"], "a book's folder needs --as-of"),
      (["explain", "host-shre"], "did you mean 'host-share'?"),
      (["init", "My_Centre"], "name one with --id"),
    ])
  func usage(arguments: [String], message: String) throws {
    let workshop = try Workshop()
    let process = try workshop.start(arguments)
    process.waitUntilExit()
    let outcome = try workshop.outcome(of: process)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("mainstay: error: "))
    #expect(outcome.messages.contains(message))
    #expect(try workshop.files().isEmpty)
  }
}
