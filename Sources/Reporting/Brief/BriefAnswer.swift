import Budgeting
import Finance
import Giving
import Judgement
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// The answer in three sentences: will it last, at what level and on how many shoulders, and what the options do.
struct BriefAnswer {
  private let material: BriefMaterial
  private var words: BriefWords { material.words }
  private var reader: FindingsReader { material.reader }

  init(_ material: BriefMaterial) { self.material = material }

  func points(_ citations: inout Citations) -> [String] {
    let level = levelAndConcentration(&citations)
    return [willItLast, level, material.options.count > 1 ? options : rests(&citations)]
  }

  private var willItLast: String {
    let central = reader.findings.ensemble.central.accounts[reader.mainFund].years
    guard central.contains(where: { $0.plannedDirect > 0 }) else { return words(.answerNoPlan) }
    let risk = material.own.shortfall
    if let first = central.first(where: { $0.shortfall > 0 }) {
      return words(
        .answerFallsShort,
        [
          "plan": plan, "month": words.month(reader.timeline.month(first.shortfallMonth)),
          "most": money(central.map(\.shortfall).max() ?? 0), "futures": words.futures(risk),
          "chance": words.percent(risk.probability), "last": material.last,
        ])
    }
    if risk.count == 0 {
      return words(
        .answerFitsAlways, ["plan": plan, "last": material.last, "paths": words.whole(risk.paths)])
    }
    return words(
      .answerFits,
      [
        "plan": plan, "last": material.last, "futures": words.futures(risk),
        "chance": words.percent(risk.probability),
      ])
  }

  private var plan: String { words(reader.isPlanAssumed ? .planAssumed : .planApproved) }

  private func levelAndConcentration(_ citations: inout Citations) -> String {
    let now = material.now
    guard let level = reader.value("core-receipts", now) else { return words(.levelNone, ["now": "\(now)"]) }
    guard let then = reader.comparisonYear, let before = reader.value("core-receipts", then) else {
      let sources = citations.cite(agreementSources)
      return words(.levelFirst, ["now": "\(now)", "level": money(level), "sources": sources])
    }
    let sources = citations.cite(hostSources(since: then))
    guard let host = reader.book.centre.host.flatMap({ reader.book.contributors[$0] }),
      let share = reader.value("host-share", now), let shareBefore = reader.value("host-share", then)
    else {
      return words(
        .levelThenNowNoHost,
        [
          "then": "\(then)", "verb": verb, "before": money(before), "assumed": assumed(in: then),
          "now": "\(now)", "level": money(level), "largest": largest(now), "sources": sources,
        ])
    }
    return words(
      .levelThenNow,
      [
        "then": "\(then)", "verb": verb, "before": money(before), "assumed": assumed(in: then),
        "shareBefore": words.percent(shareBefore),
        "host": words.phrase(host.name), "now": "\(now)", "level": money(level),
        "share": words.percent(share),
        "movement": words(movement(Movement(level: before, level, share: shareBefore, share))),
        "sources": sources,
      ])
  }

  /// How much of what the ledger holds of a year is assumed.
  private func assumed(in year: Int) -> String {
    let members = BriefMembers.given(reader, in: year)
    let start = reader.book.centre.fiscalYearStart
    let funds = reader.coreFunds.map { reader.assumptions.funds[$0].fund.id }
    let doubtful = Set(
      reader.book.contributions.filter {
        funds.contains($0.fund) && $0.provenance.isAssumption
          && $0.occasion.fiscalYear(startMonth: start) == year
      }.map(\.contributor))
    let cents = members.filter { doubtful.contains($0.key) }.values.reduce(0, +)
    return cents == 0 ? "" : words(.levelAssumed, ["amount": money(Double(cents))])
  }

  /// The largest contributor of a projected year and its share of core money.
  private func largest(_ year: Int) -> String {
    let central = reader.findings.ensemble.central
    guard let index = reader.years.firstIndex(where: { $0.year == year }) else { return "" }
    var sums: [String: Double] = [:]
    for (giver, plan) in reader.assumptions.givers.enumerated()
    where reader.coreFunds.contains(reader.assumptions.fund(of: giver)) {
      sums[plan.giver.contributor, default: 0] += central.received[giver * reader.years.count + index]
    }
    let total = sums.values.filter { $0 > 0 }.sorted().reduce(0, +)
    guard let first = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), first.value > 0, total > 0,
      let contributor = reader.book.contributors[first.key]
    else { return "" }
    return words(
      .levelLargest, ["share": words.percent(first.value / total), "name": words.phrase(contributor.name)])
  }

  /// What a recorded year is: cash, or revenue where the book has no receipts.
  private var verb: String { words(reader.knowsCash ? .verbReceived : .verbDue) }

  private func movement(_ movement: Movement) -> BriefMessage {
    switch (movement.level, movement.concentration) {
    case (.up, .up): .movementUpUp
    case (.up, .same): .movementUpSame
    case (.up, .down): .movementUpDown
    case (.same, .up): .movementSameUp
    case (.same, .same): .movementSameSame
    case (.same, .down): .movementSameDown
    case (.down, .up): .movementDownUp
    case (.down, .same): .movementDownSame
    case (.down, .down): .movementDownDown
    }
  }

  private var options: String {
    let compares = material.comparesAgreements
    let risks = material.options.map { $0.shortfallOfAgreements?.usual ?? $0.shortfall }
    guard let low = risks.min(by: { $0.count < $1.count }), let high = risks.max(by: { $0.count < $1.count })
    else { return "" }
    func letters(_ risk: Frequency) -> String {
      words.list(risks.indices.filter { risks[$0].count == risk.count }.map(BriefOptionsTable.letter))
    }
    let error = (low.error * low.error + high.error * high.error).squareRoot()
    let differ = high.probability - low.probability > 2 * error
    let asks = material.options.contains { !$0.asked.isEmpty }
    return words(
      differ
        ? (compares ? .answerOptionsKept : asks ? .answerOptionsAsked : .answerOptions) : .answerOptionsAlike,
      [
        "count": "\(risks.count)", "last": material.last, "low": words.percent(low.probability),
        "high": words.percent(high.probability), "best": letters(low), "worst": letters(high),
      ])
  }

  private func rests(_ citations: inout Citations) -> String {
    let rows = reader.book.contributions
    if !rows.isEmpty, !rows.contains(where: \.provenance.isAssumption) {
      return words(
        .answerRestsFound,
        ["rows": "\(rows.count)", "sources": citations.cite([reader.assumptions.giving.prior.source])])
    }
    return words(
      .answerRests, count: rows.count,
      [
        "rows": "\(rows.count)", "assumed": "\(rows.count { $0.provenance.isAssumption })",
        "sources": citations.cite([reader.assumptions.giving.prior.source]),
      ])
  }

  // MARK: Sources

  /// Of all gifts to the core of the year compared with, and of the host's later ones.
  private func hostSources(since year: Int) -> [String] {
    let book = reader.book
    let start = book.centre.fiscalYearStart
    let funds = reader.coreFunds.map { reader.assumptions.funds[$0].fund.id }
    return book.contributions.filter {
      guard funds.contains($0.fund) else { return false }
      let given = $0.occasion.fiscalYear(startMonth: start)
      return given == year || (given > year && $0.contributor == book.centre.host)
    }.map(\.provenance.source)
  }

  private var agreementSources: [String] { reader.book.agreements.map(\.provenance.source) }

  private func money(_ cents: Double) -> String { words.money(cents, reader.book.centre.budgetCurrency) }
}
