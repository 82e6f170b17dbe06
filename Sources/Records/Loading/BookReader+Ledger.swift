import Finance
import Tabular

extension BookReader {
  /// `contributions.csv`, the ledger of what was promised and paid.
  mutating func readContributions() {
    let agreements = Dictionary(agreements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = faulty.contains(FileSchema.agreements.name) ? nil : agreements
    readRows(.contributions) { sheet, book in
      var rows = ContributionRows(sheet, agreements: known)
      let mostRows = sheet.mostRows
      book.contributions.reserveCapacity(mostRows)
      rows.reserve(mostRows)
      while sheet.next() {
        if let row = rows.contribution(&sheet) { book.contributions.append(row) }
      }
    }
  }

  /// `expenditures.csv`.
  mutating func readExpenditures() {
    readRows(.expenditures) { sheet, book in
      let (date, year) = (sheet.column("date"), sheet.column("year"))
      let (fund, objectClass) = (sheet.column("fund"), sheet.column("class"))
      let (amount, currency) = (sheet.column("amount"), sheet.column("currency"))
      let source = sheet.column("source")
      while sheet.next() {
        let occasion = sheet.occasion(date, year)
        let fund = sheet.fund(fund)
        let objectClass = sheet.objectClass(objectClass)
        let money = sheet.money(amount, currency)
        guard let provenance = sheet.provenance(source), let occasion, let fund, let objectClass, let money
        else { continue }
        book.expenditures.append(
          Expenditure(
            occasion: occasion, fund: fund, objectClass: objectClass, amount: money, provenance: provenance))
      }
    }
  }
}

/// Reads rows of `contributions.csv`.
private struct ContributionRows {
  typealias Column = Sheet.Column
  private let date, year, contributor, fund, stage, amount, currency, agreement, reference, source: Column
  /// `nil` where `agreements.csv` had faults.
  private let agreements: [String: Agreement]?
  /// Line of each reference.
  private var references: [String: Int] = [:]

  init(_ sheet: borrowing Sheet, agreements: [String: Agreement]?) {
    date = sheet.column("date")
    year = sheet.column("year")
    contributor = sheet.column("contributor")
    fund = sheet.column("fund")
    stage = sheet.column("stage")
    amount = sheet.column("amount")
    currency = sheet.column("currency")
    agreement = sheet.column("agreement")
    reference = sheet.column("reference")
    source = sheet.column("source")
    self.agreements = agreements
  }

  mutating func reserve(_ rows: Int) {
    if reference.position != nil { references.reserveCapacity(rows) }
  }

  mutating func contribution(_ sheet: inout Sheet) -> Contribution? {
    let occasion = sheet.occasion(date, year)
    let contributor = sheet.contributor(contributor)
    let fund = sheet.fund(fund)
    let stage: Stage? = sheet.choice(stage)
    let money = sheet.money(amount, currency)
    let reference = takeReference(&sheet)
    let agreement = agreement(&sheet, contributor, fund)
    guard let provenance = sheet.provenance(source), let occasion, let contributor, let fund, let stage,
      let money, let reference, let agreement
    else { return nil }
    return Contribution(
      occasion: occasion, contributor: contributor, fund: fund, stage: stage, amount: money,
      agreement: agreement, reference: reference, provenance: provenance)
  }

  /// The reference, which no other row has; `.some(nil)` for none.
  private mutating func takeReference(_ sheet: inout Sheet) -> String?? {
    if sheet.isEmpty(reference) { return .some(nil) }
    let text = sheet.rareText(reference)
    let line = sheet.reader.line
    guard let first = references[text] else {
      references[text] = line
      return text
    }
    sheet.error(
      "reference '\(Wording.shown(text))' stands on line \(first) already; "
        + "give line \(first) or line \(line) its own reference, or delete the repeated row")
    return nil
  }

  /// The agreement the row is paid under, of the same contributor and fund; `.some(nil)` for none.
  private func agreement(_ sheet: inout Sheet, _ contributor: String?, _ fund: String?) -> String?? {
    if sheet.isEmpty(agreement) { return .some(nil) }
    let id = sheet.text(agreement)
    guard let agreements else { return id }
    guard let known = agreements[id] else {
      sheet.error(
        Wording.unknown(
          "agreement", id, known: agreements.keys.sorted(), defining: "add it to agreements.csv"))
      return nil
    }
    guard let contributor, let fund, (contributor, fund) != (known.contributor, known.fund) else { return id }
    sheet.error(
      "agreement '\(id)' is of contributor '\(known.contributor)' and fund '\(known.fund)', the row of "
        + "'\(contributor)' and '\(fund)'; correct one of them")
    return nil
  }
}
