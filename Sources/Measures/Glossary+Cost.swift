/// Indicators of cost and exposure: what the spending goes to and what it hangs on.
extension Glossary {
  static let costIndicators: [Definition] = [
    Definition(
      id: "support-cost-ratio", title: "Support-cost ratio", dimension: .efficiency,
      formula: "programme support cost / (direct spending + programme support cost)", unit: .share,
      window: "fiscal year", threshold: nil, source: "own",
      meaning:
        "The part of all spending that pays for administration; 13 % charged on direct spending is 11.5 % of all."
    ),
    Definition(
      id: "staff-share", title: "Staff share", dimension: .efficiency,
      formula: "staff and other personnel / direct spending", unit: .share, window: "fiscal year",
      threshold: nil,
      source: "own", meaning: "The part of direct spending that cannot be stopped quickly."),
    Definition(
      id: "in-kind-share", title: "In-kind share", dimension: .inKind,
      formula: "in-kind support at replacement cost / (in-kind support + core-receipts)", unit: .share,
      window: "fiscal year", threshold: nil, source: "own",
      meaning: "Support that is not money: valued apart, never received, and to be paid for if it ends."),
    Definition(
      id: "replacement-cost", title: "Replacement cost of in-kind support", dimension: .inKind,
      formula: "in-kind support of the year at replacement cost; of a projected year, what was last given",
      unit: .budgetCurrency, window: "fiscal year", threshold: nil, source: "own",
      meaning: "What would have to be paid if the support ended."),
    Definition(
      id: "non-budget-currency-share", title: "Share in other currencies", dimension: .exposure,
      formula: "core cash received in currencies other than the budget currency / core-receipts",
      unit: .share,
      window: "fiscal year", threshold: nil, source: "own",
      meaning: "The part of the income that shrinks or grows with exchange rates."),
    Definition(
      id: "non-budget-currency-cost-share", title: "Share of cost in other currencies", dimension: .exposure,
      formula:
        "planned cost (of a recorded year, spending) in currencies other than the budget currency / all",
      unit: .share, window: "fiscal year", threshold: nil, source: "own",
      meaning: "The part of the cost that shrinks or grows with exchange rates."),
    Definition(
      id: "exchange-loss-20", title: "Loss if other currencies fall by 20 %", dimension: .exposure,
      formula: "0.2 x (income - cost) in currencies other than the budget currency", unit: .budgetCurrency,
      window: "fiscal year", threshold: nil, source: "own; the size of the fall is an assumption",
      meaning: "What a fall of all other currencies together costs in the year; below zero it helps."),
    Definition(
      id: "exchange-loss-20-share", title: "Loss at -20 % over the plan", dimension: .exposure,
      formula: "exchange-loss-20 / approved plan (of a recorded year, spending)", unit: .share,
      window: "fiscal year",
      threshold: Threshold(.atMost, 0.05, source: "assumption: a third of a 15 % reserve"),
      source: "own", meaning: "How much of a year's plan a fall of other currencies takes."),
  ]
}
