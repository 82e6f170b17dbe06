import Finance
import Records
import Tabular

/// One function a kind; each reports everything that is wrong before it gives up.
extension ChangeReader {
  func setContribution(_ mapping: YAMLMapping, _ problems: inout Problems) -> SetContribution? {
    let contributor = mapping.identifier("contributor", &problems)
    let fund = mapping.identifier("fund", &problems)
    let years = mapping.years(horizon: horizon, &problems)
    let amount = mapping.money("amount", &problems)
    let month = month(mapping, &problems)
    let isAgreed = mapping.yesOrNo("agreed", required: false, &problems)
    guard let contributor, let fund, let years, let amount, let month else { return nil }
    return SetContribution(
      contributor: contributor, fund: fund, years: years, amount: amount, month: month,
      isAgreed: isAgreed ?? false)
  }

  func collectLevels(_ mapping: YAMLMapping, _ problems: inout Problems) -> CollectLevels? {
    let share = mapping.rate("share", within: .zero ... .whole, &problems)
    let fund = mapping.identifier("fund", &problems)
    let years = mapping.years(horizon: horizon, &problems)
    let month = month(mapping, &problems)
    let group = mapping.choice("group", of: ContributorGroup.self, required: false, &problems)
    guard let share, let fund, let years, let month else { return nil }
    return CollectLevels(share: share, fund: fund, years: years, month: month, group: group)
  }

  func keepAgreements(_ mapping: YAMLMapping, _ problems: inout Problems) -> KeepAgreements? {
    let contributor = mapping.identifier("contributor", required: false, &problems)
    guard let years = mapping.years(horizon: horizon, &problems) else { return nil }
    return KeepAgreements(contributor: contributor, years: years)
  }

  func payLate(_ mapping: YAMLMapping, _ problems: inout Problems) -> PayLate? {
    let contributor = mapping.identifier("contributor", &problems)
    let months = mapping.integer("months", in: 0...60, &problems)
    let years = mapping.years(horizon: horizon, &problems)
    guard let contributor, let months, let years else { return nil }
    return PayLate(contributor: contributor, months: months, years: years)
  }

  func payIn(_ mapping: YAMLMapping, _ problems: inout Problems) -> PayIn? {
    let contributor = mapping.identifier("contributor", &problems)
    let currency = mapping.currency("currency", &problems)
    guard let contributor, let currency else { return nil }
    return PayIn(contributor: contributor, currency: currency)
  }

  func exchangeShock(_ mapping: YAMLMapping, _ problems: inout Problems) -> ExchangeShock? {
    let currency = mapping.currency("currency", &problems)
    let change = mapping.rate("percent", within: .shock, &problems)
    let from = mapping.year("from", &problems)
    guard let currency, let change, let from else { return nil }
    if currency == .usd {
      problems.error(
        mapping.location(of: "currency"),
        "the dollar's value in dollars does not change; name the currency that does, with its change in dollars"
      )
      return nil
    }
    return ExchangeShock(currency: currency, change: change, from: from)
  }

  func endInKind(_ mapping: YAMLMapping, _ problems: inout Problems) -> EndInKind? {
    let contributor = mapping.identifier("contributor", required: false, &problems)
    let what = mapping.displayText("what", required: false, &problems)
    guard let from = mapping.year("from", &problems) else { return nil }
    return EndInKind(from: from, contributor: contributor, what: what)
  }

  func scalePlan(_ mapping: YAMLMapping, _ problems: inout Problems) -> ScalePlan? {
    let change = mapping.rate("percent", within: .scaling, &problems)
    let years = mapping.years(horizon: horizon, &problems)
    let fund = mapping.identifier("fund", required: false, &problems)
    let line = mapping.identifier("line", required: false, &problems)
    guard let change, let years else { return nil }
    return ScalePlan(change: change, years: years, fund: fund, line: line)
  }

  private func month(_ mapping: YAMLMapping, _ problems: inout Problems) -> Int? {
    mapping.integer("month", in: 1...12, &problems)
  }
}
