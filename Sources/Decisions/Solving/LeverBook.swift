import Budgeting
import Finance
import Giving
import Measures
import OrderedCollections
public import Outlook
import Records
import Scenarios

/// Every lever a scenario and its book have, by name.
public struct LeverBook: Sendable {
  private let assumptions: Assumptions

  public init(_ assumptions: Assumptions) { self.assumptions = assumptions }

  /// In the order in which they are told.
  public var all: [Lever] {
    let core = coreFunds.first?.id
    let common = core.map { host($0) + [extra($0)] + [takeUp($0)].compactMap { $0 } } ?? []
    return common + [plan] + Lever.Assumption.allCases.map(assumption) + hostLate + currencies + changes
      + contributors
  }

  /// Reads `host.contribution`, `india.contribution of core` or either with `from 400000 to 2000000` behind it. Amounts
  /// in units of their currency, shares as decimals (`0.05`).
  /// - Throws: `DecisionError` with the nearest name.
  public func lever(_ text: String) throws(DecisionError) -> (lever: Lever, range: ClosedRange<Int>) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let name = words.first else {
      throw DecisionError("--find is empty; name a lever, such as \(all.first?.name ?? "plan")")
    }
    words.removeFirst()
    var lever = try named(name)
    if words.first == "of" {
      lever = try self.lever(lever, of: words.dropFirst().first)
      words.removeFirst(min(2, words.count))
    }
    return (lever, try range(words, of: lever))
  }

  private func named(_ name: String) throws(DecisionError) -> Lever {
    if let lever = all.first(where: { $0.name == name }) { return lever }
    let names = all.map(\.name)
    if let near = NearestName.of(name, among: names) {
      throw DecisionError("lever '\(name)' is unknown; did you mean '\(near)'?")
    }
    throw DecisionError("lever '\(name)' is unknown; this scenario has \(names.joined(separator: ", "))")
  }

  /// The same lever, of another fund.
  private func lever(_ lever: Lever, of fund: String?) throws(DecisionError) -> Lever {
    let funds = assumptions.funds.map(\.fund.id)
    guard let fund, funds.contains(fund) else {
      throw DecisionError(
        "fund '\(fund ?? "")' is unknown; write '\(lever.name) of' and one of \(funds.joined(separator: ", "))"
      )
    }
    switch lever.act {
    case .contribution(let contributor, _, _, let isAgreed):
      return contribution(lever.name, contributor, fund, isAgreed: isAgreed)
    case .takeUp: return takeUp(fund) ?? lever
    default: throw DecisionError("lever '\(lever.name)' belongs to no fund; leave out 'of \(fund)'")
    }
  }

  private func range(_ words: [String], of lever: Lever) throws(DecisionError) -> ClosedRange<Int> {
    if words.isEmpty { return lever.range }
    let form =
      "write '\(lever.name) from \(lever.number(lever.range.lowerBound)) to \(lever.number(lever.range.upperBound))'"
    guard words.count == 4, words[0] == "from", words[2] == "to" else {
      throw DecisionError("'\(words.joined(separator: " "))' is no range; \(form)")
    }
    let bounds = [words[1], words[3]].map { LeverBook.value($0, lever.unit) }
    guard let first = bounds[0], let last = bounds[1] else {
      throw DecisionError("'\(bounds[0] == nil ? words[1] : words[3])' is no value of \(lever.name); \(form)")
    }
    guard first < last else {
      throw DecisionError(
        "\(lever.name): \(words[1]) is not less than \(words[3]); exchange them or correct one")
    }
    let widest = LeverBook.widest(lever)
    guard widest.contains(first), widest.contains(last) else {
      throw DecisionError(
        "\(lever.name) lies from \(lever.text(widest.lowerBound)) to \(lever.text(widest.upperBound)); \(form)"
      )
    }
    return first...last
  }

  /// Whole units of a plain decimal, or of a percentage where shares are meant.
  private static func value(_ text: String, _ unit: Lever.Unit) -> Int? {
    switch unit {
    case .rate:
      if let rate = Rate(percent: text) { return rate.basisPoints }
      return Double(text).flatMap { $0.magnitude <= 100 ? Int(($0 * 10_000).rounded()) : nil }
    case .amount: return Double(text).flatMap { $0.magnitude <= 1e10 ? Int(($0 * 100).rounded()) : nil }
    case .number: return Int(text)
    }
  }

  /// What a lever can mean at all.
  private static func widest(_ lever: Lever) -> ClosedRange<Int> {
    switch lever.act {
    case .contribution: 0...1_000_000_000_000
    case .takeUp: 0...1_000_000
    case .plan, .exchange: -9_900...100_000
    case .assumption(.planGrowth), .assumption(.interest): -5_000...5_000
    case .assumption: 0...10_000
    case .late: 0...120
    case .change: lever.unit == .number ? 0...120 : -9_900...1_000_000_000_000
    }
  }

  // MARK: Levers

  private var book: Book { assumptions.book }
  private var coreFunds: [Fund] { assumptions.funds.map(\.fund).filter { $0.purpose == .core } }
  private var currency: Currency { book.centre.budgetCurrency }

  private func host(_ fund: String) -> [Lever] {
    guard let host = book.centre.host else { return [] }
    return [
      contribution("host.contribution", host, fund),
      contribution("host.agreement", host, fund, isAgreed: true),
    ]
  }

  /// Money that comes on top, from whomever.
  func extra(_ fund: String) -> Lever {
    contribution("extra.contribution", LeverBook.unnamed, fund)
  }

  /// A contributor that stands in no book.
  static let unnamed = "an-unnamed-contributor"

  private var contributors: [Lever] {
    book.contributors.values.filter { $0.kind != .adjustment && $0.id != book.centre.host }.map {
      contributor in
      let own = assumptions.givers.first { $0.giver.contributor == contributor.id }?.giver.fund
      return contribution(
        "\(contributor.id).contribution", contributor.id,
        own ?? coreFunds.first?.id ?? book.centre.funds.keys[0])
    }
  }

  private func name(_ contributor: String) -> String {
    contributor == LeverBook.unnamed
      ? "somebody further" : book.contributors[contributor]?.name ?? contributor
  }

  /// Up to twice the plan's largest year: where that does not help, money does not.
  private func contribution(
    _ name: String, _ contributor: String, _ fund: String, isAgreed: Bool = false
  ) -> Lever {
    let plan = assumptions.funds.first { $0.fund.id == fund }
    let yearly = assumptions.timeline.years.indices.map { year in
      let months = assumptions.timeline.months(of: year)
      let direct = plan?.units.reduce(0.0) { $0 + $1.monthly[months].reduce(0, +) } ?? 0
      return direct * (1 + (plan?.fund.supportCost.fraction ?? 0))
    }
    let most = max(100_000_00, Int(2 * (yearly.max() ?? 0) / 1_000_00) * 1_000_00)
    return Lever(
      name: name,
      title: "\(self.name(contributor)) gives fund \(fund), a year, "
        + (isAgreed ? "by agreement, paid as agreements are paid" : "for certain and on time"),
      unit: .amount(currency), range: 0...most, step: 1_000_00,
      act: .contribution(contributor, fund: fund, month: month(of: contributor, fund), isAgreed: isAgreed))
  }

  /// The month of the fiscal year in which an agreement's instalment of the giver is due; the first without one.
  private func month(of contributor: String, _ fund: String) -> Int {
    let plan = assumptions.givers.first { $0.giver.contributor == contributor && $0.giver.fund == fund }
    guard let due = plan?.instalments.first?.due, due >= 0 else { return 1 }
    let timeline = assumptions.timeline
    let year = timeline.years.indices.last { timeline.bounds[$0] <= due } ?? 0
    return min(12, due - assumptions.horizon.yearStarts[year] + 1)
  }

  private func takeUp(_ fund: String) -> Lever? {
    guard !book.levels.isEmpty else { return nil }
    return Lever(
      name: "levels.share",
      title: "share of the recommended levels that members pay for certain to fund \(fund)",
      unit: .rate, range: 0...10_000, step: 100, act: .takeUp(fund: fund))
  }

  private var plan: Lever {
    Lever(
      name: "plan", title: "change of every line of the plan", unit: .rate, range: -9_000...10_000, step: 50,
      act: .plan)
  }

  private func assumption(_ assumption: Lever.Assumption) -> Lever {
    let (title, range, step) =
      switch assumption {
      case .planGrowth: ("yearly growth of plans nobody has written", -1_000...2_000, 10)
      case .reserve: ("operating reserve, share of the next year's plan", 0...10_000, 50)
      case .renewal: ("probability that an agreement is renewed", 0...10_000, 50)
      case .onTime: ("probability that an instalment comes on time", 0...10_000, 50)
      case .failure: ("probability that an instalment never comes", 0...10_000, 50)
      case .interest: ("yearly interest on balances", 0...1_000, 10)
      }
    return Lever(
      name: assumption.rawValue, title: title, unit: .rate, range: range, step: step,
      act: .assumption(assumption))
  }

  private var hostLate: [Lever] {
    guard let host = book.centre.host else { return [] }
    return [
      Lever(
        name: "host.months-late", title: "months by which the host pays later", unit: .number, range: 0...24,
        step: 1,
        act: .late(host))
    ]
  }

  private var currencies: [Lever] {
    assumptions.exchange.currencies.dropFirst().map {
      Lever(
        name: "\($0).value", title: "change of the value of \($0) in dollars", unit: .rate,
        range: -9_000...5_000,
        step: 50, act: .exchange($0))
    }
  }

  /// Numbers of the scenario's own changes, where a kind stands once.
  private var changes: [Lever] {
    let named = assumptions.scenario.changes.enumerated().compactMap { index, change in
      LeverBook.own(change.kind).map { (index: index, form: $0) }
    }
    return named.filter { item in named.count { $0.form.name == item.form.name } == 1 }.map { item in
      Lever(
        name: item.form.name, title: "\(item.form.name) of the scenario", unit: item.form.unit,
        range: item.form.range, step: item.form.step, act: .change(item.index))
    }
  }

  private typealias Form = (name: String, unit: Lever.Unit, range: ClosedRange<Int>, step: Int)

  private static func own(_ kind: Change.Kind) -> Form? {
    switch kind {
    case .setContribution(let gift):
      (
        "set-contribution.amount", .amount(gift.amount.currency), 0...max(100_000_00, 4 * gift.amount.cents),
        1_000_00
      )
    case .collectLevels: ("collect-levels.share", .rate, 0...10_000, 100)
    case .payLate: ("pay-late.months", .number, 0...24, 1)
    case .exchangeShock: ("exchange-shock.percent", .rate, -9_000...5_000, 50)
    case .addPosts: ("add-posts.count", .number, 0...20, 1)
    case .scalePlan: ("scale-plan.percent", .rate, -9_000...10_000, 50)
    case .keepAgreements, .payIn, .endInKind: nil
    }
  }
}

/// A question that cannot be decided as it is put, with the way out.
public struct DecisionError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
