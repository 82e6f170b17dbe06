import Foundation
import Testing

@Suite("mainstay backtest") struct BacktestVerbTests {
  static let table = """
    contributor,fund,year,amount
    A,x,2018,3000
    A,x,2019,5000
    A,x,2020,5000
    B,x,2018,10000
    B,x,2020,250
    C,y,2019,4000
    C,y,2020,4000
    C,y,2021,8000

    """

  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(BacktestVerbTests.table, to: "p.csv")
    return workshop
  }

  @Test("the table goes to standard output, files only where --output says")
  func output() throws {
    let workshop = try workshop()
    let plain = try workshop.mainstay("backtest", "p.csv", "--models", "all")
    #expect(plain.code == 0 && plain.messages.isEmpty)
    #expect(plain.output.hasPrefix("Backtest of p.csv: 8 rows, 2018 to 2021\n"))
    #expect(try workshop.files().count == 1)
    let written = try workshop.mainstay("backtest", "p.csv", "--output", "out", "--threads", "1")
    #expect(written.output == plain.output)
    #expect(written.messages == "Written to out: forecasts.csv, scores.csv, run.json\n")
    let before = try workshop.files("out")
    #expect(before.keys.sorted() == ["forecasts.csv", "run.json", "scores.csv"])
    let quiet = try workshop.mainstay("backtest", "p.csv", "--output", "out", "--quiet")
    #expect(quiet.code == 0 && quiet.output.isEmpty && quiet.messages.isEmpty)
    #expect(try workshop.files("out") == before)
  }

  @Test("a panel may come from standard input and learn from another")
  func input() throws {
    let workshop = try workshop()
    let none = try workshop.mainstay("backtest", "-")
    #expect(none.code == 3 && none.messages.hasPrefix("standard input:1: error: the file is empty"))
    let both = try workshop.mainstay("backtest", "-", "--train-on", "-")
    #expect(both.code == 2)
    let other = try workshop.mainstay("backtest", "p.csv", "--train-on", "p.csv")
    #expect(other.output.contains("What models share was learned from p.csv.\n"))
  }

  static let misuse: [(arguments: [String], code: Int32, message: String)] = [
    (["none.csv"], 3, "none.csv:1: error: there is no such file; check the path"),
    (
      ["p.csv", "--origins", "2025"], 2, "origin 2025 lies outside of the data, which reach from 2018 to 2021"
    ),
    (["p.csv", "--origins", "2021"], 2, "origin 2021: no year follows it, the data end in 2021"),
    (["p.csv", "--origins", "20,21"], 2, "'20' is not a year; write years with commas between"),
    (["p.csv", "--horizon", "0"], 2, "the horizon is 0; write a number of years from 1 to 30"),
    (["p.csv", "--models", "nonsense"], 2, "there is no model 'nonsense'; models: all, "),
    (["p.csv", "--empty-years", "none"], 2, "write zero, unknown"),
    (["p.csv", "--output", "."], 3, ".: holds 2 files but no run.json of a backtest"),
    (["bad.csv"], 3, "bad.csv:2: error: amount 'much' is not a plain decimal number"),
  ]

  @Test("wrong use exits 2, bad data 3, and nothing is written", arguments: misuse.indices)
  func refusals(_ index: Int) throws {
    let (arguments, code, message) = BacktestVerbTests.misuse[index]
    let workshop = try workshop()
    try workshop.write("contributor,fund,year,amount\nA,x,2020,much\n", to: "bad.csv")
    let process = try workshop.start(["backtest"] + arguments)
    process.waitUntilExit()
    let outcome = try workshop.outcome(of: process)
    #expect(outcome.code == code)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(try workshop.files().count == 2)
  }
}
