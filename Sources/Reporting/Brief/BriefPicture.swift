import Budgeting
import Finance
import Giving
import Judgement
import Outlook
import Records
import Scenarios
import Simulation

/// The one picture: core money by year, host and others apart, beside the plan.
struct BriefPicture {
  let bars: [Bar]
  /// Whether host and others are told apart.
  let hasHost: Bool
  /// Whether the plan fits the money expected in every year.
  private let canCarry: Bool

  /// One year; amounts in cents of the budget currency, none below nothing.
  struct Bar {
    let year: Int
    let basis: Basis
    let host: Double
    let others: Double
    /// Approved plan with support costs; `nil` for recorded years.
    let plan: Double?

    var total: Double { host + others }
  }

  enum Basis { case recorded, soFar, expected }

  init(_ reader: FindingsReader) {
    let hasHost = reader.book.centre.host != nil
    self.hasHost = hasHost
    func bar(_ year: Int, _ basis: Basis, plan: Double? = nil) -> Bar {
      let total = max(0, reader.value("core-receipts", year) ?? 0)
      let host = hasHost ? min(total, max(0, reader.value("host-receipts", year) ?? 0)) : 0
      return Bar(year: year, basis: basis, host: host, others: total - host, plan: plan)
    }
    let recorded = reader.recordedYears.suffix(6).map { bar($0, reader.isWhole($0) ? .recorded : .soFar) }
    let accounts = reader.findings.ensemble.central.accounts[reader.mainFund].years
    let expected = zip(reader.years, accounts).prefix(8).map { year, account in
      bar(year.year, .expected, plan: account.plannedDirect + account.plannedSupport)
    }
    bars = recorded + expected
    canCarry = accounts.allSatisfy { $0.shortfall == 0 }
  }

  var hasSoFar: Bool { bars.contains { $0.basis == .soFar } }
  /// Whether the plan of some year is more than what is expected in it, while the money expected carries it.
  var passesBars: Bool { canCarry && bars.contains { ($0.plan ?? 0) > $0.total } }
  var hasPlan: Bool { bars.contains { ($0.plan ?? 0) > 0 } }
  /// The largest amount shown.
  var largest: Double { bars.map { max($0.total, $0.plan ?? 0) }.max() ?? 0 }

  /// Round amounts in even steps from zero to at least the largest: steps of 1, 2 or 5, at most seven marks.
  var marks: [Double] {
    guard largest > 0 else { return [0] }
    var step = 100.0
    var factors = [2.0, 2.5, 2.0]
    while step * 6 < largest {
      step *= factors[0]
      factors.append(factors.removeFirst())
    }
    return (0...Int((largest / step).rounded(.up))).map { Double($0) * step }
  }
}
