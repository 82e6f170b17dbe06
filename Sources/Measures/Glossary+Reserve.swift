/// Indicators of the reserve: what stands between the centre and an empty account.
extension Glossary {
  static let reserveIndicators: [Definition] = [
    Definition(
      id: "reserve-ratio", title: "Reserve ratio", dimension: .reserve,
      formula:
        "closing cash less open commitments / (reserve rate x approved plan of the next year, direct plus support cost)",
      unit: .index, window: "end of fiscal year",
      threshold: Threshold(
        .atLeast, 1, source: "the book's own reserve rule: the reserve is whole or it is not"),
      source:
        "reserve rate as in Stockholm Convention SC-8/27 and Montreal Protocol XXXI/17, 15 % unless the book says otherwise",
      meaning: "1 is a whole reserve, 0.5 half of it. Not measurable where no reserve is required."),
    Definition(
      id: "months-of-spending", title: "Months of spending", dimension: .reserve,
      formula: "closing cash / (spending of the year / 12)", unit: .months, window: "end of fiscal year",
      threshold: Threshold(.atLeast, 3, source: "assumption: a quarter of a year"), source: "own",
      meaning: "How long the cash would last at this year's spending if nothing more came in."),
    Definition(
      id: "lowest-month-cash", title: "Lowest month-end cash", dimension: .reserve,
      formula: "smallest month-end cash of the year", unit: .budgetCurrency,
      window: "months of the fiscal year",
      threshold: Threshold(.atLeast, 0, source: "own: a month below zero is a cash-out"), source: "own",
      meaning: "A year may close well and still run dry in a month before the money comes."),
  ]
}
