import Finance
import OrderedCollections
import Tabular

/// Reads `centre.yaml`: the centre where everything is right, and as much of it as rows can be checked against
/// where something is wrong.
struct CentreReader {
  static let file = "centre.yaml"
  private static let keys = [
    "centre", "name", "host", "budget_currency", "fiscal_year_start", "years", "recognition", "reserve",
    "funds", "mandate", "classes",
  ]

  let yaml: YAMLMapping
  private(set) var problems = Problems()

  init(_ yaml: YAMLMapping) { self.yaml = yaml }

  mutating func read() -> (centre: Centre?, context: ReadingContext) {
    yaml.rejectUnknown(known: CentreReader.keys, &problems)
    let id = yaml.identifier("centre", &problems)
    let name = yaml.displayText("name", &problems)
    let host = yaml.optionalString("host", &problems)
    let currency = yaml.currency("budget_currency", &problems)
    let start = yaml.integer("fiscal_year_start", in: 1...12, required: false, &problems)
    let years = years()
    let recognition = yaml.choice("recognition", of: Recognition.self, required: false, &problems)
    let reserve = reserve()
    let funds = funds()
    let mandate = mandate(funds: funds.map { Array($0.keys) })
    let classes = classes()
    let context = ReadingContext(
      years: years, fundPurposes: fundPurposes(funds), budgetCurrency: currency, fiscalYearStart: start ?? 1,
      classNames: classes)
    guard !problems.hasErrors, let id, let name, let currency, let years, let reserve, let funds else {
      return (nil, context)
    }
    let centre = Centre(
      id: id, name: name, host: host, budgetCurrency: currency, fiscalYearStart: start ?? 1, years: years,
      recognition: recognition ?? .upfront, reserve: reserve, funds: funds, mandate: mandate,
      classNames: classes ?? [:], location: yaml.location)
    return (centre, context)
  }

  /// `2015-2030`.
  private mutating func years() -> ClosedRange<Int>? {
    let expected = "two years; write the first and the last with a hyphen, such as 2015-2030"
    return yaml.value("years", required: true, expected: expected, &problems) { text in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 }),
        let first = PlainNumber.integer(parts[0]), let last = PlainNumber.integer(parts[1]),
        first >= 1, first <= last
      else { return nil }
      return first...last
    }
  }

  private mutating func reserve() -> ReserveRule? {
    guard let reserve = yaml.mapping("reserve", &problems) else { return nil }
    reserve.rejectUnknown(known: ["rate", "source"], &problems)
    let rate = reserve.rate("rate", upTo: CentreReader.highestRate, &problems)
    guard let source = reserve.string("source", &problems), let rate else { return nil }
    return ReserveRule(rate: rate, source: source)
  }

  static let highestRate = Rate(basisPoints: 100_000)
}

// MARK: - Funds
extension CentreReader {
  private static let fundKeys = ["name", "source_of_funds", "purpose", "programme_support", "reserve"]

  private mutating func funds() -> OrderedDictionary<String, Fund>? {
    guard let mapping = yaml.mapping("funds", &problems) else { return nil }
    var funds: OrderedDictionary<String, Fund> = [:]
    for entry in mapping.entries {
      guard isIdentifier(entry, "fund"), let body = body(of: entry, "fund") else { continue }
      if let fund = fund(entry, body) { funds[entry.key] = fund }
    }
    return funds.count == mapping.entries.count ? funds : nil
  }

  private mutating func fund(_ entry: YAMLMapping.Entry, _ body: YAMLMapping) -> Fund? {
    body.rejectUnknown(known: CentreReader.fundKeys, &problems)
    let name = body.displayText("name", &problems)
    let source = body.choice("source_of_funds", of: SourceOfFunds.self, &problems)
    let purpose = body.choice("purpose", of: FundPurpose.self, &problems)
    let support = body.rate("programme_support", upTo: .whole, &problems)
    let reserve = body.rate("reserve", upTo: CentreReader.highestRate, required: false, &problems)
    guard let name, let source, let purpose, let support else { return nil }
    return Fund(
      id: entry.key, name: name, sourceOfFunds: source, purpose: purpose, supportCost: support,
      reserve: reserve, location: entry.location)
  }

  private func fundPurposes(_ funds: OrderedDictionary<String, Fund>?)
    -> OrderedDictionary<String, FundPurpose>?
  {
    funds?.mapValues(\.purpose)
  }

  private mutating func isIdentifier(_ entry: YAMLMapping.Entry, _ what: String) -> Bool {
    if Identifier.isValid(entry.key) { return true }
    problems.error(entry.location, "\(what) '\(Wording.shown(entry.key))' is not \(Wording.anIdentifier)")
    return false
  }

  private mutating func body(of entry: YAMLMapping.Entry, _ what: String) -> YAMLMapping? {
    if let body = entry.value.mapping { return body }
    problems.error(
      entry.location,
      "\(what) '\(entry.key)' holds \(entry.value.kindName); expected its keys with values, indented below it"
    )
    return nil
  }
}

// MARK: - Mandate and classes
extension CentreReader {
  private static let mandateKeys = [
    "symbol", "wording", "predicate", "window", "scope", "source", "assumption",
  ]

  private mutating func mandate(funds: [String]?) -> [MandateRule] {
    guard let mapping = yaml.optionalMapping("mandate", &problems) else { return [] }
    var rules: [MandateRule] = []
    for entry in mapping.entries {
      guard isIdentifier(entry, "mandate rule"), let body = body(of: entry, "mandate rule") else { continue }
      if let rule = rule(entry, body, funds) { rules.append(rule) }
    }
    return rules
  }

  private mutating func rule(_ entry: YAMLMapping.Entry, _ body: YAMLMapping, _ funds: [String]?)
    -> MandateRule?
  {
    body.rejectUnknown(known: CentreReader.mandateKeys, &problems)
    let symbol = body.string("symbol", &problems)
    let wording = body.string("wording", &problems)
    let predicate = body.string("predicate", &problems)
    let window = body.integer("window", in: 1...50, &problems)
    let scope = scope(body, funds)
    let source = body.string("source", &problems)
    let assumption = body.optionalString("assumption", &problems) ?? ""
    guard let symbol, let wording, let predicate, let window, let scope, let source else { return nil }
    return MandateRule(
      id: entry.key, symbol: symbol, wording: wording, predicate: predicate, window: window, scope: scope,
      source: source, assumption: assumption, location: entry.location)
  }

  private mutating func scope(_ body: YAMLMapping, _ funds: [String]?) -> String? {
    guard let scope = body.string("scope", &problems) else { return nil }
    guard let funds else { return scope }
    let known = ["all", "core"] + funds.filter { $0 != "core" && $0 != "all" }
    if known.contains(scope) { return scope }
    problems.error(body.location(of: "scope"), Wording.unknown("scope", scope, known: known))
    return nil
  }

  /// `nil` where one of them is wrong.
  private mutating func classes() -> OrderedDictionary<String, ObjectClass>? {
    guard let mapping = yaml.optionalMapping("classes", &problems) else { return [:] }
    var names: OrderedDictionary<String, ObjectClass> = [:]
    for key in mapping.keys {
      if let known = mapping.choice(key, of: ObjectClass.self, &problems) { names[key] = known }
    }
    return names.count == mapping.entries.count ? names : nil
  }
}
