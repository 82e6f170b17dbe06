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
  ]
}
