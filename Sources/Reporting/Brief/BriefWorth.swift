import Budgeting
import Finance
import Forecasting
import Giving
import Judgement
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// What the forecast is worth: its method's record, what became of an earlier one, and what is not known.
struct BriefWorth {
  private let material: BriefMaterial
  private var words: BriefWords { material.words }
  private var reader: FindingsReader { material.reader }

  init(_ material: BriefMaterial) { self.material = material }

  func points(_ citations: inout Citations) -> [String] {
    var tried = [record(&citations), skill]
    if CalendarDate.endOfYear(material.accuracy.years.upperBound) > asOf { tried.append(later) }
    let past = hindsight(&citations) ?? words(.worthNoHindsight)
    let plan = reader.assumptions.indicative ? [unknownPlan(&citations)] : []
    let joint = words.language == .english ? " " : ""
    return [tried.joined(separator: joint), past, ([words(.worthUnknown)] + plan).joined(separator: joint)]
  }

  private var asOf: CalendarDate { reader.assumptions.scenario.asOf }

  // MARK: The method's record

  private func record(_ citations: inout Citations) -> String {
    let accuracy = material.accuracy
    return words(
      .worthRecord,
      [
        "panel": words.phrase(accuracy.panel), "rows": words.whole(accuracy.rows),
        "firstYear": "\(accuracy.years.lowerBound)", "lastYear": "\(accuracy.years.upperBound)",
        "origins": words.list(accuracy.origins.map { "\($0)" }), "held80": "\(accuracy.held80)",
        "held95": "\(accuracy.held95)", "sources": citations.cite([accuracy.source]),
      ])
  }

  private var skill: String {
    let skill = material.accuracy.skill
    func percent(_ number: Int) -> String { words.percent(Double(number) / 100, places: 0) }
    return words(
      .worthSkill, ["worse": percent(-skill.lowerBound), "better": percent(skill.upperBound)])
  }

  private var later: String { words(.worthLater, ["asOf": words.date(asOf)]) }

  // MARK: An earlier forecast

  /// The fund with most money; `nil` where no earlier run is named or told nothing of it.
  private func hindsight(_ citations: inout Citations) -> String? {
    guard let audit = material.hindsight, let fund = audit.funds.first else { return nil }
    let totals = fund.totals
    let told = totals.compactMap { $0.told?.mean }
    guard let first = totals.first?.year, let last = totals.last?.year, told.count == totals.count else {
      return nil
    }
    let sources = OrderedSet(fund.years.flatMap(\.sources))
    return words(
      .worthHindsight,
      [
        "asOf": words.date(audit.forecast.asOf), "first": "\(first)", "last": "\(last)",
        "told": money(told.reduce(0, +)), "came": money(totals.reduce(0) { $0 + $1.outcome }),
        "within": "\(totals.count { !$0.isMiss })", "years": "\(totals.count)",
        "sources": citations.cite(Array(sources.prefix(3))),
      ])
  }

  // MARK: What is not known

  private func unknownPlan(_ citations: inout Citations) -> String {
    let fund = reader.assumptions.funds[reader.mainFund].fund.id
    let years = reader.years.map(\.year)
    let lines = reader.book.budget.filter {
      $0.fund == fund && years.contains($0.year) && $0.provenance.isAssumption
    }
    let balance = reader.book.balances.last { $0.fund == fund && $0.provenance.isAssumption }
    let sources = Array(OrderedSet(lines.map(\.provenance.source)).prefix(1))
    return words(
      .worthUnknownPlan,
      ["sources": citations.cite(sources + [balance?.provenance.source].compactMap { $0 })])
  }

  private func money(_ cents: Double) -> String { words.money(cents, reader.book.centre.budgetCurrency) }
}
