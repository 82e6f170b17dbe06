import Testing

@testable import Mainstay

@Suite("Calibrating") struct CalibrationJobTests {
  /// Forty contributors to two funds, 2017 to 2020.
  static let table: String = {
    var text = "contributor,fund,year,amount\n"
    for giver in 0..<40 {
      for year in 2017...2020 where giver % 3 == 0 || (year + giver) % 3 != 0 {
        text +=
          "c\(giver),\(giver < 20 ? "OTB" : "ABC"),\(year),\(1000 * (giver + 1) + 100 * (year - 2017))\n"
      }
    }
    return text
  }()

  static func job(
    _ text: String = table, until: Int? = nil, without: [String] = [], name: String? = nil,
    source: String? = nil
  ) throws -> CalibrationJob {
    try CalibrationJob(
      file: PanelFile(bytes: Array(text.utf8), name: "some/UN funds.csv"), until: until, without: without,
      name: name, source: source)
  }

  @Test("leaves out funds and later years, as if they had never been written")
  func leftOut() throws {
    let all = try CalibrationJobTests.job(until: 2019, without: ["OTB"]).run().prior
    #expect(all.name == "un-funds-2019" && all.dataYear == 2019)
    #expect(all.panel?.funds == ["ABC"] && all.panel?.lastYear == 2019)
    let lines = CalibrationJobTests.table.split(separator: "\n")
    let kept = lines.filter { !$0.contains(",OTB,") && !$0.contains(",2020,") }
    let alone = try CalibrationJobTests.job(kept.joined(separator: "\n") + "\n").run().prior
    #expect(try JSONText.write(all) == JSONText.write(alone))
  }

  @Test("the summary is readable within 96 columns and holds no figure that is not one")
  func summary() throws {
    let text = try CalibrationJobTests.job().run().text
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 96 })
    #expect(text.hasPrefix("un-funds-2020: fitted to some/UN funds.csv, 2017 to 2020\n"))
    #expect(text.contains("gave 1 year in a row ") && text.contains("missed 4 years or more"))
    #expect(!text.contains("nan") && !text.contains("inf "))
  }

  static let misuse: [(until: Int?, without: [String], name: String?, source: String?, message: String)] = [
    (nil, ["OTC"], nil, nil, "--without: the panel has no fund 'OTC'; did you mean 'OTB'?"),
    (nil, [""], nil, nil, "--without names no fund; write codes with commas between, such as OTB,BKT"),
    (nil, ["ABC", "OTB"], nil, nil, "--without leaves no fund of some/UN funds.csv; leave fewer out"),
    (
      2016, [], nil, nil,
      "--until 2016 leaves no year: the panel begins in 2017; name a year from 2018"
    ),
    (
      2017, [], nil, nil,
      "the panel holds 2017 alone; at least two years are needed, to see who gives again"
    ),
    (
      2024, [], nil, nil,
      "--until 2024: the panel ends in 2020; name a year up to 2020, or leave --until out"
    ),
    (nil, [], "My set", nil, "--name 'My set': write small letters, digits and hyphens, at most 64"),
    (
      nil, [], nil, "=1+1",
      "--source begins with '=', which spreadsheets take for a formula; begin with a letter"
    ),
    (
      nil, [], nil, "a\u{1B}b",
      "--source holds a line break or a control character; write it on one line"
    ),
  ]

  @Test("what cannot be done is said with the way out", arguments: misuse.indices)
  func refusals(_ index: Int) throws {
    let (until, without, name, source, message) = CalibrationJobTests.misuse[index]
    let error = #expect(throws: UsageError.self) {
      try CalibrationJobTests.job(until: until, without: without, name: name, source: source)
    }
    #expect(error?.description == message)
  }

  @Test("a panel that shows next to nothing is no reference class")
  func nothing() throws {
    let error = #expect(throws: UsageError.self) {
      try CalibrationJobTests.job("contributor,fund,year,amount\nA,x,2019,5\nA,x,2020,5\n").run()
    }
    #expect(
      error?.description
        == "the panel shows 1 year after a gift, and a reference class needs 20 or more; add contributors or years"
    )
  }

  @Test(
    "a panel too small to say anything is fitted or refused, never worse",
    arguments: [
      "A,x,2019,5\nA,x,2020,5\n", "A,x,2019,5\nA,x,2020,6\n", "A,x,2019,5\nB,x,2020,6\n",
      "A,x,2019,-5\nA,x,2020,6\n", "A,x,2019,5\nB,y,2020,6\nB,y,2021,0\n", "A,x,2019,1e15\nA,x,2020,0.01\n",
    ])
  func small(rows: String) throws {
    do {
      let prior = try CalibrationJobTests.job("contributor,fund,year,amount\n" + rows).run().prior
      #expect(prior.fault == nil, "\(prior.fault ?? "")")
    } catch {
      #expect(Failure(error) == .usage || Failure(error) == .numerical, "\(error)")
    }
  }
}

