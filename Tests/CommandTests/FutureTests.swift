import Testing

@Suite("What was not known yet") struct FutureTests {
  /// Rows of the time after 4 December 2020, each of which would change the report if it were seen.
  static let future = [
    "contributors.csv": "palau,Palau,government,developing,,yes,,,a letter,2021-02-01\n",
    "contributions.csv": """
    2021-01-05,,thailand,core,received,900000,USD,,,bank statement,
    ,2019,thailand,core,received,700000,USD,,,found later,2021-06-01

    """,
    "agreements.csv":
      "late-1,china,core,2021-01-10,2021-02-01,2025-12-31,USD,5000000,no,5,signed later,\n",
    "budget.csv": "2021,core,late-line,travel,core,500000,USD,yes,0,a later plan,2021-01-15\n",
    "posts.csv": "late-post,P-5,core,2021-03-01,,250000,USD,3,50000,a later table,2021-01-15\n",
    "balances.csv": "2021-12-31,core,1,,,,,a later statement,\n",
    "exchange-rates.csv": "2020-12,INR,990,a later quote,\n",
    "expenditures.csv": ",2020,core,travel,400000,USD,a later statement,2021-03-31\n",
    "levels.csv": "bangladesh,,2021,2030,900000,USD,a later decision,2021-05-01\n",
    "in-kind.csv": "2021,india,A palace,9000000,USD,premises,a later letter,2021-05-01\n",
  ]

  @Test("rows known later change no byte, run.json included")
  func corruptedFuture() throws {
    let workshop = try Workshop()
    try workshop.addFoundingCase(as: "then/apctt")
    try workshop.addFoundingCase(as: "now/apctt")
    for (file, rows) in FutureTests.future { try workshop.append(rows, to: "now/apctt/\(file)") }
    for time in ["then", "now"] {
      let run = try workshop.mainstay(
        "run", "\(time)/apctt/host-in-rupees-and-late.yaml", "--paths", "100", "--quiet", "--output",
        "\(time)/report")
      #expect(run.code == 0, "\(run.messages)")
    }
    let report = try workshop.files("then/report")
    #expect(report.count == 11)
    #expect(try workshop.files("now/report") == report)
    let later = try workshop.mainstay(
      "run", "now/apctt/host-in-rupees-and-late.yaml", "--as-of", "2021-12-31", "--paths", "100", "--quiet",
      "--output", "later")
    #expect(later.code == 0, "\(later.messages)")
    #expect(try workshop.files("later")["statements.csv"] != report["statements.csv"])
  }
}
