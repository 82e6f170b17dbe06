import Foundation
import Testing

@Suite("mainstay run of a scenario with a sweep") struct SweepTests {
  private static let scenario = "Scenarios/apctt/swept.yaml"
  private static let report = "Reports/apctt/swept"
  private static let text = """
    title: Swept
    extends: baseline
    horizon: 2022
    sweep:
      paths: 16
      levers:
        - {vary: plan-growth, values: [0%, 2.5%]}
        - {vary: renewal-term, from: 1, to: 5, step: 4}

    """
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.addFoundingCase()
    try workshop.write(SweepTests.text, to: SweepTests.scenario)
  }

  @Test("writes sweep.csv, lists it, makes it again to the byte; a run without its sweep takes it away")
  func written() throws {
    let run = try workshop.mainstay("run", SweepTests.scenario, "--paths", "24", "--threads", "2")
    #expect(run.code == 0)
    #expect(run.output.contains("\nWHAT EACH VALUE WOULD CHANGE\n"))
    #expect(run.messages.contains(" sweep.csv, datapackage.json, report.json, fit.json, run.json\n"))
    let rows = try workshop.text(SweepTests.report + "/sweep.csv").split(separator: "\n")
    #expect(rows.count == 1 + 4 * 2 * 2 * 18)
    #expect(
      rows.contains {
        $0.hasPrefix("plan-growth,0.0250,renewal-term,5,2022,core,shortfall,probability,mcse,")
      })
    #expect(try workshop.text(SweepTests.report + "/run.json").contains("\"name\" : \"sweep.csv\""))
    let verify = try workshop.mainstay("verify", SweepTests.report, "--threads", "1")
    #expect(verify.code == 0 && verify.output.contains("\nsweep.csv: same\n"))
    try workshop.replace(",0.0250,", with: ",0.0251,", in: SweepTests.report + "/sweep.csv")
    #expect(try workshop.mainstay("verify", SweepTests.report).output.contains("\nsweep.csv: differs (line "))
    try workshop.write("title: Swept\nextends: baseline\n", to: SweepTests.scenario)
    #expect(try workshop.mainstay("run", SweepTests.scenario, "--paths", "8", "--quiet").code == 0)
    #expect(try workshop.files(SweepTests.report)["sweep.csv"] == nil)
  }

  @Test("check and run tell what is wrong with file and line")
  func refused() throws {
    try workshop.replace("values: [0%, 2.5%]", with: "values: [0%, 250%]", in: SweepTests.scenario)
    for verb in ["check", "run"] {
      let outcome = try workshop.mainstay(verb, SweepTests.scenario)
      #expect(outcome.code == 3)
      #expect(
        (outcome.output + outcome.messages).contains(
          "Scenarios/apctt/swept.yaml:7: error: plan-growth 250 % is outside -50 % to 100 %; write a rate within them\n"
        ))
    }
  }
}
