/// Indicators of concentration: on how few the money hangs.
extension Glossary {
  static let concentrationIndicators: [Definition] = [
    Definition(
      id: "host-share", title: "Host's share", dimension: .concentration,
      formula: "host-receipts / core-receipts", unit: .share, window: "fiscal year",
      threshold: nil, source: "own",
      meaning: "How far the core hangs on the host country alone; judged over three years."),
    Definition(
      id: "host-share-three-years", title: "Host's share, three years", dimension: .concentration,
      formula: "host-receipts of three years / core-receipts of three years, net refunds of a giver left out",
      unit: .share, window: "three fiscal years together",
      threshold: Threshold(.atMost, 0.5, source: "assumption: no single payer above one half"), source: "own",
      meaning: "The same over three years, so that a booking of one year turns no verdict."),
    Definition(
      id: "largest-share-three-years", title: "Largest contributor's share, three years",
      dimension: .concentration,
      formula: "largest core cash received from one contributor / core-receipts, of three years",
      unit: .share,
      window: "three fiscal years together", threshold: nil, source: "own",
      meaning: "How much goes if one contributor goes, host or not."),
    Definition(
      id: "largest-other-share", title: "Largest share beside the host", dimension: .concentration,
      formula: "largest core cash received from one contributor other than the host / core-receipts",
      unit: .share,
      window: "fiscal year", threshold: nil, source: "own",
      meaning: "How far the core hangs on the next largest giver."),
    Definition(
      id: "hhi", title: "Concentration (Herfindahl-Hirschman index)", dimension: .concentration,
      formula: "sum of squared shares of positive core cash received, by contributor", unit: .index,
      window: "fiscal year", threshold: nil, source: "Herfindahl 1950; Hirschman 1964",
      meaning:
        "1 is one giver, 1/n is n equal givers. A larger gift of the largest giver raises it. Judged over three years."
    ),
    Definition(
      id: "hhi-three-years", title: "Concentration, three years", dimension: .concentration,
      formula: "sum of squared shares of positive core cash received in three years, by contributor",
      unit: .index, window: "three fiscal years together",
      threshold: Threshold(
        .atMost, 0.25,
        source:
          "assumption: the line of \"highly concentrated\" in competition practice, 2,500 of 10,000 points"),
      source: "Herfindahl 1950; Hirschman 1964",
      meaning: "The same over three years, so that a booking of one year turns no verdict."),
    Definition(
      id: "hhi-with-earmarked", title: "Concentration with earmarked grants",
      dimension: .concentration,
      formula: "sum of squared shares of positive cash received in core and earmarked funds, by contributor",
      unit: .index, window: "fiscal year", threshold: nil, source: "Herfindahl 1950; Hirschman 1964",
      meaning: "Grants for projects widen the circle of givers and pay for nothing in the core."),
    Definition(
      id: "earmarked-share", title: "Earmarked share", dimension: .concentration,
      formula: "cash received in earmarked funds / cash received in all funds", unit: .share,
      window: "fiscal year", threshold: nil, source: "own",
      meaning: "The part of all money that may pay its own project's lines only."),
    Definition(
      id: "months-to-shortfall-without-largest", title: "Months to a shortfall, largest gone",
      dimension: .concentration,
      formula:
        "months of the projection before that of the first shortfall, on the central path on which the "
        + "largest contributor of the first year pays nothing; all months where there is none",
      unit: .months, window: "the projection",
      threshold: Threshold(.atLeast, 12, source: "assumption: a budget year to find another"), source: "own",
      meaning: "How long the plan holds if the largest contributor stops. All months: at least so many."),
    Definition(
      id: "months-to-cash-out-without-largest", title: "Months to a cash-out, largest gone",
      dimension: .concentration,
      formula: "the same before the first month below zero, after the response", unit: .months,
      window: "the projection",
      threshold: Threshold(.atLeast, 12, source: "assumption: a budget year to find another"), source: "own",
      meaning: "How long bills are paid if the largest contributor stops and the response does what it can."),
    Definition(
      id: "effective-contributors", title: "Effective contributors", dimension: .concentration,
      formula: "1 / hhi", unit: .count, window: "fiscal year", threshold: nil,
      source: "Herfindahl 1950; Hirschman 1964",
      meaning: "How many givers of equal size would be as concentrated as those there are."),
  ]
}
