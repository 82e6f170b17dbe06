import Testing

@Suite("mainstay init, check, fit, explain") struct BookVerbTests {
  @Test("init refuses a folder with files and leaves them alone")
  func initRefuses() throws {
    let workshop = try Workshop()
    try workshop.write("mine", to: "my-centre/letter.txt")
    let made = try workshop.mainstay("init", "my-centre")
    #expect(made.code == 3)
    #expect(made.messages == "mainstay: error: my-centre: is not empty (1 file); name a new folder\n")
    #expect(try workshop.files().count == 1)
    #expect(try workshop.mainstay("init", "Our Centre", "--id", "our-centre").code == 0)
    #expect(try workshop.text("Our Centre/centre.yaml").contains("\ncentre: our-centre\n"))
  }

  @Test("check prints every problem of the book and its scenarios at once, each once")
  func check() throws {
    let workshop = try Workshop()
    #expect(try workshop.mainstay("init", "book").code == 0)
    try workshop.replace("horizon: 2029", with: "horizn: 2029", in: "book/baseline.yaml")
    try workshop.write("title: Less\nextends: baseline\n", to: "book/less.yaml")
    try workshop.replace(",250000,", with: ",\"250,000\",", in: "book/contributions.csv")
    let check = try workshop.mainstay("check", "book")
    #expect(check.code == 3)
    #expect(check.messages.isEmpty)
    let lines = check.output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("book/contributions.csv:2: error: ") } == 1)
    #expect(lines.count { $0.contains("did you mean 'horizon'") } == 1)
    #expect(lines.last?.contains(" errors, ") == true)
    let nowhere = try workshop.mainstay("check", "nowhere")
    #expect(nowhere.code == 3)
    #expect(nowhere.output.hasPrefix("nowhere:1: error: there is no such folder; "))
  }

  @Test("check of a scenario file holds it against its book")
  func checkScenario() throws {
    let workshop = try Workshop()
    #expect(try workshop.mainstay("init", "book").code == 0)
    try workshop.write(
      "title: Less\nextends: baseline\nchanges:\n  - pay-late: {contributor: palau, months: 2, from: 2026, to: 2027}\n",
      to: "book/less.yaml")
    let check = try workshop.mainstay("check", "book/less.yaml")
    #expect(check.code == 3)
    #expect(check.output.hasPrefix("book/less.yaml:4: error: "))
    #expect(try workshop.mainstay("check", "book/baseline.yaml").code == 0)
  }

  @Test("fit prints a table of at most 96 columns, or fit.json as a run writes it")
  func fit() throws {
    let workshop = try Workshop()
    try workshop.addFoundingCase()
    let table = try workshop.mainstay("fit", RunTests.baseline)
    #expect(table.code == 0)
    #expect(table.output.split(separator: "\n").allSatisfy { $0.count <= 96 })
    let thailand = try #require(table.output.split(separator: "\n").first { $0.hasPrefix("Thailand") })
    #expect(thailand.contains("3/3") && thailand.contains("100 %") && thailand.contains("gave 3 years"))
    let byDate = try workshop.mainstay("fit", "Scenarios/apctt", "--as-of", "2020-12-04")
    #expect(byDate.output == table.output)
    let json = try workshop.mainstay("fit", RunTests.baseline, "--format", "json")
    #expect(try workshop.mainstay("run", RunTests.baseline, "--paths", "20", "--quiet").code == 0)
    #expect(json.output == (try workshop.text("Reports/apctt/baseline/fit.json")))
  }

  @Test("explain knows indicators and terms by any spelling of their name")
  func explain() throws {
    let workshop = try Workshop()
    let share = try workshop.mainstay("explain", "Host", "share")
    #expect(share.code == 0)
    #expect(share.output.contains("\nFormula     host-receipts / core-receipts\n"))
    #expect(try workshop.mainstay("explain", "agreement").code == 0)
    let list = try workshop.mainstay("explain")
    #expect(list.code == 0)
    #expect(list.output.contains("\n  host-share "))
  }
}
