public import Finance
import OrderedCollections
public import Tabular

@testable public import Records

/// A book written in code: amounts in whole units of the budget currency unless a currency is named.
public struct BookBuilder {
  public var host: String? = "host"
  public var currency = Currency.usd
  public var fiscalYearStart = 1
  public var recognition = Recognition.upfront
  public var reserve = Rate(basisPoints: 1500)
  public var mandate: [MandateRule] = []
  public private(set) var funds: [Fund] = []
  private var contributors: [Contributor] = []
  private var levels: [RecommendedLevel] = []
  private var agreements: [Agreement] = []
  private var contributions: [Contribution] = []
  private var inKind: [InKind] = []
  private var expenditures: [Expenditure] = []
  private var budget: [BudgetLine] = []
  private var posts: [Post] = []
  private var balances: [Balance] = []
  private var quotes: [ExchangeRates.Quote] = []

  public init() {}

  // MARK: Centre

  public mutating func fund(
    _ id: String, source: SourceOfFunds = .extrabudgetary, purpose: FundPurpose = .core,
    support basisPoints: Int = 1300, reserve: Rate? = nil
  ) {
    funds.append(
      Fund(
        id: id, name: id, sourceOfFunds: source, purpose: purpose,
        supportCost: Rate(basisPoints: basisPoints), reserve: reserve, location: .line))
  }

  public mutating func contributor(
    _ id: String, group: ContributorGroup = .developing, member: Bool = true,
    kind: ContributorKind = .government
  ) {
    let spell = Contributor.Spell(fromYear: nil, group: group, councilMember: member, provenance: .found)
    contributors.append(
      Contributor(id: id, name: id, kind: kind, aliases: [], fiscalYearStart: 1, spells: [spell]))
  }

  public mutating func level(_ group: ContributorGroup, _ amount: Int, years: ClosedRange<Int> = 2000...2100)
  {
    levels.append(
      RecommendedLevel(
        subject: .group(group), years: years, amount: money(amount, nil), provenance: .found))
  }

  public mutating func rule(
    _ predicate: String, window: Int = 1, scope: String = "all", assumption: String = ""
  ) {
    mandate.append(
      MandateRule(
        id: "rule-\(mandate.count + 1)", symbol: "RULE/\(mandate.count + 1)", wording: "",
        predicate: predicate,
        window: window, scope: scope, source: "test", assumption: assumption, location: .line))
  }

  // MARK: Ledger

  public mutating func agreement(
    _ id: String, by contributor: String, fund: String = "core", from: String, to: String?, amount: Int,
    currency: Currency? = nil, conditional: Bool = false, _ instalments: Agreement.Instalments,
    signed: String? = nil
  ) {
    agreements.append(
      Agreement(
        id: id, contributor: contributor, fund: fund, signed: day(signed ?? from), from: day(from),
        to: to.map(day), amount: money(amount, currency), conditional: conditional, instalments: instalments,
        provenance: .found))
  }

  /// `when`: a year or a day.
  public mutating func contribution(
    _ contributor: String, _ when: String, _ amount: Int, fund: String = "core", stage: Stage = .received,
    currency: Currency? = nil, agreement: String? = nil
  ) {
    contributions.append(
      Contribution(
        occasion: occasion(when), contributor: contributor, fund: fund, stage: stage,
        amount: money(amount, currency), agreement: agreement, reference: nil, provenance: .found))
  }

  public mutating func expenditure(
    _ when: String, _ objectClass: ObjectClass, _ amount: Int, fund: String = "core"
  ) {
    expenditures.append(
      Expenditure(
        occasion: occasion(when), fund: fund, objectClass: objectClass, amount: money(amount, nil),
        provenance: .found))
  }

  public mutating func support(
    inKind what: String, by contributor: String, year: Int, value: Int, replaces line: String
  ) {
    inKind.append(
      InKind(
        year: year, contributor: contributor, what: what, value: money(value, nil), replaces: line,
        provenance: .found))
  }

