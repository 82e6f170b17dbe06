import Finance
import Judgement
import OrderedCollections
import Records

/// Given, recommended and gap of each member: facts of the ledger.
struct BriefMemberTable {
  /// With more members than this the table has a line a group, so that the brief stays at two pages.
  static let mostMembers = 16

  private let material: BriefMaterial
  private let members: BriefMembers
  private var words: BriefWords { material.words }

  init(_ material: BriefMaterial) {
    self.material = material
    members = BriefMembers(material.reader)
  }

  func blocks(_ citations: inout Citations) -> [BriefPaper.Block] {
    guard !members.rows.isEmpty, let given = members.givenYear else {
      return [.paragraph(joined([words(.memberNone)] + further(&citations)))]
    }
    let told = [note(&citations)] + further(&citations)
    return [.table(table(given)), .paragraph(joined(told))]
  }

  // MARK: The table

  private func table(_ year: Int) -> BriefPaper.Table {
    var table = BriefPaper.Table(
      [
        words(.memberName), words(.memberGroup), words(.memberGiven, ["year": "\(year)"]),
        words(.memberLevel, ["year": "\(members.levelYear)"]), words(.memberGap),
      ], words: 2)
    if members.rows.count > BriefMemberTable.mostMembers {
      addGroups(to: &table)
    } else {
      for row in members.rows {
        table.add(
          [words.phrase(row.contributor.name), group(row)]
            + amounts([row], isAssumed: row.isAssumed))
      }
    }
    table.add(
      [words(.memberTotal), ""] + amounts(members.rows.filter { !$0.isHost }, isAssumed: false), isTotal: true
    )
    return table
  }

  private func addGroups(to table: inout BriefPaper.Table) {
    for party in AskedParty.allCases {
      let rows = members.rows.filter { row in
        row.isHost ? party == .host : party == .group(row.group)
      }
      guard !rows.isEmpty else { continue }
      let name = words(.groupName, ["group": words.name(of: party), "number": "\(rows.count)"])
      table.add([name, ""] + amounts(rows, isAssumed: rows.contains(where: \.isAssumed)))
    }
  }

  private func group(_ row: BriefMembers.Row) -> String {
    row.isHost ? words(.shortHost) : words.short(row.group)
  }

  /// Given, recommended, gap; whole units of each member, so that the column adds up.
  private func amounts(_ rows: [BriefMembers.Row], isAssumed: Bool) -> [String] {
    func sum(_ values: [Double?]) -> String {
      let told = values.compactMap { $0 }.map { ($0 / 100).rounded() * 100 }
      return told.isEmpty ? words(.optionNothing) : words.units(told.reduce(0, +))
    }
    let given = sum(rows.map { Optional($0.given) })
    return [isAssumed ? "\(given)*" : given, sum(rows.map(\.level)), sum(rows.map(\.gap))]
  }

  private func note(_ citations: inout Citations) -> String {
    let given = citations.cite(members.givenSources)
    let levels = citations.cite(members.levelSources)
    let note = words(
      members.hasLevels ? .memberNote : .memberNoteNoLevel,
      [
        "basis": words(material.reader.knowsCash ? .basisCash : .basisBooked),
        "givenSources": given, "year": "\(members.levelYear)", "levelSources": levels,
      ])
    guard members.hasAssumed else { return note }
    return joined([note, words(.memberAssumed, ["sources": citations.cite(members.assumedSources)])])
  }

  // MARK: Beside it

  private func further(_ citations: inout Citations) -> [String] {
    [hostSoFar(&citations), inKind(&citations)].compactMap { $0 }
  }

  /// What the host gave in a year that was not over on the as-of date.
  private func hostSoFar(_ citations: inout Citations) -> String? {
    let reader = material.reader
    guard let host = reader.book.centre.host, let year = reader.recordedYears.last, !reader.isWhole(year),
      let amount = reader.value("host-receipts", year), amount > 0
    else { return nil }
    let start = reader.book.centre.fiscalYearStart
    let sources = reader.book.contributions.filter {
      $0.contributor == host && $0.occasion.fiscalYear(startMonth: start) == year
    }.map(\.provenance.source)
    return words(
      .memberHostSoFar,
      [
        "amount": money(amount), "year": "\(year)", "sources": citations.cite(sources),
      ])
  }

  private func inKind(_ citations: inout Citations) -> String? {
    guard let support = BriefInKind(material.reader) else { return nil }
    let parts = support.parts.map { party, cents in
      words(.memberInKindPart, ["group": words.name(of: party), "amount": words.units(cents)])
    }
    return words(
      .memberInKind,
      [
        "year": "\(support.year)", "total": money(support.total), "parts": words.list(parts),
        "sources": citations.cite(support.sources),
      ])
  }

  private func money(_ cents: Double) -> String {
    words.money(cents, material.reader.book.centre.budgetCurrency)
  }

  private func joined(_ sentences: [String]) -> String {
    sentences.joined(separator: words.language == .english ? " " : "")
  }
}
