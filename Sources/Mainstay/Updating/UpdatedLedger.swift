import Finance
import Giving
import OrderedCollections
import Records
import Reporting

/// What the book knows since an old report, and what became of what that report expected.
struct UpdatedLedger {
  private let before: OldReport
  private let now: Book
  /// As known on the old date; `nil`: it cannot be read.
  private let then: Book?

  init(_ before: OldReport, now: Book, then: Book?) {
    (self.before, self.now, self.then) = (before, now, then)
  }

  /// Files of the book, as known on the old date, that are not what the old run read. Scenario files are no part
  /// of the book.
  var changedInputs: [UpdateFindings.ChangedInput] {
    guard let then else { return [] }
    let found = Dictionary(then.inputs.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    let read = Dictionary(
      before.manifest.inputs.filter { $0.name == "centre.yaml" || $0.name.hasSuffix(".csv") }
        .map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    return Set(found.keys).union(read.keys).sorted().compactMap { name in
      found[name] == read[name]
        ? nil : UpdateFindings.ChangedInput(name: name, before: read[name], now: found[name])
    }
  }

  /// Rows known after the old date, file by file.
  var rows: [UpdateFindings.NewRow] {
    LedgerRows(book: now).all.flatMap(\.rows).filter { $0.provenance.knownOn > before.asOf }.map {
      UpdateFindings.NewRow(
        place: "\($0.provenance.location)", text: "\($0.text); known on \($0.provenance.knownOn)",
        source: $0.provenance.source)
    }
  }

  /// New contributions by contributor and stage.
  var sums: [UpdateFindings.Sum] {
    var sums: OrderedDictionary<[String], (rows: Int, cents: Int)> = [:]
    for row in now.contributions where row.provenance.knownOn > before.asOf {
      let cents = now.inBudgetCurrency(row.amount, on: row.occasion) ?? 0
      let key = [row.contributor, row.stage.rawValue]
      let old = sums[key] ?? (0, 0)
      sums[key] = (old.rows + 1, old.cents + cents)
    }
    let order = Array(now.contributors.keys)
    return sums.sorted {
      let (one, two) = (order.firstIndex(of: $0.key[0]) ?? 0, order.firstIndex(of: $1.key[0]) ?? 0)
      return (one, $0.key[1]) < (two, $1.key[1])
    }.map {
      UpdateFindings.Sum(
        contributor: name($0.key[0]), stage: $0.key[1], rows: $0.value.rows, cents: $0.value.cents)
    }
  }

  private func name(_ contributor: String) -> String { now.contributors[contributor]?.name ?? contributor }

  // MARK: Promises and receipts

  /// Years the old report projects that the book of today has records of, contributor by contributor; who was not
  /// expected and gave nothing is left out.
  var receipts: [UpdateFindings.Receipt] {
    let start = now.centre.fiscalYearStart
    return now.centre.funds.values.flatMap { fund -> [UpdateFindings.Receipt] in
      let rows = now.contributions.filter { $0.fund == fund.id }
      let stage: Stage = rows.contains { $0.stage == .received } ? .received : .recognised
      let recorded = Set(
        rows.filter { $0.stage == stage }.map { $0.occasion.fiscalYear(startMonth: start) })
      return before.years.filter { recorded.contains($0) && hasBegun($0) }.flatMap { year in
        now.contributors.keys.compactMap { receipt($0, fund.id, year, stage, rows) }
      }
    }
  }

  private func hasBegun(_ year: Int) -> Bool {
    let fiscal = FiscalYear(year, startMonth: now.centre.fiscalYearStart)
    return now.asOf.map { Month($0) >= fiscal.first } ?? true
  }

  private func receipt(
    _ contributor: String, _ fund: String, _ year: Int, _ stage: Stage, _ rows: [Contribution]
  ) -> UpdateFindings.Receipt? {
    let start = now.centre.fiscalYearStart
    let came = rows.filter {
      $0.contributor == contributor && $0.occasion.fiscalYear(startMonth: start) == year
    }.reduce(0) { sum, row in
      let cents = now.inBudgetCurrency(row.amount, on: row.occasion) ?? 0
      if row.stage == stage { return sum + cents }
      return row.stage == .refunded ? sum - Int(cents.magnitude) : sum
    }
    func told(_ statistic: String) -> Double? {
      before.number(
        ReportRow(
          .contributionsOutlook, ["\(year)", contributor, fund, stage.rawValue, statistic])
      ).map { $0 * 100 }
    }
    var expected: (central: Double, low: Double, high: Double)?
    if let central = told("central"), let low = told("q05"), let high = told("q95") {
      expected = (central, low, high)
    }
    let promised = promised(contributor, fund, year)
    guard came != 0 || promised != 0 || (expected.map { $0.central >= 100 } ?? false) else { return nil }
    let end = FiscalYear(year, startMonth: start).last.lastDay
    return UpdateFindings.Receipt(
      year: year, isWhole: now.asOf.map { end <= $0 } ?? true, contributor: name(contributor), fund: fund,
      promised: promised, expected: expected, came: came)
  }

  /// Instalments due in a year under agreements the old report knew, in the budget currency.
  private func promised(_ contributor: String, _ fund: String, _ year: Int) -> Int {
    guard let then else { return 0 }
    let fiscal = FiscalYear(year, startMonth: now.centre.fiscalYearStart)
    return then.agreements.filter { $0.contributor == contributor && $0.fund == fund }.reduce(0) {
      sum, agreement in
      agreement.schedule(through: fiscal.last).filter { $0.due >= fiscal.first }.reduce(sum) {
        let amount = Money(cents: $1.cents, currency: agreement.amount.currency)
        return $0 + (now.inBudgetCurrency(amount, on: .day($1.due.lastDay)) ?? 0)
      }
    }
  }
}
