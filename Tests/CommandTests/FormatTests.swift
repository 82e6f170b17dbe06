import Foundation
import Testing

@Suite("mainstay run --format") struct FormatTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.addFoundingCase()
  }

  private func run(_ formats: String, to folder: String = "out") throws -> Workshop.Outcome {
    try workshop.mainstay(
      "run", RunTests.baseline, "--paths", "20", "--horizon", "2022", "--format", formats, "--output", folder)
  }

  private func verify() throws -> Workshop.Outcome {
    try workshop.mainstay("verify", "out", "--book", "Scenarios/apctt")
  }

  @Test("what is asked for is written, what was there before is removed, and each can be verified")
  func formats() throws {
    #expect(try run("html, TEXT").code == 0)
    #expect(try Set(workshop.files("out").keys) == ["report.html", "report.txt", "fit.json", "run.json"])
    let verified = try verify()
    #expect(verified.code == 0 && verified.output.hasSuffix("all 4 files are the same\n"))
    #expect(try run("csv").code == 0)
    let names = try Set(workshop.files("out").keys)
    #expect(names.contains("datapackage.json") && names.contains("summary.csv"))
    #expect(!names.contains("report.html") && !names.contains("report.txt") && !names.contains("report.json"))
    #expect(try verify().code == 0)
  }

  @Test("a page that is not kept is held against the manifest; one that was changed is found")
  func page() throws {
    #expect(try run("text,html").code == 0)
    let page = try workshop.text("out/report.html")
    try workshop.write(page + " ", to: "out/report.html")
    let changed = try verify()
    #expect(changed.code == 3 && changed.output.contains("report.html: differs (line "))
    try FileManager.default.removeItem(at: workshop.folder.appendingPathComponent("out/report.html"))
    let gone = try verify()
    #expect(gone.code == 0)
    #expect(
      gone.output.contains("report.html: same (not kept here; made again it has the SHA-256 of run.json)\n"))
  }

  @Test("a report from before there were data packages can be verified")
  func older() throws {
    #expect(try run("text,csv").code == 0)
    try FileManager.default.removeItem(at: workshop.folder.appendingPathComponent("out/datapackage.json"))
    let manifest = try workshop.text("out/run.json")
    let entry = try #require(
      manifest.firstRange(of: #/    \{\n      "name" : "datapackage.json",\n.*\n    \},\n/#))
    try workshop.write(manifest.replacingCharacters(in: entry, with: ""), to: "out/run.json")
    let verified = try verify()
    #expect(verified.code == 0, "\(verified.output)")
    #expect(verified.output.hasSuffix("all 9 files are the same\n"))
  }

  // MARK: Under stress

  private static let battery = "Scenarios/apctt/stress-battery.yaml"

  @Test("the page tells what mainstay stress tells, from the book's own battery, which is verified")
  func stress() throws {
    try workshop.write(
      "shocks:\n  host-late: {size: 7, title: The host pays seven months late}\n", to: Self.battery)
    #expect(try run("html").code == 0)
    let stress = try workshop.mainstay(
      "stress", RunTests.baseline, "--paths", "20", "--horizon", "2022", "--output", "stress", "--format",
      "csv")
    #expect(stress.code == 0)
    let page = try workshop.text("out/report.html")
    #expect(page.contains("The host pays seven months late (host-late), 7 months."))
    let rows = try workshop.text("stress/stress.csv").split(separator: "\n").map {
      $0.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false)
    }.filter { $0[3] == "probability-of-shortfall" && $0[0] != "none" }
    #expect(rows.count > 10)
    for row in rows {
      let share = try #require(Double(row[4]))
      let percent = "\(Int((share * 1000).rounded()) / 10).\(Int((share * 1000).rounded()) % 10) %"
      let cell = #"<th scope="row" dir="auto">\#(row[0])</th><td class="n" dir="auto">\#(percent)</td>"#
      #expect(page.contains(cell), "\(row)")
    }
    #expect(try workshop.text("out/run.json").contains("stress-battery.yaml"))
    #expect(try verify().code == 0)
    try workshop.replace("size: 7", with: "size: 8", in: Self.battery)
    let changed = try verify()
    #expect(changed.code == 3 && changed.output == "stress-battery.yaml: changed since the report was made\n")
  }

  @Test("a bad battery stops what tells of it, before anything is drawn or written, and nothing else")
  func badBattery() throws {
    try workshop.write("shocks:\n  host-late: {size: 500}\n", to: Self.battery)
    let page = try run("text,html")
    #expect(page.code == 3 && page.messages.contains("stress-battery.yaml:2: error: "))
    #expect(try !workshop.files().keys.contains { $0.hasPrefix("out/") })
    #expect(try run("text,csv,json").code == 0)
    #expect(try !workshop.text("out/run.json").contains("stress-battery.yaml"))
    #expect(try verify().code == 0)
  }

  @Test("without a plan or a core fund page and workbook have nothing under stress, and no battery is read")
  func nothingToStress() throws {
    for file in ["budget.csv", "posts.csv"] {
      let head = try workshop.text("Scenarios/apctt/\(file)").prefix { $0 != "\n" }
      try workshop.write(head + "\n", to: "Scenarios/apctt/\(file)")
    }
    try workshop.write("shocks:\n  host-late: {size: 500}\n", to: Self.battery)
    for purpose in ["core", "earmarked"] {
      try workshop.replace("purpose: core", with: "purpose: \(purpose)", in: "Scenarios/apctt/centre.yaml")
      let outcome = try run("html,xlsx")
      #expect(outcome.code == 0, "\(outcome.messages)")
      let page = try workshop.text("out/report.html")
      #expect(page.contains("</html>") && !page.contains("Under stress"))
      #expect(try verify().code == 0)
    }
  }

  @Test("an unknown format is refused before anything is read, with the nearest")
  func unknown() throws {
    for (formats, message) in [
      ("htm", "did you mean 'html'? write text, csv, json, html"), ("text,,csv", "write text, csv"),
    ] {
      let outcome = try run(formats)
      #expect(outcome.code == 2)
      #expect(outcome.messages.contains(message))
    }
    #expect(try !workshop.files().keys.contains { $0.hasPrefix("out/") })
  }

  @Test("hostile text of a scenario that check accepts shows as text in the page")
  func hostile() throws {
    let question = try #require(
      workshop.text(RunTests.baseline).split(separator: "\n").first { $0.hasPrefix("question:") })
    let hostile = #"question: "<script>alert(1)</script> <img src=x onerror=alert(2)> \"' {{script}} "#
    try workshop.replace(
      String(question), with: hostile + String(repeating: "long ", count: 2000) + "\"", in: RunTests.baseline)
    #expect(try workshop.mainstay("check", "Scenarios/apctt").code == 0)
    #expect(try run("text,html,json").code == 0)
    let page = try workshop.text("out/report.html")
    #expect(
      page.contains(
        "&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(2)&gt; &quot;&#39; {{script}} long"
      ))
    #expect(!page.contains("<script>alert") && !page.contains("<img"))
    #expect(page.components(separatedBy: "<script>").count == 2)
  }
}
