import Finance
import OrderedCollections
import Tabular

extension BookReader {
  /// `contributors.csv`: one row a contributor, or one a spell.
  mutating func readContributors() {
    var index = ContributorIndex()
    var isWhole = true
    let wasRead = readRows(.contributors, required: true) { sheet, book in
      var rows = ContributorRows(sheet)
      while sheet.next() {
        guard let row = rows.row(&sheet) else { continue }
        book.take(row, &sheet)
      }
      book.fill(&index, &sheet)
      isWhole = !rows.hasFaults
    }
    // Where a row has a fault it is not known who there is: nothing that names a contributor is a fault of its own.
    if wasRead, isWhole { context.contributors = index }
  }

  /// Adds the row as a contributor, or as a further spell of one.
  private mutating func take(_ row: ContributorRows.Row, _ sheet: inout Sheet) {
    guard let known = contributors[row.contributor.id] else {
      contributors[row.contributor.id] = row.contributor
      return
    }
    guard let whole = row.merged(into: known, &sheet) else { return }
    contributors[known.id] = whole
  }

  /// Makes every spelling point to its contributor; one spelling for two is an error.
  private func fill(_ index: inout ContributorIndex, _ sheet: inout Sheet) {
    for contributor in contributors.values { _ = index.add(contributor.id, for: contributor.id) }
    for contributor in contributors.values {
      for spelling in [contributor.name] + contributor.aliases {
        guard let other = index.add(spelling, for: contributor.id) else { continue }
        sheet.problems.error(
          contributor.spells[0].provenance.location,
          "'\(Wording.shown(spelling))' is a name of both '\(contributor.id)' and '\(other)'; keep it for one"
        )
      }
    }
  }
}

/// Reads rows of `contributors.csv`.
private struct ContributorRows {
  typealias Column = Sheet.Column
  private(set) var hasFaults = false
  private let contributor, name, kind, group, fromYear, council, aliases, fiscalYear, source: Column

  init(_ sheet: borrowing Sheet) {
    contributor = sheet.column("contributor")
    name = sheet.column("name")
    kind = sheet.column("kind")
    group = sheet.column("group")
    fromYear = sheet.column("from_year")
    council = sheet.column("council_member")
    aliases = sheet.column("aliases")
    fiscalYear = sheet.column("fiscal_year_start")
    source = sheet.column("source")
  }

  /// A contributor with the one spell of its row.
  struct Row {
    let contributor: Contributor
    var spell: Contributor.Spell { contributor.spells[0] }

    /// The contributor with this row's spell and aliases added; `nil` where the rows disagree.
    func merged(into known: Contributor, _ sheet: inout Sheet) -> Contributor? {
      let first = known.spells[0].provenance.location.line
      if (known.name, known.kind) != (contributor.name, contributor.kind) {
        sheet.error(
          "contributor '\(known.id)' has another name or kind than on line \(first); write the same on each row"
        )
        return nil
      }
      if known.fiscalYearStart != contributor.fiscalYearStart {
        sheet.error(
          "contributor '\(known.id)' has fiscal_year_start \(contributor.fiscalYearStart) here "
            + "and \(known.fiscalYearStart) on line \(first); write the same on each row")
        return nil
      }
      guard let last = known.spells.last, let year = spell.fromYear, year > last.fromYear ?? .min else {
        sheet.error(
          "contributor '\(known.id)' stands on line \(first) already; "
            + "give each further row a later from_year, or keep one row")
        return nil
      }
      let added = contributor.aliases.filter { !known.aliases.contains($0) }
      return Contributor(
        id: known.id, name: known.name, kind: known.kind, aliases: known.aliases + added,
        fiscalYearStart: known.fiscalYearStart, spells: known.spells + [spell])
    }
  }

  mutating func row(_ sheet: inout Sheet) -> Row? {
    let id = sheet.identifier(contributor)
    let name = sheet.displayText(name)
    let kind: ContributorKind? = sheet.choice(kind)
    let group = group(&sheet, kind)
    let from: Int?? = sheet.isEmpty(fromYear) ? .some(nil) : sheet.yearNumber(fromYear).map { .some($0) }
    let council = sheet.yesOrNo(council)
    let aliases = aliases(&sheet)
    let fiscalYear = sheet.isEmpty(fiscalYear) ? 1 : sheet.integer(fiscalYear, in: 1...12)
    guard let provenance = sheet.provenance(source), let id, let name, let kind, let group, let from,
      let council, let aliases, let fiscalYear
    else {
      hasFaults = true
      return nil
    }
    let spell = Contributor.Spell(
      fromYear: from, group: group, councilMember: council, provenance: provenance)
    return Row(
      contributor: Contributor(
        id: id, name: name, kind: kind, aliases: aliases, fiscalYearStart: fiscalYear, spells: [spell]))
  }

  /// The group; empty means "not a government", which a government cannot be.
  private func group(_ sheet: inout Sheet, _ kind: ContributorKind?) -> ContributorGroup? {
    guard sheet.isEmpty(group) else { return sheet.choice(group) }
    guard kind == .government else { return .nonGovernment }
    sheet.error("group of a government is empty; write ldc, developing or developed")
    return nil
  }

  /// Aliases separated by semicolons.
  private func aliases(_ sheet: inout Sheet) -> [String]? {
    var result: [String] = []
    for part in sheet.text(aliases).split(separator: ";") {
      let alias = trimmed(part)
      guard !alias.isEmpty else { continue }
      if FreeText.looksLikeFormula(alias) {
        sheet.error(Wording.formula("alias", alias))
        return nil
      }
      result.append(alias)
    }
    return result
  }
}

/// A text without the spaces around it.
func trimmed(_ text: Substring) -> String {
  var text = text
  while text.first == " " { text.removeFirst() }
  while text.last == " " { text.removeLast() }
  return String(text)
}
