import Testing

@testable import Mainstay

@Suite("Shipped reference classes") struct ReferenceClassTests {
  static let sets = ReferenceClasses.all

  @Test("there is one for each data year, trust funds from 2019 on, the system from 2015 on")
  func years() {
    let names = (2019...2023).map { "un-trust-funds-\($0)" } + (2015...2023).map { "un-system-\($0)" }
    #expect(ReferenceClassTests.sets.map(\.name).sorted() == names.sorted())
  }

  @Test(
    "each is of its name and year, can be drawn from, and knows nothing of the books here",
    arguments: ReferenceClassTests.sets.indices)
  func sound(_ index: Int) throws {
    let shipped = ReferenceClassTests.sets[index]
    let prior = try shipped.prior()
    #expect(prior.name == shipped.name && prior.dataYear == shipped.dataYear)
    #expect(prior.name.hasSuffix("-\(shipped.dataYear)"))
    // Positive definite covariances are part of it.
    #expect(prior.fault == nil, "\(prior.fault ?? "")")
    let panel = try #require(prior.panel)
    #expect(panel.lastYear == shipped.dataYear)
    #expect(panel.funds.count >= 15 && panel.gifts > 1000)
    #expect(!["OTB", "BKT", "UN"].contains { panel.funds.contains($0) })
    #expect(prior.source.contains("commit af72496b") && PriorName.fault(ofSource: prior.source) == nil)
    // Written again they are the same figures to the last bit.
    #expect(try JSONText.read(GivingPrior.self, from: JSONText.write(prior)) == prior)
    // What anybody may check: who gave is likelier to give again than who missed is to return.
    #expect(prior.behaviour.renewals.mean > 0.6 && prior.behaviour.returns.mean < 0.5)
  }

  /// A change is drawn by u to the usual gift and by b to the one before. Where the usual gift hardly moves any more,
  /// deviations follow x(t + 1) = (1 - u - b) x(t) + b x(t - 1), the larger root of which must lie below one.
  @Test("no set drives simulated gifts apart for ever", arguments: ReferenceClassTests.sets.indices)
  func stable(_ index: Int) throws {
    let change = try ReferenceClassTests.sets[index].prior().behaviour.change
    let usual = change.means[try #require(change.names.firstIndex(of: "usual"))]
    let before = change.means[try #require(change.names.firstIndex(of: "before"))]
    let rest = 1 - usual - before
    #expect((rest + (rest * rest + 4 * before).squareRoot()) / 2 < 1, "\(usual) \(before)")
  }

  @Test(
    "a run uses the newest whose data year was over, and none that knows its fund",
    arguments: [
      ("2015-12-30", "plain"), ("2015-12-31", "un-system-2015"), ("2018-12-31", "un-system-2018"),
      ("2019-12-30", "un-system-2018"), ("2020-12-04", "un-trust-funds-2019"),
      ("2023-12-31", "un-trust-funds-2023"), ("2031-01-01", "un-trust-funds-2023"),
    ])
  func newest(day: String, name: String) throws {
    let asOf = try #require(CalendarDate(iso: day))
    let folder = try TemporaryFolder()
    let book = try ReferenceClassTests.book(folder)
    #expect(try ReferenceClasses.prior(for: book, asOf: asOf).name == name)
  }

  @Test("a book of a fund of the panel gets the next set, and the last resort where none is left")
  func ownFund() throws {
    let asOf = try #require(CalendarDate(iso: "2021-12-31"))
    let folder = try TemporaryFolder()
    let trust = try ReferenceClassTests.book(folder, id: "btf")
    #expect(try ReferenceClasses.prior(for: trust, asOf: asOf).name == "un-system-2021")
    let organisation = try ReferenceClassTests.book(try TemporaryFolder(), id: "un-women")
    let early = try #require(CalendarDate(iso: "2018-12-31"))
    #expect(try ReferenceClasses.prior(for: organisation, asOf: early).name == "plain")
  }

  /// The law of the blend. Shares of the way from the crowd's renewal rate to the contributor's own rate, 1 for
  /// both: ten steady years keep at least 60 % of it, a single gift at most 15 %.
  @Test("ten steady years barely move toward the crowd, a single gift almost entirely")
  func blend() throws {
    let folder = try TemporaryFolder()
    let gifts =
      (2016...2025).map { "member-one,\($0),\(20_000 + 500 * ($0 % 3))" } + ["member-two,2025,20000"]
    let fit = try GivingModel(
      prior: try #require(ReferenceClassTests.sets.first { $0.name == "un-trust-funds-2023" }).prior()
    ).fit(ReferenceClassTests.book(folder, gifts: gifts), asOf: try #require(CalendarDate(iso: "2025-12-31")))
    func kept(_ name: String) throws -> Double {
      let giver = try #require(fit.givers.first { $0.contributor == name })
      let crowd = fit.crowdChance(of: giver)
      return (fit.chance(of: giver) - crowd) / (1 - crowd)
    }
    let (steady, single) = try (kept("member-one"), kept("member-two"))
    #expect(steady > 0.6 && steady < 1, "\(steady)")
    #expect(single < 0.15, "\(single)")
  }

  /// A new book, its gifts replaced by `contributor,year,amount`.
  static func book(_ folder: TemporaryFolder, id: String = "icc", gifts: [String]? = nil) throws -> Book {
    try NewBook(id: id).write(to: folder.path("book"))
    if let gifts {
      let centre = try folder.text("book/centre.yaml")
      try folder.write(
        centre.replacing("years: 2021-2040", with: "years: 2010-2040"), to: "book/centre.yaml")
      let rows = gifts.map { gift in
        let parts = gift.split(separator: ",")
        return ",\(parts[1]),\(parts[0]),core,received,\(parts[2]),USD,,,assumption: example\n"
      }
      try folder.write(
        "date,year,contributor,fund,stage,amount,currency,agreement,reference,source\n" + rows.joined(),
        to: "book/contributions.csv")
    }
    return try BookLoader.load(folder: folder.path("book"), asOf: nil)
  }
}
