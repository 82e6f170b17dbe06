import Budgeting
import Finance
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// The options side by side, a column each: chances, cash, and what is asked of whom.
struct BriefOptionsTable {
  private let material: BriefMaterial
  private var words: BriefWords { material.words }

  init(_ material: BriefMaterial) { self.material = material }

  /// `A` for the scenario itself, then `B`, `C`, ...
  static func letter(_ option: Int) -> String { String(UnicodeScalar(UInt8(65 + option))) }

  var blocks: [BriefPaper.Block] { [.names(names), .table(table), .paragraph(note)] }

  private var names: [String] {
    material.options.enumerated().map { index, option in
      let title = words.phrase(option.reader.assumptions.scenario.title)
      return "\(BriefOptionsTable.letter(index))\(words.colon)\(title)"
    }
  }

  private var table: BriefPaper.Table {
    let letters = material.options.indices.map(BriefOptionsTable.letter)
    var table = BriefPaper.Table([""] + letters)
    func add(_ label: String, isTotal: Bool = false, _ cell: (BriefOption) -> String) {
      table.add([label] + material.options.map(cell), isTotal: isTotal)
    }
    let last = material.last
    addShortfall { add($0, isTotal: $1, $2) }
    add(words(.optionBreach, ["last": last])) { words.percent($0.breach.probability) }
    add(words(.optionCash, ["last": last])) { words.units($0.closingCash) }
    add(words(.optionCashLow)) { $0.lowCash.map(words.units) ?? words(.optionNothing) }
    add(words(.optionReserve)) { words.units($0.reserveRequired) }
    if material.options.contains(where: { $0.hostShare != nil }) {
      add(words(.optionShare, ["now": "\(material.now)"])) {
        $0.hostShare.map { words.percent($0) } ?? words(.optionNothing)
      }
    }
    for party in parties(\.supposed) {
      add(supposed(party)) { $0.supposed[party].map(words.units) ?? words(.optionNothing) }
    }
    let parties = parties(\.asked)
    for party in parties {
      add(words(.optionAsked, ["group": words.name(of: party)])) { option in
        option.asked[party].map(words.units) ?? words(.optionNothing)
      }
    }
    if parties.count > 1 {
      add(words(.optionAskedTotal), isTotal: true) { option in
        option.asked.isEmpty ? words(.optionNothing) : words.units(option.askedInAll)
      }
    }
    return table
  }

  /// One row, or two where some option supposes that agreements are kept for certain: like beside like.
  private func addShortfall(
    _ add: (_ label: String, _ isTotal: Bool, _ cell: (BriefOption) -> String) -> Void
  ) {
    let last: KeyValuePairs = ["last": material.last]
    guard material.comparesAgreements else {
      return add(words(.optionShortfall, last), false) { words.percent($0.shortfall.probability) }
    }
    add(words(.optionShortfallUsual, last), false) { option in
      option.shortfallOfAgreements.map { words.percent($0.usual.probability) } ?? words(.optionNothing)
    }
    add(words(.optionShortfallKept), false) { option in
      option.shortfallOfAgreements.map { words.percent($0.kept.probability) } ?? words(.optionNothing)
    }
  }

  private func supposed(_ party: AskedParty) -> String {
    guard party == .host, material.own.supposed[.host] == nil, material.options.count > 1,
      let expected = material.reader.value("host-receipts", material.now)
    else { return words(.optionSupposed, ["group": words.name(of: party)]) }
    return words(.optionSupposedHost, ["amount": words.units(expected)])
  }

  /// Those of whom some option asks or supposes something.
  private func parties(_ amounts: (BriefOption) -> OrderedDictionary<AskedParty, Double>) -> [AskedParty] {
    AskedParty.allCases.filter { party in material.options.contains { amounts($0)[party] != nil } }
  }

  private var note: String {
    let frequencies = material.options.flatMap { option in
      [option.shortfall, option.breach]
        + (option.shortfallOfAgreements.map { [$0.usual, $0.kept] } ?? [])
    }
    let error = frequencies.map(\.error).max() ?? 0
    var sentences = [
      words(
        .optionNote,
        [
          "paths": words.whole(material.reader.findings.ensemble.paths),
          "error": Number.decimal(error * 100, places: 2),
        ])
    ]
    let keeping = material.options.indices.filter {
      material.options[$0].reader.assumptions.scenario.keepsAgreements
    }
    if material.comparesAgreements, !keeping.isEmpty {
      let letters = words.list(keeping.map(BriefOptionsTable.letter))
      sentences.append(words(.optionNoteKept, count: keeping.count, ["letters": letters]))
    }
    if !parties(\.supposed).isEmpty { sentences.append(words(.optionNoteSupposed)) }
    if !parties(\.asked).isEmpty {
      sentences.append(words(.optionNoteAsked, ["first": "\(material.now)", "last": material.last]))
    }
    let rate = material.reader.assumptions.funds[material.reader.mainFund].fund.supportCost
    if rate.basisPoints > 0 { sentences.append(words(.optionSupport, ["rate": words.rate(rate)])) }
    return sentences.joined(separator: words.language == .english ? " " : "")
  }
}

extension BriefWords {
  /// The host or a group, in the plural.
  func name(of party: AskedParty) -> String {
    switch party {
    case .host: self(.groupHost)
    case .group(let group): name(of: group)
    }
  }

  func name(of group: ContributorGroup) -> String {
    switch group {
    case .ldc: self(.groupLdc)
    case .developing: self(.groupDeveloping)
    case .developed: self(.groupDeveloped)
    case .nonGovernment: self(.groupNonGovernment)
    }
  }

  /// The same for the narrow column of a table.
  func short(_ group: ContributorGroup) -> String {
    switch group {
    case .ldc: self(.shortLdc)
    case .developing: self(.shortDeveloping)
    case .developed: self(.shortDeveloped)
    case .nonGovernment: self(.shortNonGovernment)
    }
  }
}
