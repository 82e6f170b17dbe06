import Budgeting
import Finance
import Giving
import Outlook
import Records
import Scenarios
import TestSupport
import Testing

@Suite("timeline, currencies and notes of an outlook")
struct NoteTests {
  private func texts(_ builder: BookBuilder, _ scenario: Scenario = .sample()) throws -> [String] {
    try resolve(builder, scenario).notes.map(\.text)
  }

  @Test("the projection begins after the latest balance, without one after the as-of date")
  func start() throws {
    #expect(try resolve(founding(), .sample()).timeline.first == Month(year: 2021, month: 1))
    var bare = BookBuilder()
    bare.fund("core")
    bare.contributor("host")
    let assumptions = try resolve(bare, .sample(asOf: "2021-05-10"))
    #expect(assumptions.timeline.first == Month(year: 2021, month: 6))
    #expect(assumptions.horizon.seenThrough == -1 && assumptions.indicative)
    #expect(assumptions.horizon.yearStarts == [-5, 7, 19])
    #expect(throws: OutlookError.self) { try resolve(founding(), .sample(horizon: 2020)) }
  }

  @Test(
    "all funds begin together, after the last month each has a balance of; a closed fund is not waited for")
  func together() throws {
    var builder = founding()
    builder.fund("second")
    builder.fund("closed")
    builder.balance("2020-06-30", fund: "second", cash: 10)
    builder.balance("2018-12-31", fund: "closed", cash: 0)
    #expect(throws: OutlookError.self) { try resolve(builder, .sample()) }
    builder.balance("2020-06-30", cash: 500_000)
    let assumptions = try resolve(builder, .sample())
    #expect(assumptions.timeline.first == Month(year: 2020, month: 7))
    #expect(assumptions.funds.map(\.openingCash) == [50_000_000, 1000, 0])
    #expect(
      assumptions.notes.map(\.text).contains("Opening cash of fund core on 2020-06-30: 500,000.00."))
  }

  @Test("under another budget currency the dollar moves by that currency's own history")
  func dollar() throws {
    var builder = founding()
    let euro = try #require(Currency(code: "EUR"))
    builder.currency = euro
    builder.agreement(
      "dollars", by: "bo", from: "2021-01-01", to: "2021-12-31", amount: 9, currency: .usd, .equal(1),
      signed: "2020-12-01")
    for year in 2018...2020 {
      for month in 1...12 { builder.quote("EUR", "\(year)-\(month < 10 ? "0" : "")\(month)", 0.9) }
    }
    let note = try #require(
      try resolve(builder, .sample()).notes.first { $0.text.hasPrefix("USD moves by") })
    #expect(note.source.hasPrefix("36 months of exchange-rates.csv"))
  }

  @Test("fiscal years from April: year starts, instalments and fixed gifts fall in the right months")
  func april() throws {
    var builder = founding()
    builder.fiscalYearStart = 4
    let assumptions = try resolve(
      builder, .sample(horizon: 2022, changes: [.set("ada", 2021...2021, 9, month: 2)]))
    #expect(assumptions.timeline.years.map(\.year) == [2020, 2021, 2022])
    #expect(assumptions.horizon.yearStarts == [-9, 3, 15])
    #expect(assumptions.horizon.firstYear == 2020)
    #expect(assumptions.plan("ada")?.fixed.map { $0?.due } == [nil, 4, nil])
    // The plan of the year from April 2020 is not in the book; its last three months cost the post alone.
    #expect(assumptions.planned()["travel"] == [0, 6_000_000, 6_000_000])
    #expect(assumptions.planned()["head"] == [3_000_000, 12_000_000, 12_000_000])
  }

  @Test("deviation from a currency's own history where it is long, else as stated or assumed")
  func volatility() throws {
    var builder = founding()
    let rupee = try #require(Currency(code: "INR"))
    let changes: [Change.Kind] = [.pay("host", in: rupee)]
    for month in 1...12 { builder.quote("INR", "2020-\(month < 10 ? "0" : "")\(month)", 70) }
    let assumed = try resolve(builder, .sample(changes: changes)).exchange
    #expect(abs(assumed.monthlyDeviation[1] * 12.0.squareRoot() - 0.10) < 1e-12)
    var named = NamedAssumptions()
    named.exchangeVolatility = Rate(basisPoints: 2000)
    let stated = try resolve(builder, .sample(assumptions: named, changes: changes)).exchange
    #expect(abs(stated.monthlyDeviation[1] * 12.0.squareRoot() - 0.20) < 1e-12)
    for month in 1...12 {
      builder.quote("INR", "2019-\(month < 10 ? "0" : "")\(month)", month % 2 == 0 ? 70 : 77)
    }
    let known = try resolve(builder, .sample(changes: changes)).exchange
    // Twelve changes of ln 1.1 up or down among 23; their mean is ln 1.1 / 23.
    let step = 0.0953101798043249
    let mean = step / 23
    let squares = 11 * step * step - 23 * mean * mean
    #expect(abs(known.monthlyDeviation[1] - (squares / 22).squareRoot()) < 1e-12)
  }

  @Test("every assumption has its note")
  func notes() throws {
    var builder = founding()
    builder.rule("extrabudgetary-share > 0.5", assumption: "primarily means more than half")
    builder.agreement("old", by: "bo", from: "2012-01-01", to: "2015-12-31", amount: 4, .equal(4))
    builder.agreement("now", by: "bo", from: "2019-01-01", to: "2021-12-31", amount: 3, .equal(3))
    builder.quote("INR", "2020-12", 75)
    let rupee = try #require(Currency(code: "INR"))
    var named = NamedAssumptions()
    named.planGrowth = Rate(basisPoints: 250)
    named.renewalProbability = Rate(basisPoints: 4000)
    named.renewalTerm = 2
    named.onTimeProbability = Rate(basisPoints: 8000)
    named.defaultProbability = Rate(basisPoints: 150)
    named.interest = Rate(basisPoints: 100)
    let notes = try texts(
      builder, .sample(assumptions: named, changes: [.pay("host", in: rupee)]))
    for expected in [
      "Opening cash of fund core on 2020-12-31: 400,000.00.",
      "After 2022 the plan of fund core is that of 2022, growing by 2.5 % a year.",
      "What is believed about giving before the ledger is read: prior plain.",
      "An instalment is never paid with probability 1.5 %.",
      "An instalment is paid in the month it is due with probability 80 %.",
      "The agreement of bo with fund core ends in 2021: renewed in 2022 with probability 40 %, for 2 years.",
      "A gift by habit may come in any month of its year, each as likely before the ledger is read.",
      "INR moves by 10 % a year (one standard deviation).",
      "Operating reserve: 15 % of the next year's approved plan.",
      "Commitments open on the first day are paid over 3 months.",
      "Positive balances earn 1 % a year, paid by month.",
      "RULE/1: primarily means more than half.",
    ] {
      #expect(notes.contains(expected), "\(expected)")
    }
    #expect(notes.filter { $0.contains("renewed in") }.count == 1)
    #expect(!(try resolve(founding(), .sample()).indicative))
  }

  @Test("assumed lines make a result indicative, a fund without balance or plan is said to be so")
  func indicative() throws {
    var builder = founding()
    builder.fund("project", purpose: .earmarked)
    builder.line("more", .supplies, 2021, 5, assumed: true)
    let assumptions = try resolve(builder, .sample())
    #expect(assumptions.indicative)
    let notes = assumptions.notes.map(\.text)
    #expect(notes.contains("Opening cash of fund project: 0.00, for want of a balance."))
    #expect(notes.contains("Fund project has no plan: nothing is spent."))
    #expect(notes.contains { $0.hasPrefix("Plan of fund core:") && $0.contains("assumed lines") })
  }

  @Test("every change of a scenario is told in words")
  func changes() throws {
    let changes: [Change.Kind] = [
      .set("host", 2021...2099, 400_000), .collect(percent: 50, 2021...2022), .keep("host", 2021...2021),
      .late("host", months: 6, 2021...2023), .add(2, .sample("new", from: "2021-07-01", yearly: 180_000)),
      .endInKind(from: 2022), .scale(percent: -10, 2022...2023, line: "travel"),
    ]
    let notes = try texts(founding(), .sample(changes: changes)).prefix(changes.count)
    #expect(
      notes.map { String($0.dropFirst("The scenario changes: ".count)) } == [
        "host gives fund core USD 400,000.00 a year in 2021-2023.",
        "50 % of the recommended levels is given to fund core in 2021-2022.",
        "agreements of host are paid in full and on time in 2021.",
        "what host pays in 2021-2023 comes 6 months late.",
        "posts are added to fund core: 2 x P-3 from 2021-07-01, USD 180,000.00 a year each.",
        "in-kind support ends in 2022, and the lines it replaces are paid for at its last value.",
        "the plan, line travel, moves by -10 % in 2022-2023.",
      ])
  }
}
