import Finance
import Tabular

extension BookReader {
  /// Every control total is the sum of the visible rows of its file, fund, fiscal year, stage and currency.
  mutating func checkControls() {
    guard !controls.isEmpty, centre != nil else { return }
    let rows = controlledRows()
    for control in controls where !faulty.contains(control.file) {
      let sum = Int(clamping: rows[ControlKey(control)]?.sum ?? 0)
      guard sum != control.total.cents else { continue }
      let difference = Money.decimal(cents: Int(clamping: Int128(control.total.cents) - Int128(sum)))
      problems.error(
        control.provenance.location,
        "total \(control.total.decimal) \(control.total.currency) of \(control.stage) in fund "
          + "'\(control.fund)' for \(control.year) is not reached: the rows of \(control.file) add up to "
          + "\(Money.decimal(cents: sum)), a difference of \(difference); correct the rows or the total")
    }
  }

  /// Sum and last known row of everything a total may be given of.
  func controlledRows() -> [ControlKey: ControlledRows] {
    var result: [ControlKey: ControlledRows] = [:]
    let start = context.fiscalYearStart
    for row in contributions {
      let key = ControlKey(
        file: FileSchema.contributions.name, fund: row.fund,
        year: row.occasion.fiscalYear(startMonth: start), stage: row.stage.rawValue,
        currency: row.amount.currency)
      result[key, default: ControlledRows()].take(row.amount.cents, row.provenance)
    }
    for row in expenditures {
      let key = ControlKey(
        file: FileSchema.expenditures.name, fund: row.fund,
        year: row.occasion.fiscalYear(startMonth: start), stage: "spent", currency: row.amount.currency)
      result[key, default: ControlledRows()].take(row.amount.cents, row.provenance)
    }
    return result
  }
}

/// The rows behind a control total.
struct ControlledRows {
  private(set) var sum: Int128 = 0
  /// Of the row that was known last.
  private(set) var latest: Provenance?

  mutating func take(_ cents: Int, _ provenance: Provenance) {
    sum += Int128(cents)
    if let latest, latest.knownOn >= provenance.knownOn { return }
    latest = provenance
  }
}

/// What a control total is a total of.
struct ControlKey: Hashable {
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
