import Finance
import OrderedCollections
import Records
import Tabular

/// Holds changes against a book, one after the other.
struct ChangeChecker {
  let book: Book
  let scenario: Scenario
  private(set) var problems = Problems()
  private var place = SourceLocation(file: "", line: 1)

  init(book: Book, scenario: Scenario) { (self.book, self.scenario) = (book, scenario) }

  mutating func check(_ change: Change) {
    place = change.location
    switch change.kind {
    case .setContribution(let change):
      check(contributor: change.contributor)
      check(fund: change.fund)
      check(currency: change.amount.currency)
      noteBeyondHorizon(change.years.lowerBound)
    case .collectLevels(let change):
      check(fund: change.fund)
      noteBeyondHorizon(change.years.lowerBound)
    case .keepAgreements(let change):
      check(contributor: change.contributor)
      noteBeyondHorizon(change.years.lowerBound)
    case .payLate(let change):
      check(contributor: change.contributor)
      noteBeyondHorizon(change.years.lowerBound)
    case .payIn(let change):
      check(contributor: change.contributor)
      check(currency: change.currency)
    case .exchangeShock(let change):
      check(currency: change.currency)
      noteBeyondHorizon(change.from)
    case .addPosts(let change): check(change)
    case .endInKind(let change): check(change)
    case .scalePlan(let change): check(change)
    }
  }

  private mutating func check(_ change: AddPosts) {
    check(fund: change.post.fund)
    check(currency: change.post.yearlyCost.currency)
    guard book.posts.contains(where: { $0.id == change.post.id }) else { return }
    problems.error(
      place, "post '\(change.post.id)' stands in posts.csv already; give the new one another name")
  }

  private mutating func check(_ change: EndInKind) {
    check(contributor: change.contributor)
    noteBeyondHorizon(change.from)
    guard let what = change.what else { return }
    check("in-kind support", what, among: book.inKind.map(\.what))
  }

  private mutating func check(_ change: ScalePlan) {
    check(fund: change.fund)
    noteBeyondHorizon(change.years.lowerBound)
    guard let line = change.line else { return }
    let lines = book.budget.filter { change.fund == nil || $0.fund == change.fund }.map(\.line)
    check("line", line, among: lines)
  }

  private mutating func check(contributor: String?) {
    guard let contributor else { return }
    check("contributor", contributor, among: Array(book.contributors.keys))
  }

  private mutating func check(fund: String?) {
    guard let fund else { return }
    check("fund", fund, among: Array(book.centre.funds.keys))
  }

  private mutating func check(_ what: String, _ name: String, among known: [String]) {
    if !known.contains(name) {
      problems.error(place, Phrase.unknown(what, name, known: known.withoutRepeats))
    }
  }

  /// A currency is the book's own, or has a rate known on the as-of date.
  private mutating func check(currency: Currency) {
    let month = Month(scenario.asOf)
    if currency == book.centre.budgetCurrency || book.exchangeRates.rate(of: currency, in: month) != nil {
      return
    }
    let known = [book.centre.budgetCurrency, .usd] + book.exchangeRates.currencies
    problems.error(
      place,
      "currency \(currency) has no exchange rate up to \(month); add a row to exchange-rates.csv"
        + Phrase.suggestion(currency.code, among: known.map(\.code)))
  }

  private mutating func noteBeyondHorizon(_ first: Int) {
    guard first > scenario.horizon else { return }
    problems.note(
      place, "the change begins in \(first), after the horizon \(scenario.horizon): it changes nothing")
  }
}

extension [String] {
  /// Each word once, where it stands first.
  fileprivate var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
