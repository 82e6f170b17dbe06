import Finance
import Tabular

extension BookReader {
  /// Every control total is the sum of the visible rows of its file, fund, fiscal year, stage and currency.
  mutating func checkControls() {
    guard !controls.isEmpty, centre != nil else { return }
    let sums = controlledSums()
    for control in controls where !faulty.contains(control.file) {
      let sum = Int(clamping: sums[ControlKey(control), default: 0])
      guard sum != control.total.cents else { continue }
      let difference = Money.decimal(cents: Int(clamping: Int128(control.total.cents) - Int128(sum)))
      problems.error(
        control.provenance.location,
        "total \(control.total.decimal) \(control.total.currency) of \(control.stage) in fund "
          + "'\(control.fund)' for \(control.year) is not reached: the rows of \(control.file) add up to "
          + "\(Money.decimal(cents: sum)), a difference of \(difference); correct the rows or the total")
    }
  }

  private func controlledSums() -> [ControlKey: Int128] {
    var sums: [ControlKey: Int128] = [:]
    let start = context.fiscalYearStart
    for row in contributions {
      let key = ControlKey(
        file: FileSchema.contributions.name, fund: row.fund,
        year: row.occasion.fiscalYear(startMonth: start), stage: row.stage.rawValue,
        currency: row.amount.currency)
      sums[key, default: 0] += Int128(row.amount.cents)
    }
    for row in expenditures {
      let key = ControlKey(
        file: FileSchema.expenditures.name, fund: row.fund,
        year: row.occasion.fiscalYear(startMonth: start), stage: "spent", currency: row.amount.currency)
      sums[key, default: 0] += Int128(row.amount.cents)
    }
    return sums
  }
}

/// What a control total is a total of.
private struct ControlKey: Hashable {
  let file: String
  let fund: String
  let year: Int
  let stage: String
  let currency: Currency

  init(file: String, fund: String, year: Int, stage: String, currency: Currency) {
    (self.file, self.fund, self.year, self.stage) = (file, fund, year, stage)
    self.currency = currency
  }

  init(_ control: ControlTotal) {
    self.init(
      file: control.file, fund: control.fund, year: control.year, stage: control.stage,
      currency: control.total.currency)
  }
}
