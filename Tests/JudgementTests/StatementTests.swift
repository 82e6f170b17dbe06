import Finance
import Judgement
import Records
import Scenarios
import TestSupport
import Testing

@Suite("statements")
struct StatementTests {
  /// A year under strain: one giver pays late, a post is ended, interest is earned.
  private func strained() throws -> [StatementLine] {
    var named = NamedAssumptions()
    named.interest = Rate(basisPoints: 120)
    named.planGrowth = Rate(basisPoints: 300)
    var builder = founding()
    builder.agreement("a", by: "ldc-2", from: "2020-07-01", to: "2023-12-31", amount: 100, .equal(4))
    builder.contribution("ldc-2", "2020-07-02", 11, agreement: "a")
    return try assess(
      builder,
      .sample(
        paths: 4, assumptions: named,
        changes: [
          .late("host", months: 20, 2021...2021), .set("host", 2022...2022, 0), .set("ldc-1", 2021...2023, 7),
        ])
    ).statements
  }

  private struct Key: Hashable, Comparable {
    let year: Int
    let fund: String
    static func < (left: Key, right: Key) -> Bool { (left.year, left.fund) < (right.year, right.fund) }
  }

  private func byYear(_ lines: [StatementLine]) -> [(key: Key, lines: [StatementLine])] {
    Dictionary(grouping: lines) { Key(year: $0.year, fund: $0.fund) }.map { ($0.key, $0.value) }
      .sorted { $0.key < $1.key }
  }

  @Test("every total is the sum of its lines, no line stands twice")
  func totals() throws {
    var totals = 0
    for (key, lines) in byYear(try strained()) {
      #expect(Set(lines.map(\.line)).count == lines.count, "\(key)")
      for total in lines where total.line.hasSuffix(".total") {
        let stem = total.line.dropLast(".total".count) + "."
        let parts = lines.filter { $0.line.hasPrefix(stem) && $0.line != total.line }
        #expect(parts.reduce(0) { $0 + $1.amount } == total.amount, "\(key) \(total.line)")
        totals += 1
      }
    }
    #expect(totals > 15)
  }

  @Test("cash and receivables of the central path run on from year to year")
  func runOn() throws {
    var opening: [String: [Int]] = ["core": [51_800_000, 8900], "project": [0, 0]]
    for (key, lines) in byYear(try strained().filter { $0.basis == .central }) {
      func amount(_ line: String) -> Int { lines.first { $0.line == line }?.amount ?? 0 }
      #expect([amount("cash.opening"), amount("receivable.opening")] == opening[key.fund], "\(key)")
      let cash =
        amount("cash.opening") + amount("received.total") + amount("interest") - amount("spent.total")
        - amount("commitments.settled")
      #expect(cash == amount("cash.closing"), "\(key)")
      let owed =
        amount("receivable.opening") + amount("recognised.total") - amount("received.total")
        + amount("receivable.exchange-and-other")
      #expect(owed == amount("receivable.closing"), "\(key)")
      // All in dollars and nothing written off: nothing else moves what is owed.
      #expect(amount("receivable.exchange-and-other") == 0, "\(key)")
      opening[key.fund] = [amount("cash.closing"), amount("receivable.closing")]
    }
  }

  @Test("recorded years: receipts net of refunds by contributor, adjustments in the total")
  func recorded() throws {
    let lines = try strained().filter { $0.basis == .recorded && $0.fund == "core" }
    func amount(_ line: String, _ year: Int) -> Int? {
      lines.first { $0.line == line && $0.year == year }?.amount
    }
    #expect(amount("received.developing-1", 2019) == 4_000_000)
    #expect(amount("received.rounding", 2019) == 300)
    #expect(amount("received.total", 2019) == 44_700_300)
    #expect(amount("supports.host.direct", 2020) == 76_991_150)
    #expect(amount("spent.total", 2020) == 45_200_000)
    #expect((amount("cash.opening", 2020), amount("cash.closing", 2020)) == (10_000_000, 51_800_000))
    #expect(amount("cash.opening", 2019) == nil)
  }
}
