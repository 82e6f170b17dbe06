/// Indicators of risk: in how many futures the money does not last.
extension Glossary {
  private static let oneInTwenty = "assumption: one future in twenty"

  static let riskIndicators: [Definition] = [
    Definition(
      id: "shortfall", title: "Shortfall", dimension: .risk,
      formula: "share of futures in which the approved plan does not fit the money while the reserve is held",
      unit: .probability, window: "fiscal year", threshold: Threshold(.atMost, 0.05, source: oneInTwenty),
      source: "own",
      meaning:
        "The headline: the approved plan cannot be met in full while holding the reserve, before any response."
    ),
    Definition(
      id: "funding-gap", title: "Funding gap", dimension: .risk,
      formula: "planned spending put off or cut by the response", unit: .budgetCurrency,
      window: "fiscal year",
      threshold: nil, source: "own",
      meaning: "What was planned and could not be paid for: the price of a shortfall."),
    Definition(
      id: "breach", title: "Breach of the reserve", dimension: .risk,
      formula: "share of futures in which a month ends below the required reserve after the response",
      unit: .probability, window: "months of the fiscal year",
      threshold: Threshold(.atMost, 0.05, source: oneInTwenty),
      source: "own", meaning: "The response was not enough, or it drew on the reserve."),
    Definition(
      id: "cash-out", title: "Cash-out", dimension: .risk,
      formula: "share of futures in which a month ends below zero", unit: .probability,
      window: "months of the fiscal year", threshold: Threshold(.atMost, 0.05, source: oneInTwenty),
      source: "own",
      meaning: "Salaries and bills of a month cannot be paid when they are due."),
    Definition(
      id: "shortfall-by-horizon", title: "Shortfall in some year", dimension: .risk,
      formula: "share of futures with a shortfall in some year of the projection", unit: .probability,
      window: "all years of the projection", threshold: nil, source: "own",
      meaning: "How often the plan does not fit at least once."),
    Definition(
      id: "breach-by-horizon", title: "Breach of the reserve in some year", dimension: .risk,
      formula: "share of futures with a breach in some year of the projection", unit: .probability,
      window: "all years of the projection", threshold: nil, source: "own",
      meaning: "How often the reserve is touched at least once."),
    Definition(
      id: "cash-out-by-horizon", title: "Cash-out in some year", dimension: .risk,
      formula: "share of futures with a month below zero in some year of the projection", unit: .probability,
      window: "all years of the projection", threshold: nil, source: "own",
      meaning: "How often bills cannot be paid at least once."),
    Definition(
      id: "first-shortfall-year", title: "Year of the first shortfall", dimension: .risk,
      formula: "first year by which at least half of the futures have had a shortfall", unit: .count,
      window: "all years of the projection", threshold: nil, source: "own",
      meaning: "From when on a shortfall is more likely than not. Not measurable where it never is."),
    Definition(
      id: "funding-gap-es95", title: "Expected shortfall of the gap (95 %)", dimension: .risk,
      formula: "mean of the largest 5 % of funding-gap over all futures", unit: .budgetCurrency,
      window: "fiscal year", threshold: nil, source: "Acerbi and Tasche 2002",
      meaning: "How much is cut in the worst one in twenty futures."),
  ]
  /// Words for risks that `summary.csv` tells beside the indicators.
  static let riskTerms: [Term] = [
    Term(
      id: "expected-shortfall", title: "Expected shortfall (es95)",
      meaning:
        "The mean of the worst one in twenty futures: how bad it is when it is bad, where the 95 % quantile only "
        + "says from where on. With 100,000 futures the mean of the 5,000 largest amounts.",
      source: "Acerbi and Tasche 2002; its Monte Carlo error Manistre and Hancock 2005"),
    Term(
      id: "first-in-year", title: "First in a year",
      meaning:
        "The share of futures in which something happens in this year and in no earlier one of the projection. "
        + "Over all years they add up to 1 together with the share in which it never happens.", source: "own"),
    Term(
      id: "joint-probability", title: "Joint probability",
      meaning:
        "The share of futures in which two things happen in the same year, such as a shortfall and a breach of the "
        + "reserve, or shortfalls of several funds. It is no product: what causes one often causes the other.",
      source: "own"),
  ]
}
