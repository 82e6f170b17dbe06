import Budgeting
import Probability

/// Seeded choices: one stream, one path a case.
struct Dice {
  private let stream = RandomStream(seed: 20, variable: 7)
  private let path: UInt64
  private var count: UInt64 = 0

  init(_ path: Int) { self.path = UInt64(path) }

  mutating func uniform() -> Double {
    count += 1
    return stream.uniform(path: path, draw: count)
  }

  mutating func cents(_ below: Int) -> Double { (uniform() * Double(below)).rounded(.down) }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(cents(values.count))] }

  mutating func plan(interest: Bool) -> FundPlan {
    let count = 1 + Int(cents(6))
    let units = (0..<count).map { unit(number: $0) }
    return BudgetingTests.plan(
      units, opening: cents(60_000), reserve: [cents(9000), cents(9000)],
      support: pick([0, 700, 1300, 5000]),
      commitments: pick([0, cents(5000)]), interest: interest ? 0.004 : 0, steps: 5, draw: pick([nil, 3]))
  }

  private mutating func unit(number: Int) -> SpendingUnit {
    let first = pick([0, 0, 5])
    let amount = cents(2000)
    let stop: SpendingUnit.Stop? = pick([
      nil, .postpone(step: 1), .postpone(step: 2), .post(hold: 0, end: 4), .post(hold: nil, end: 4),
    ])
    return BudgetingTests.unit(
      "unit-\(number)", monthly: (0..<24).map { $0 < first ? 0 : amount + cents(3) }, stop,
      notice: Int(cents(4)), separation: cents(3000))
  }

  func firstYear(of unit: SpendingUnit) -> SpendingUnit {
    BudgetingTests.unit(
      unit.id, monthly: Array(unit.monthly.prefix(12)), unit.stop, notice: unit.noticeMonths,
      separation: unit.separation)
  }

  /// Some months' money, around what the plan costs.
  mutating func receipts(_ count: Int, of plan: FundPlan) -> [Double] {
    let yearly = plan.units.reduce(0) { $0 + $1.monthly.prefix(12).reduce(0, +) }
    return (0..<count).map { _ in uniform() < 0.2 ? cents(Int(yearly) + 1) : 0 }
  }
}
