import Giving
import Outlook
import Records
import Scenarios
import TestSupport
import Testing

/// What a small book expects for the rest of 2021, looked at again each month.
@Suite("a year whose months pass")
struct AsOfTests {
  /// A host that owes 870,000 each April and ada's habit of a gift in May, known by day or by year.
  private func builder(byDay: Bool = true) -> BookBuilder {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("host")
    builder.contributor("ada")
    builder.agreement("standing", by: "host", from: "2018-04-01", to: nil, amount: 870_000, .yearly)
    for year in 2018...2020 {
      builder.contribution("host", byDay ? "\(year)-04-20" : "\(year)", 870_000, agreement: "standing")
      builder.contribution("ada", byDay ? "\(year)-05-20" : "\(year)", 5000)
    }
    builder.balance("2020-12-31", cash: 400_000)
    return builder
  }

  /// Cents of 2021 still to come on the central path and on average over paths, host and ada.
  private func expected(_ builder: BookBuilder, asOf: String) throws -> [(central: Double, paths: Double)] {
    let resolved = try resolve(builder, .sample(asOf: asOf, horizon: 2021))
    let sampler = try GivingSampler(
      fit: resolved.giving, plans: resolved.givers, horizon: resolved.horizon, settings: resolved.settings,
      seed: 1)
    func sum(_ path: GivingPath, _ giver: Int) -> Double {
      path.payments.filter {
        $0.giver == giver && $0.paid > resolved.horizon.seenThrough && $0.paid < 12
      }.reduce(0) { $0 + $1.cents }
    }
    let central = sampler.central()
    let block = sampler.block()
    var sums = resolved.givers.map { _ in 0.0 }
    let paths = 832
    for first in stride(from: 0, to: paths, by: GivingBlock.paths) {
      sampler.draw(paths: UInt64(first), into: block)
      for path in (0..<GivingBlock.paths).map(block.path) {
        for giver in sums.indices { sums[giver] += sum(path, giver) / Double(paths) }
      }
    }
    return sums.indices.map { (sum(central, $0), sums[$0]) }
  }

  @Test("what has not come by September is worth less than it was in January, month by month")
  func unpaid() throws {
    let months = ["01-31", "04-30", "05-31", "07-31", "09-30", "11-30"]
    let all = try months.map { try expected(builder(), asOf: "2021-\($0)") }
    #expect(all[0][0].central == 87_000_000)
    for (before, after) in zip(all, all.dropFirst()) {
      for giver in 0...1 {
        #expect(after[giver].central < before[giver].central)
        #expect(after[giver].paths < before[giver].paths)
      }
    }
    #expect(all[4][0].central < 0.8 * 87_000_000 && all[4][1].central < 0.8 * all[0][1].central)
  }

  @Test("what has come is not expected again")
  func paid() throws {
    var builder = builder()
    builder.contribution("host", "2021-04-20", 870_000, agreement: "standing")
    builder.contribution("ada", "2021-05-20", 5000)
    let rest = try expected(builder, asOf: "2021-05-31")
    #expect(rest.allSatisfy { $0.central == 0 && $0.paths == 0 })
  }

  @Test("a book that knows years alone learns nothing from a month that passes")
  func byYear() throws {
    let all = try ["01-31", "09-30"].map { try expected(builder(byDay: false), asOf: "2021-\($0)") }
    #expect(all[1][0].central == all[0][0].central)
    #expect(all[1][1].central == all[0][1].central)
  }
}
