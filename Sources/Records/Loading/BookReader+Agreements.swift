import Finance
import Tabular

extension BookReader {
  /// `agreements.csv`.
  mutating func readAgreements() {
    readRows(.agreements) { sheet, book in
      let rows = AgreementRows(sheet)
      var lines: [String: Int] = [:]
      while sheet.next() {
        guard let agreement = rows.agreement(&sheet) else { continue }
        if let first = lines.updateValue(sheet.reader.line, forKey: agreement.id) {
          lines[agreement.id] = first
          sheet.error(
            "agreement '\(agreement.id)' stands on line \(first) already; give each agreement its own identifier"
          )
          continue
        }
        book.agreements.append(agreement)
      }
    }
  }
}

/// Reads rows of `agreements.csv`.
private struct AgreementRows {
  typealias Column = Sheet.Column
  private let agreement, contributor, fund, signed, from, to, currency, amount, conditional: Column
  private let instalments, source: Column

  init(_ sheet: borrowing Sheet) {
    agreement = sheet.column("agreement")
    contributor = sheet.column("contributor")
    fund = sheet.column("fund")
    signed = sheet.column("signed")
    from = sheet.column("from")
    to = sheet.column("to")
    currency = sheet.column("currency")
    amount = sheet.column("amount")
    conditional = sheet.column("conditional")
    instalments = sheet.column("instalments")
    source = sheet.column("source")
  }

  func agreement(_ sheet: inout Sheet) -> Agreement? {
    let id = sheet.identifier(agreement)
    let contributor = sheet.contributor(contributor)
    let fund = sheet.fund(fund)
    let signed = sheet.date(signed)
    let from = sheet.date(from)
    let to = sheet.optionalDate(to)
    let amount = amount(&sheet)
    let conditional = sheet.yesOrNo(conditional)
    let instalments = instalments(&sheet)
    guard let provenance = sheet.provenance(source), let id, let contributor, let fund, let signed, let from,
      let to, let amount, let conditional, let instalments
    else { return nil }
    let result = Agreement(
      id: id, contributor: contributor, fund: fund, signed: signed, from: from, to: to, amount: amount,
      conditional: conditional, instalments: instalments, provenance: provenance)
    return agrees(result, &sheet) ? result : nil
  }

  private func amount(_ sheet: inout Sheet) -> Money? {
    guard let money = sheet.money(amount, currency) else { return nil }
    if money.cents >= 0 { return money }
    sheet.error("amount \(money.decimal) of an agreement is negative; write what was agreed, 0 or more")
    return nil
  }

  /// Whether its dates and parts go together.
  private func agrees(_ agreement: Agreement, _ sheet: inout Sheet) -> Bool {
    if let to = agreement.to, to < agreement.from {
      sheet.error("to \(to) is before from \(agreement.from); exchange or correct them")
      return false
    }
    if agreement.to == nil, agreement.instalments != .yearly {
      sheet.error("to is empty, which only 'yearly' instalments allow; write the last day, or 'yearly'")
      return false
    }
    guard case .dated(let parts) = agreement.instalments else { return true }
    let total = Int(clamping: parts.reduce(Int128(0)) { $0 + Int128($1.cents) })
    if total <= agreement.amount.cents { return true }
    sheet.error(
      "instalments add up to \(Money.decimal(cents: total)), more than the agreement's "
        + "\(agreement.amount.decimal); correct an instalment or the amount")
    return false
  }
}

// MARK: - Instalments
extension AgreementRows {
  private static let mostParts = 100

  /// `yearly`, a number of equal yearly parts, or `2021-03-31=400000; 2022-03-31=470000`.
  private func instalments(_ sheet: inout Sheet) -> Agreement.Instalments? {
    guard let text = sheet.required(instalments) else { return nil }
    if text == "yearly" { return .yearly }
    if let count = PlainNumber.integer(text), (1...AgreementRows.mostParts).contains(count) {
      return .equal(count)
    }
    guard text.contains("=") else {
      sheet.error(
        "instalments '\(Wording.shown(text))' are not known; write yearly, a number of equal yearly parts "
          + "from 1 to \(AgreementRows.mostParts), or dates with amounts such as 2021-03-31=400000")
      return nil
    }
    return dated(text, &sheet).map { .dated($0) }
  }

  private func dated(_ text: String, _ sheet: inout Sheet) -> [Agreement.DatedAmount]? {
    var parts: [Agreement.DatedAmount] = []
    for part in text.split(separator: ";") {
      let part = trimmed(part)
      guard !part.isEmpty else { continue }
      guard let amount = datedAmount(part, &sheet) else { return nil }
      if let last = parts.last, amount.due <= last.due {
        sheet.error("instalment \(amount.due) does not come after \(last.due); order them by date, one a day")
        return nil
      }
      parts.append(amount)
    }
    return parts
  }

  private func datedAmount(_ part: String, _ sheet: inout Sheet) -> Agreement.DatedAmount? {
    let sides = part.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, let due = CalendarDate(iso: trimmed(sides[0])) else {
      sheet.error(
        "instalment '\(Wording.shown(part))' is not a date with an amount; write it as 2021-03-31=400000")
      return nil
    }
    if let years = sheet.context.years, !years.contains(due.year) {
      sheet.error(Wording.outside("instalment", "\(due)", years))
      return nil
    }
    let amount = trimmed(sides[1])
    switch PlainNumber.cents(amount) {
    case .success(let cents) where cents >= 0: return Agreement.DatedAmount(due: due, cents: cents)
    case .success: sheet.error("instalment '\(Wording.shown(part))' is negative; write 0 or more")
    case .failure(let fault): sheet.error(Wording.decimal("instalment", amount, fault))
    }
    return nil
  }
}
