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
      return "\(BriefOptionsTable.letter(index)): \(title)"
    }
  }

  private var table: BriefPaper.Table {
    let letters = material.options.indices.map(BriefOptionsTable.letter)
    var table = BriefPaper.Table([""] + letters)
    func add(_ label: String, isTotal: Bool = false, _ cell: (BriefOption) -> String) {
      table.add([label] + material.options.map(cell), isTotal: isTotal)
    }
    let last = material.last
    add(words(.optionShortfall, ["last": last])) { words.percent($0.shortfall.probability) }
    add(words(.optionBreach, ["last": last])) { words.percent($0.breach.probability) }
    add(words(.optionCash, ["last": last])) { words.units($0.closingCash) }
    add(words(.optionCashLow)) { $0.lowCash.map(words.units) ?? words(.optionNothing) }
    add(words(.optionReserve)) { words.units($0.reserveRequired) }
    if material.options.contains(where: { $0.hostShare != nil }) {
      add(words(.optionShare, ["now": "\(material.now)"])) {
        $0.hostShare.map { words.percent($0) } ?? words(.optionNothing)
      }
    }
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

  /// Those of whom some option asks something.
  private var parties: [AskedParty] {
    AskedParty.allCases.filter { party in material.options.contains { $0.asked[party] != nil } }
  }

  private var note: String {
    let frequencies = material.options.flatMap { [$0.shortfall, $0.breach] }
    let error = frequencies.map(\.error).max() ?? 0
    var sentences = [
      words(
        .optionNote,
        [
          "paths": words.whole(material.reader.findings.ensemble.paths),
          "error": Number.decimal(error * 100, places: 2),
        ])
    ]
    if !parties.isEmpty {
      sentences.append(words(.optionNoteAsked, ["first": "\(material.now)", "last": material.last]))
    }
    let rate = material.reader.assumptions.funds[material.reader.mainFund].fund.supportCost
    if rate.basisPoints > 0 {
      let places = rate.basisPoints % 100 == 0 ? 0 : 2
      let share = words.percent(Double(rate.basisPoints) / 10_000, places: places)
      sentences.append(words(.optionSupport, ["rate": share]))
    }
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
