import Finance
import Tabular

extension BookReader {
  /// `in-kind.csv`.
  mutating func readInKind() {
    readRows(.inKind) { sheet, book in
      let (year, contributor) = (sheet.column("year"), sheet.column("contributor"))
      let (what, value) = (sheet.column("what"), sheet.column("value"))
      let (currency, replaces) = (sheet.column("currency"), sheet.column("replaces"))
      let source = sheet.column("source")
      while sheet.next() {
        let year = sheet.yearNumber(year)
        let contributor = sheet.contributor(contributor)
        let what = sheet.displayText(what)
        let value = sheet.money(value, currency)
        let replaces = sheet.identifier(replaces)
        guard let provenance = sheet.provenance(source), let year, let contributor, let what, let value,
          let replaces
        else { continue }
        book.inKind.append(
          InKind(
            year: year, contributor: contributor, what: what, value: value, replaces: replaces,
            provenance: provenance))
      }
    }
  }

  /// `levels.csv`.
  mutating func readLevels() {
    readRows(.levels) { sheet, book in
      let (contributor, group) = (sheet.column("contributor"), sheet.column("group"))
      let (from, to) = (sheet.column("from_year"), sheet.column("to_year"))
      let (amount, currency) = (sheet.column("amount"), sheet.column("currency"))
      let source = sheet.column("source")
      while sheet.next() {
        let subject = sheet.levelSubject(contributor, group)
        let years = sheet.yearRange(from, to)
        let amount = sheet.money(amount, currency)
        guard let provenance = sheet.provenance(source), let subject, let years, let amount else { continue }
        book.levels.append(
          RecommendedLevel(subject: subject, years: years, amount: amount, provenance: provenance))
      }
    }
  }

  /// `balances.csv`, in the budget currency.
  mutating func readBalances() {
    readRows(.balances) { sheet, book in
      let (date, fund, cash) = (sheet.column("date"), sheet.column("fund"), sheet.column("cash"))
      let (receivable, payable) = (sheet.column("receivable"), sheet.column("payable"))
      let commitments = sheet.column("open_commitments")
      let liabilities = sheet.column("employee_liabilities")
      let source = sheet.column("source")
      var lines: [String: Int] = [:]
      while sheet.next() {
        let date = sheet.monthEnd(date)
        let fund = sheet.fund(fund)
        let cash = sheet.cents(cash)
        let (receivable, payable) = (sheet.optionalCents(receivable), sheet.optionalCents(payable))
        let (open, owed) = (sheet.optionalCents(commitments), sheet.optionalCents(liabilities))
        guard let provenance = sheet.provenance(source), let date, let fund, let cash, let receivable,
          let payable, let open, let owed
        else { continue }
        if let first = lines["\(fund) \(date)"] {
          sheet.error("a balance of fund '\(fund)' on \(date) stands on line \(first) already; keep one")
          continue
        }
        lines["\(fund) \(date)"] = sheet.reader.line
        book.balances.append(
          Balance(
            date: date, fund: fund, cash: cash, receivable: receivable, payable: payable,
            openCommitments: open, employeeLiabilities: owed, provenance: provenance))
      }
    }
  }

  /// `controls.csv`.
  mutating func readControls() {
    readRows(.controls) { sheet, book in
      let (file, fund, year) = (sheet.column("file"), sheet.column("fund"), sheet.column("year"))
      let (stage, total) = (sheet.column("stage"), sheet.column("total"))
      let (currency, source) = (sheet.column("currency"), sheet.column("source"))
      while sheet.next() {
        let file = sheet.controlledFile(file)
        let fund = sheet.fund(fund)
        let year = sheet.yearNumber(year)
        let stage = sheet.controlledStage(stage, of: file)
        let total = sheet.money(total, currency)
        guard let provenance = sheet.provenance(source), let file, let fund, let year, let stage, let total
        else { continue }
        book.controls.append(
          ControlTotal(
            file: file, fund: fund, year: year, stage: stage, total: total, provenance: provenance))
      }
    }
  }
}

extension Sheet {
  /// Exactly one of a contributor and a group.
  fileprivate mutating func levelSubject(_ contributor: Column, _ group: Column)
    -> RecommendedLevel.Subject?
  {
    switch (isEmpty(contributor), isEmpty(group)) {
    case (false, true): return self.contributor(contributor).map { .contributor($0) }
    case (true, false):
      let group: ContributorGroup? = choice(group)
      return group.map { .group($0) }
    case (true, true): error("contributor and group are both empty; fill one of them")
    case (false, false): error("contributor and group are both filled; keep one of them")
    }
    return nil
  }

  fileprivate mutating func yearRange(_ from: Column, _ to: Column) -> ClosedRange<Int>? {
    let first = yearNumber(from)
    guard let last = yearNumber(to), let first else { return nil }
    if first <= last { return first...last }
    error("to_year \(last) is before from_year \(first); exchange or correct them")
    return nil
  }

  fileprivate mutating func controlledFile(_ column: Column) -> String? {
    guard let text = required(column) else { return nil }
    let known = [FileSchema.contributions.name, FileSchema.expenditures.name]
    if known.contains(text) { return text }
    error(Wording.unknown("file", text, known: known))
    return nil
  }

  fileprivate mutating func controlledStage(_ column: Column, of file: String?) -> String? {
    let stages = file == FileSchema.expenditures.name ? ["spent"] : Stage.allCases.map(\.rawValue)
    let text = text(column)
    if text.isEmpty {
      error("stage is empty; say which amount the total is of: \(stages.joined(separator: ", "))")
      return nil
    }
    if file == nil || stages.contains(text) { return text }
    error(Wording.unknown("stage", text, known: stages))
    return nil
  }
}