  public mutating func balance(
    _ date: String, fund: String = "core", cash: Int, openCommitments: Int? = nil, receivable: Int? = nil,
    payable: Int? = nil, employees: Int? = nil
  ) {
    balances.append(
      Balance(
        date: day(date), fund: fund, cash: cash * 100, receivable: receivable.map { $0 * 100 },
        payable: payable.map { $0 * 100 }, openCommitments: openCommitments.map { $0 * 100 },
        employeeLiabilities: employees.map { $0 * 100 }, provenance: .found))
  }

  public mutating func quote(_ currency: String, _ month: String, _ localPerDollar: Double) {
    guard let currency = Currency(code: currency), let month = Month(iso: month) else {
      preconditionFailure("\(currency) \(month)")
    }
    let rate = ExchangeRate(currency: currency, localPerDollar: localPerDollar)
    quotes.append(ExchangeRates.Quote(month: month, rate: rate, provenance: .found))
  }

  // MARK: Plan

  public mutating func line(
    _ line: String, _ objectClass: ObjectClass, _ year: Int, _ amount: Int, fund: String = "core",
    discretionary: Bool = true, notice: Int = 0, currency: Currency? = nil, assumed: Bool = false
  ) {
    budget.append(
      BudgetLine(
        year: year, fund: fund, line: line, objectClass: objectClass, purpose: .core,
        amount: money(amount, currency), discretionary: discretionary, noticeMonths: notice,
        provenance: assumed ? .assumed : .found))
  }

  public mutating func post(
    _ id: String, fund: String = "core", from: String, to: String? = nil, yearly: Int, notice: Int = 0,
    separation: Int = 0
  ) {
    posts.append(
      .sample(id, fund: fund, from: from, to: to, yearly: yearly, notice: notice, separation: separation))
  }

  // MARK: The book

  public func book(asOf: String? = nil) -> Book {
    let centre = Centre(
      id: "centre", name: "Centre", host: host, budgetCurrency: currency, fiscalYearStart: fiscalYearStart,
      years: 1990...2100, recognition: recognition, reserve: ReserveRule(rate: reserve, source: "test"),
      funds: OrderedDictionary(uniqueKeysWithValues: funds.map { ($0.id, $0) }), mandate: mandate,
      classNames: [:], location: .line)
    return Book(
      centre: centre,
      contributors: OrderedDictionary(uniqueKeysWithValues: contributors.map { ($0.id, $0) }),
      levels: levels, agreements: agreements, contributions: contributions, inKind: inKind,
      expenditures: expenditures, budget: budget, posts: posts, balances: balances,
      exchangeRates: ExchangeRates(quotes), controls: [], inputs: [], asOf: asOf.map(day))
  }

  private func money(_ amount: Int, _ other: Currency?) -> Money {
    Money(cents: amount * 100, currency: other ?? currency)
  }
}

extension Post {
  /// A post in dollars, with the source of a found one.
  public static func sample(
    _ id: String, fund: String = "core", from: String, to: String? = nil, yearly: Int, notice: Int = 0,
    separation: Int = 0
  ) -> Post {
    Post(
      id: id, grade: "P-3", fund: fund, from: day(from), to: to.map(day),
      yearlyCost: Money(cents: yearly * 100, currency: .usd), noticeMonths: notice,
      separationCost: separation * 100, provenance: .found)
  }
}

extension SourceLocation {
  public static let line = SourceLocation(file: "test", line: 1)
}

extension Provenance {
  public static let found = Provenance(source: "test", knownOn: .endOfYear(1990), location: .line)
  public static let assumed = Provenance(
    source: "assumption: test", knownOn: .endOfYear(1990), location: .line)
}

/// A date the test wrote itself.
public func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(iso: text) else { preconditionFailure("no date: \(text)") }
  return date
}

private func occasion(_ text: String) -> Occasion {
  Int(text).map(Occasion.year) ?? .day(day(text))
}
