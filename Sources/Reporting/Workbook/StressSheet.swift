import Decisions
import Finance
import Outlook
import Scenarios
import Simulation

/// What the battery of shocks came to, as `mainstay stress` tells it: numbers as numbers.
struct StressSheet {
  private(set) var sheet: Sheet
  private let telling: StressTelling

  private static func header(_ horizon: Int) -> [String] {
    [
      "Shock", "What happens", "Source of the size", "What the size counts", "Size",
      "Probability of a shortfall", "from 95 %", "to 95 %",
      "Monte Carlo error", "Probability of a cash-out", "First shortfall on the money expected",
      "Cash \(horizon), median", "Cash \(horizon), 5 %", "Months of spending, median",
      "Mean gap of all years",
    ]
  }

  init(_ head: SheetHead, _ telling: StressTelling) {
    self.telling = telling
    let futures = Number.units(Double(telling.result.baseline.shortfall.paths) * 100)
    let notes = [
      "Fund \(telling.result.fund). Signal: \(telling.result.signal.mechanical.rawValue.uppercased()); its rule stands "
        + "below the table. \(futures) simulated futures, everything on the same random numbers. These figures do not "
        + "follow changed cells: run the scenario again for that."
    ]
    sheet = Sheet(
      "stress", widths: [24, 44, 40, 30, 10, 13, 10, 10, 12, 13, 17, 16, 16, 13, 16],
      frozenRows: SheetHead.rows(notes: notes.count))
    let header = StressSheet.header(telling.horizon)
    head.add(to: &sheet, notes, header: header, texts: 4)
    for row in telling.rows { add(row) }
    sheet.row += 1
    addSignal()
    addSilent()
    sheet.addLine("How to read it", .heading)
    sheet.addLine(telling.legend, .note)
    sheet.addLine(
      "from, to: the 95 % interval (Wilson) of a share of so many simulated futures; the model's own doubts are not in it.",
      .note)
  }

  private mutating func add(_ row: StressTelling.Row) {
    let outcome = row.outcome
    let texts = [row.name, row.title, row.shock?.source ?? "", row.shock?.unit ?? ""]
    sheet.setHeight(for: texts)
    for (column, text) in texts.enumerated() { sheet.put(text, .wrapped, at: column) }
    if let shock = row.shock { addSize(shock) }
    let interval = outcome.shortfall.interval
    let shares = [outcome.shortfall.probability, interval.lower, interval.upper]
    for (column, share) in shares.enumerated() { sheet.put(.number(share), .percent, at: 5 + column) }
    sheet.put(.number(outcome.shortfall.error), .share, at: 8)
    sheet.put(.number(outcome.cashOut.probability), .percent, at: 9)
    if let year = outcome.firstShortfall { sheet.put(.number(Double(year)), .number, at: 10) }
    put(outcome.closing.median, at: 11)
    put(outcome.closing.low, at: 12)
    if outcome.months.isFinite { sheet.put(.number(outcome.months), .decimal, at: 13) }
    put(outcome.gap, at: 14)
    sheet.row += 1
  }

  private mutating func addSize(_ shock: StressBattery.Shock) {
    if shock.isMonths {
      sheet.put(.number(Double(shock.size)), .number, at: 4)
    } else {
      sheet.put(.number(Rate(basisPoints: shock.size).fraction), .percent, at: 4)
    }
  }

  /// An amount in units, rounded to whole cents.
  private mutating func put(_ units: Double, at column: Int) {
    guard units.isFinite else { return }
    sheet.put(cents: (units * 100).rounded(.toNearestOrAwayFromZero), at: column)
  }

  // MARK: Below the table

  private mutating func addSignal() {
    let (signal, rule) = (telling.result.signal, telling.battery.signal)
    sheet.addLine("The signal: \(signal.mechanical.rawValue.uppercased())", .heading)
    let header = ["Held against a line", "", "", "", "Line", "Probability of a shortfall"]
    sheet.setHeight(for: header)
    for (column, text) in header.enumerated() {
      sheet.put(text, column < 4 ? .header : .headerRight, at: column)
    }
    sheet.row += 1
    add("as things stand", telling.result.baseline, line: rule.line)
    if let worst = telling.rows.first(where: { $0.shock?.id == signal.worst && $0.shock != nil }) {
      add("the worst shock: \(worst.name)", worst.outcome, line: rule.stressLine)
    }
    for sentence in telling.answer { sheet.addLine(sentence, .note) }
    sheet.row += 1
  }

  private mutating func add(_ label: String, _ outcome: StressOutcome, line: Rate) {
    sheet.put(label, at: 0)
    sheet.put(.number(line.fraction), .percent, at: 4)
    sheet.put(.number(outcome.shortfall.probability), .percent, at: 5)
    sheet.row += 1
  }

  /// Shocks that say nothing to the book, and why.
  private mutating func addSilent() {
    let silent = telling.result.cases.compactMap { item in
      if case .notApplicable(let why) = item.result { (item.shock, why) } else { nil }
    }
    guard !silent.isEmpty else { return }
    sheet.addLine("Shocks that say nothing to this book", .heading)
    for (shock, why) in silent { sheet.addRow([shock.id, shock.title, why], .wrapped) }
    sheet.row += 1
  }
}
