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
      id: "non-budget-currency-share", title: "Share in other currencies", dimension: .exposure,
      formula: "core cash received in currencies other than the budget currency / core-receipts",
      unit: .share,
      window: "fiscal year", threshold: nil, source: "own",
      meaning: "The part of the income that shrinks or grows with exchange rates."),
  ]
}
