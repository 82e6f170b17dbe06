import Budgeting
import Finance
import Giving
import Judgement
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// A draft that a council may take up: what the paper shows, what is asked of whom by group, what is to be reported.
struct BriefDecision {
  private let material: BriefMaterial
  private var words: BriefWords { material.words }
  private var reader: FindingsReader { material.reader }

  init(_ material: BriefMaterial) { self.material = material }

  func block(_ citations: inout Citations) -> BriefPaper.Block {
    let paragraphs = [note, host, levels, mandate, reserve(&citations)].compactMap { $0 }
    return .decision(opening: words(.decisionOpening), paragraphs: paragraphs)
  }

  private var note: String {
    let scenario = reader.assumptions.scenario
    let told: KeyValuePairs = [
      "asOf": words.date(scenario.asOf), "title": words.phrase(scenario.title),
      "futures": words.futures(material.own.shortfall), "last": material.last,
    ]
    return words(scenario.changes.isEmpty ? .decisionNote : .decisionNoteScenario, told)
  }

  private var host: String? {
    guard let host = reader.book.centre.host.flatMap({ reader.book.contributors[$0] }),
      let share = material.own.hostShare
    else { return nil }
    return words(
      .decisionHost,
      ["host": words.phrase(host.name), "share": words.percent(share), "now": "\(material.now)"])
  }

  private var levels: String? {
    let invited = BriefMembers(reader).invited
    guard !invited.isEmpty else { return nil }
    return words(
      .decisionLevels, count: invited.count,
      [
        "total": money(invited.reduce(0) { $0 + ($1.level ?? 0) }), "number": "\(invited.count)",
      ])
  }

  private var mandate: String? {
    let symbols = OrderedSet(reader.book.centre.mandate.map(\.symbol)).map(resolution)
    return symbols.isEmpty ? nil : words(.decisionMandate, ["symbol": words.list(symbols)])
  }

  /// `resolution 71/1 (E/ESCAP/RES/71/1)`; other symbols as they stand.
  private func resolution(_ symbol: String) -> String {
    guard let match = symbol.firstMatch(of: /\/RES\/(\d+\/\d+)$/) else { return words.phrase(symbol) }
    return words(.decisionResolution, ["number": String(match.1), "symbol": symbol])
  }

  private func reserve(_ citations: inout Citations) -> String {
    let assumptions = reader.assumptions
    let fund = assumptions.funds[reader.mainFund].fund
    let first = reader.findings.ensemble.central.accounts[reader.mainFund].years[0].reserveRequired
    return words(
      .decisionReserve,
      [
        "rate": words.rate(assumptions.reserveRate(of: fund)), "reserveFirst": money(first),
        "first": "\(material.now)", "reserve": money(material.own.reserveRequired), "last": material.last,
        "sources": citations.cite([reader.book.centre.reserve.source]),
      ])
  }

  private func money(_ cents: Double) -> String { words.money(cents, reader.book.centre.budgetCurrency) }
}
