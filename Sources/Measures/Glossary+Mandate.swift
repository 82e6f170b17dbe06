/// Indicators of the mandate: out of which budget the money comes.
extension Glossary {
  static let mandateIndicators: [Definition] = [
    Definition(
      id: "extrabudgetary-share", title: "Extrabudgetary share", dimension: .mandate,
      formula: "XB / (XB + RB): extrabudgetary cash received over all cash received, all funds", unit: .share,
      window: "fiscal year, or as many years together as the rule says",
      threshold: Threshold(.above, 0.5, source: "assumption: \"primarily\" means more than half"),
      source:
        "Commission resolution 71/1 as reported by the sixteenth session of the APCTT Governing Council, para. 8",
      meaning: "Whether the centre is paid primarily by contributions and not from the regular budget."),
    Definition(
      id: "extrabudgetary-share-three-years", title: "Extrabudgetary share, three years", dimension: .mandate,
      formula: "XB / (XB + RB) of three years together, all funds", unit: .share,
      window: "three fiscal years together",
      threshold: Threshold(.above, 0.5, source: "assumption: \"primarily\" means more than half"),
      source:
        "Commission resolution 71/1 as reported by the sixteenth session of the APCTT Governing Council, para. 8",
      meaning: "The same over three years, so that a booking of one year turns no verdict."),
    Definition(
      id: "mandate-breach-by-horizon", title: "Chance that a rule of the mandate is broken",
      dimension: .mandate,
      formula:
        "largest, over the book's rules, of the share of futures in which the rule is broken in some year",
      unit: .probability, window: "all years of the projection", threshold: nil, source: "own",
      meaning: "The rule that is broken most often; in how many futures, at least once."),
    Definition(
      id: "extrabudgetary-share-strict", title: "Extrabudgetary share of core funds", dimension: .mandate,
      formula: "extrabudgetary core cash received / core-receipts", unit: .share, window: "fiscal year",
      threshold: Threshold(.atLeast, 1, source: "assumption: strict reading, no regular budget in the core"),
      source: "own",
      meaning:
        "The strict reading beside the usual one: regular-budget projects are left aside, the core is looked at."
    ),
    Definition(
      id: "extra-contribution-needed", title: "Extra contribution needed", dimension: .mandate,
      formula:
        "smallest whole cents x, 0 or more, with (XB + x) / (XB + x + RB) on the rule's side of its threshold",
      unit: .budgetCurrency, window: "as extrabudgetary-share", threshold: nil, source: "own",
      meaning:
        "What contributors would have had to pay beside what they paid for the rule to be met; 0 where it is met."
    ),
  ]
}
