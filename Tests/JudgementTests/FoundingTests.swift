import Finance
import Giving
import Judgement
import Measures
import Outlook
import Records
import Scenarios
import Simulation
import TestSupport
import Testing

/// The arithmetic of the founding case, through the whole chain.
@Suite("the founding case")
struct FoundingTests {
  private func assessment(collected percent: Int) throws -> Assessment {
    try assess(
      founding(),
      .sample(
        horizon: 2022, paths: 16, changes: [.collect(percent: percent, 2021...2022), .keep(nil, 2021...2022)])
    )
  }

  private func near(_ value: Double?, _ wanted: Double, _ tolerance: Double = 5e-6) -> Bool {
    value.map { abs($0 - wanted) < tolerance } ?? false
  }

  @Test("full take-up: 254,000 beside the host's 870,000", arguments: [2021, 2022])
  func full(year: Int) throws {
    let assessment = try assessment(collected: 100)
    func value(_ id: String) -> Double? {
      assessment.value(id, year: year, fund: "core", basis: .central)
    }
    #expect(value("core-receipts") == 112_400_000)
    #expect(value("host-receipts") == 87_000_000)
    #expect(value("voluntary-core-receipts") == 25_400_000)
    #expect(near(value("host-share"), 0.774021))
    #expect(near(value("hhi"), 0.604886))
    #expect(near(value("effective-contributors"), 1.653205))
    #expect(near(value("largest-other-share"), 30.0 / 1124))
    let members = assessment.value(
      "contributing-members", year: year, fund: "core", basis: .simulated, statistic: "q50")
    #expect(members == 11)
    #expect(value("attainment") == 1)
    for id in ["host-share", "hhi", "core-receipts"] {
      let simulated = assessment.value(id, year: year, fund: "core", basis: .simulated, statistic: "q50")
      #expect(simulated == value(id), "\(id) is certain on every path")
    }
  }

  @Test("a year the projection begins inside is judged whole")
  func partOfAYear() throws {
    var builder = founding()
    builder.balance("2021-06-30", cash: 900_000)
    builder.contribution("host", "2021-02-01", 870_000, agreement: "standing")
    builder.contribution("ldc-1", "2021-03-01", 130_000)
    let assessment = try assess(
      builder,
      .sample(asOf: "2021-08-31", horizon: 2022, paths: 16, changes: [.collect(percent: 0, 2021...2022)]))
    for (id, expected) in [("core-receipts", 1e8), ("host-share", 0.87)] {
      #expect(near(assessment.value(id, year: 2021, fund: "core", basis: .central), expected))
      let simulated = assessment.value(id, year: 2021, fund: "core", basis: .simulated, statistic: "q50")
      #expect(near(simulated, expected))
    }
  }

  @Test("half collection: 127,000, a host share of 0.8726")
  func half() throws {
    let assessment = try assessment(collected: 50)
    func value(_ id: String) -> Double? {
      assessment.value(id, year: 2021, fund: "core", basis: .central)
    }
    #expect(value("voluntary-core-receipts") == 12_700_000)
    #expect(near(value("host-share"), 0.872618))
    #expect(value("attainment") == 0.5)
  }

  @Test("gross / 1.13: what the host's contribution supports")
  func supports() throws {
    let lines = try assessment(collected: 100).statements.filter { $0.year == 2021 && $0.basis == .central }
    func amount(_ line: String) -> Int? { lines.first { $0.line == line }?.amount }
    #expect(amount("supports.host.direct") == 76_991_150)
    #expect(amount("supports.host.programme-support") == 10_008_850)
    #expect(amount("supports.others.gross") == 25_400_000)
  }
}
