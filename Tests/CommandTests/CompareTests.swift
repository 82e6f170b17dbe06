import Foundation
import Testing

@Suite("mainstay compare") struct CompareTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.addFoundingCase()
  }

  private func compare(_ names: String..., options: [String] = []) throws -> Workshop.Outcome {
    let process = try workshop.start(
      ["compare"] + names.map { "Scenarios/apctt/\($0).yaml" } + ["--paths", "200"] + options)
    process.waitUntilExit()
    return try workshop.outcome(of: process)
  }

  private func rows(_ path: String) throws -> [[String: String]] {
    let lines = try workshop.text(path).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { row in Dictionary(uniqueKeysWithValues: zip(lines[0], row)) }
  }

  @Test("the answer, what differs with file and line, and the parts; nothing is written unasked")
  func text() throws {
    let outcome = try compare("baseline", "host-at-400k")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("\nTHE ANSWER\n"))
    #expect(outcome.output.contains("(Scenarios/apctt/host-at-400k.yaml:7)"))
    let words = outcome.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("All of it comes from set-contribution india core."))
    #expect(try workshop.files("").keys.allSatisfy { $0.hasPrefix("Scenarios/") })
  }

  @Test("tables add up: parts to differences, for amounts and futures")
  func files() throws {
    let outcome = try compare("baseline", "rupee-and-levels", "two-more-posts", options: ["--output", "out"])
    #expect(outcome.code == 0)
    let figures = try rows("out/comparison.csv")
    let parts = try rows("out/attribution.csv")
    #expect(Set(figures.compactMap { $0["second"] }) == ["rupee-and-levels", "two-more-posts"])
    let keys = ["first", "second", "year", "fund", "measure", "statistic", "unit"]
    var sums: [[String?]: Decimal] = [:]
    for part in parts {
      sums[keys.map { part[$0] }, default: 0] += Decimal(string: part["part"] ?? "") ?? .nan
    }
    #expect(sums.count > 20)
    for figure in figures {
      guard let sum = sums[keys.map { figure[$0] }] else { continue }
      #expect(sum == Decimal(string: figure["difference"] ?? ""))
    }
  }

  @Test("the same bytes on any number of threads, and csv on standard output")
  func bytes() throws {
    let one = try compare("baseline", "half-collected", options: ["--format", "csv", "--threads", "1"])
    let two = try compare("baseline", "half-collected", options: ["--format", "csv", "--threads", "2"])
    #expect(one.code == 0 && one.output == two.output)
    #expect(one.output.hasPrefix("first,second,year,fund,measure,statistic,unit,a,b,difference,mcse\n"))
  }

  @Test("a scenario against itself says that nothing differs")
  func itself() throws {
    let outcome = try compare("baseline", "baseline")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Nothing differs between the two"))
  }

  @Test("scenarios of other horizons, seeds and dates are aligned, and it is said")
  func aligned() throws {
    try workshop.write(
      "title: Other\nextends: baseline\nhorizon: 2023\nseed: 9\nas_of: 2021-06-30\n",
      to: "Scenarios/apctt/other.yaml")
    let outcome = try compare("baseline", "other")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("the earliest horizon (baseline to 2025, other to 2023)"))
    #expect(outcome.output.contains("Both are drawn with seed 1, that of baseline; other has 9."))
    #expect(outcome.output.contains("- what became known: in baseline what was known on 2020-12-04"))
    #expect(outcome.output.split { $0.isWhitespace }.joined(separator: " ").contains("counted from 2021 on."))
  }

  @Test("one scenario, another book, a folder of other people: refused with the way out")
  func refused() throws {
    let one = try compare("baseline")
    #expect(one.code == 2 && one.messages.contains("name two at least"))
    try workshop.addFoundingCase(as: "Scenarios/other")
    let books = try workshop.mainstay(
      "compare", "Scenarios/apctt/baseline.yaml", "Scenarios/other/baseline.yaml")
    #expect(books.code == 2 && books.messages.contains("name scenarios of one folder"))
    try workshop.write("mine", to: "full/notes.txt")
    let folder = try compare("baseline", "host-at-400k", options: ["--output", "full"])
    #expect(folder.code == 3 && folder.messages.contains("holds other files than pages of ours"))
    #expect(try workshop.files("full").count == 1)
    let near = try compare("baseline", "host-at-40k")
    #expect(near.code == 3 && near.messages.contains("did you mean 'host-at-400k'?"))
  }
}

@Suite("mainstay sensitivity") struct SensitivityTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.addFoundingCase()
  }

  @Test("the tornado and the shares of chance, printed and written")
  func written() throws {
    let outcome = try workshop.mainstay(
      "sensitivity", "Scenarios/apctt/baseline.yaml", "--paths", "100", "--output", "out")
    #expect(outcome.code == 0)
    for heading in ["THE ANSWER", "EACH DRIVER BY ITSELF", "FROM WHICH DRAWS THE SPREAD COMES"] {
      #expect(outcome.output.contains("\n\(heading)\n"))
    }
    let tornado = try workshop.text("out/tornado.csv")
    #expect(tornado.hasPrefix("measure,driver,point,setting,value,mcse,base,source\n"))
    #expect(tornado.contains("P(shortfall by 2025),plan-size,q10,plan -10 %,"))
    #expect(
      try workshop.text("out/sobol.csv").contains("core,closing-cash,2025,common year effect,first-order,"))
    let again = try workshop.mainstay(
      "sensitivity", "Scenarios/apctt/baseline.yaml", "--paths", "100", "--threads", "1", "--format", "csv")
    #expect(again.output.hasPrefix(tornado))
  }

  @Test("a measure that is not understood exits 2 with its column and the nearest name")
  func refused() throws {
    let outcome = try workshop.mainstay(
      "sensitivity", "Scenarios/apctt/baseline.yaml", "--measure", "P(shortfal by 2025)")
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains("did you mean 'shortfall'?"))
  }
}