@Suite("A prior of a run's own") struct PriorFileTests {
  private static func file(_ edit: (String) -> String = { $0 }) throws -> PriorFile {
    let report = try CalibrationJobTests.job().run()
    return try PriorFile(bytes: Array(edit(report.json()).utf8), path: "p.json")
  }

  @Test("is read as it was written, to the last bit")
  func roundTrip() throws {
    let report = try CalibrationJobTests.job().run()
    #expect(try PriorFile(bytes: Array(report.json().utf8), path: "p.json").prior == report.prior)
  }

  @Test("is written beside its place, over its like and nothing else")
  func writing() throws {
    let folder = try TemporaryFolder()
    let report = try CalibrationJobTests.job().run()
    try report.write(to: folder.path("sets/a.json"))
    try report.write(to: folder.path("sets/a.json"))
    #expect(try folder.names("sets") == ["a.json"])
    #expect(try folder.text("sets/a.json") == report.json())
    try folder.write("mine\n", to: "notes.txt")
    #expect(throws: FolderError.self) { try report.write(to: folder.path("notes.txt")) }
    #expect(throws: FolderError.self) { try report.write(to: folder.path("sets")) }
    #expect(try folder.text("notes.txt") == "mine\n")
  }

  @Test(
    "files that are not to be trusted are refused",
    arguments: [
      ("{", "x"), ("\"un-funds-2020\"", "\"../x\""), ("\"log_streak\"", "\"log_strike\""),
      ("\"renewalTerm\" : 5", "\"renewalTerm\" : 0"), ("\"dataYear\" : 2020", "\"dataYear\" : 2019"),
      ("\"renewalProbability\" : 0.6", "\"renewalProbability\" : 1e400"), ("fitted by", "=fitted by"),
    ])
  func distrust(old: String, new: String) throws {
    let error = #expect(throws: WorkbenchError.self) {
      try PriorFileTests.file { text in
        guard let range = text.firstRange(of: old) else { return text }
        return text.replacingCharacters(range, with: new)
      }
    }
    let message = error.map { Failure.message($0) } ?? ""
    #expect(
      message.hasPrefix("p.json:1: error: ") && message.hasSuffix("with mainstay calibrate"), "\(message)")
    #expect(error.map { Failure($0) } == .badData)
  }

  @Test("knows neither what came after the run's date nor the book's own fund")
  func refusals() throws {
    let prior = try PriorFileTests.file()
    let folder = try TemporaryFolder()
    let book = try ReferenceClassTests.book(folder)
    let day = try #require(CalendarDate(iso: "2020-12-30"))
    let early = #expect(throws: PriorError.self) {
      try ReferenceClasses.prior(of: prior, for: book, asOf: day)
    }
    #expect(
      early?.description == "p.json: the prior 'un-funds-2020' rests on data up to 2020-12-31, and the run "
        + "knows nothing after 2020-12-30; fit one with mainstay calibrate --until 2019, or leave --prior out"
    )
    let over = try #require(CalendarDate(iso: "2020-12-31"))
    #expect(try ReferenceClasses.prior(of: prior, for: book, asOf: over) == prior.prior)
    let own = try ReferenceClassTests.book(try TemporaryFolder(), id: "otb")
    let fund = #expect(throws: PriorError.self) {
      try ReferenceClasses.prior(of: prior, for: own, asOf: over)
    }
    #expect(
      fund?.description == "p.json: the prior 'un-funds-2020' was fitted on OTB, which this book is about; "
        + "fit one with mainstay calibrate --without 'OTB', or leave --prior out")
    #expect(fund.map { Failure($0) } == .badData)
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
