import Finance
import Tabular

extension BookReader {
  /// `budget.csv`: direct cost only; support cost is computed.
  mutating func readBudget() {
    readRows(.budget) { sheet, book in
      let rows = BudgetRows(sheet)
      var lines: [BudgetRows.Key: Int] = [:]
      while sheet.next() {
        guard let line = rows.line(&sheet) else { continue }
        let key = BudgetRows.Key(year: line.year, fund: line.fund, line: line.line)
        guard let first = lines[key] else {
          lines[key] = sheet.reader.line
          book.budget.append(line)
          continue
        }
        sheet.error(
          "line '\(line.line)' of fund '\(line.fund)' for \(line.year) stands on line \(first) already; "
            + "add the two up or rename one")
      }
    }
  }

  /// `posts.csv`.
  mutating func readPosts() {
    readRows(.posts) { sheet, book in
      let rows = PostRows(sheet)
      var lines: [String: Int] = [:]
      while sheet.next() {
        guard let post = rows.post(&sheet) else { continue }
        let key = "\(post.id) \(post.from)"
        guard let first = lines[key] else {
          lines[key] = sheet.reader.line
          book.posts.append(post)
          continue
        }
        sheet.error("post '\(post.id)' from \(post.from) stands on line \(first) already; rename one")
      }
    }
  }
}

/// Reads rows of `budget.csv`.
private struct BudgetRows {
  typealias Column = Sheet.Column
  private let year, fund, line, objectClass, purpose, amount, currency, discretionary, notice, source: Column

  /// What a line is known by.
  struct Key: Hashable {
    let year: Int
    let fund: String
    let line: String
  }

  init(_ sheet: borrowing Sheet) {
    year = sheet.column("year")
    fund = sheet.column("fund")
    line = sheet.column("line")
    objectClass = sheet.column("class")
    purpose = sheet.column("purpose")
    amount = sheet.column("amount")
    currency = sheet.column("currency")
    discretionary = sheet.column("discretionary")
    notice = sheet.column("notice_months")
    source = sheet.column("source")
  }

  func line(_ sheet: inout Sheet) -> BudgetLine? {
    let year = sheet.yearNumber(year)
    let fund = sheet.fund(fund)
    let line = sheet.identifier(line)
    let objectClass = plannedClass(&sheet)
    let purpose = purpose(&sheet, fund)
    let amount = sheet.money(amount, currency)
    let discretionary = sheet.yesOrNo(discretionary)
    let notice = sheet.integer(notice, in: Sheet.noticeMonths)
    guard let provenance = sheet.provenance(source), let year, let fund, let line, let objectClass,
      let purpose, let amount, let discretionary, let notice
    else { return nil }
    return BudgetLine(
      year: year, fund: fund, line: line, objectClass: objectClass, purpose: purpose, amount: amount,
      discretionary: discretionary, noticeMonths: notice, provenance: provenance)
  }

  private func plannedClass(_ sheet: inout Sheet) -> ObjectClass? {
    guard let known = sheet.objectClass(objectClass) else { return nil }
    guard known == .programmeSupport else { return known }
    sheet.error(
      "class programme-support is computed from each fund's rate and never planned; delete the row")
    return nil
  }

  /// Earmarked money pays its project's lines only.
  private func purpose(_ sheet: inout Sheet, _ fund: String?) -> LinePurpose? {
    guard let purpose: LinePurpose = sheet.choice(purpose) else { return nil }
    guard purpose == .core, let fund, sheet.isEarmarked(fund) else { return purpose }
    sheet.error(
      "fund '\(fund)' is earmarked and cannot pay a core line; "
        + "write purpose project, or plan the line in a core fund")
    return nil
  }
}

/// Reads rows of `posts.csv`.
private struct PostRows {
  typealias Column = Sheet.Column
  private let post, grade, fund, from, to, cost, currency, notice, separation, source: Column

  init(_ sheet: borrowing Sheet) {
    post = sheet.column("post")
    grade = sheet.column("grade")
    fund = sheet.column("fund")
    from = sheet.column("from")
    to = sheet.column("to")
    cost = sheet.column("yearly_cost")
    currency = sheet.column("currency")
    notice = sheet.column("notice_months")
    separation = sheet.column("separation_cost")
    source = sheet.column("source")
  }

  func post(_ sheet: inout Sheet) -> Post? {
    let id = sheet.identifier(post)
    let grade = sheet.displayText(grade)
    let fund = sheet.fund(fund)
    let from = sheet.date(from)
    let to = sheet.optionalDate(to)
    let cost = sheet.money(cost, currency)
    let notice = sheet.integer(notice, in: Sheet.noticeMonths)
    let separation = sheet.cents(separation)
    guard let provenance = sheet.provenance(source), let id, let grade, let fund, let from, let to, let cost,
      let notice, let separation
    else { return nil }
    if let to, to < from {
      sheet.error("to \(to) is before from \(from); exchange or correct them")
      return nil
    }
    return Post(
      id: id, grade: grade, fund: fund, from: from, to: to, yearlyCost: cost, noticeMonths: notice,
      separationCost: separation, provenance: provenance)
  }
}

extension Sheet {
  static let noticeMonths = 0...120
}
