/// Indicators of concentration: on how few the money hangs.
extension Glossary {
  static let concentrationIndicators: [Definition] = [
    Definition(
      id: "host-share", title: "Host's share", dimension: .concentration,
      formula: "host-receipts / core-receipts", unit: .share, window: "fiscal year",
      threshold: Threshold(.atMost, 0.5, source: "assumption: no single payer above one half"), source: "own",
      meaning: "How far the core hangs on the host country alone."),
    Definition(
      id: "largest-other-share", title: "Largest share beside the host", dimension: .concentration,
      formula: "largest core cash received from one contributor other than the host / core-receipts",
      unit: .share,
      window: "fiscal year", threshold: nil, source: "own",
      meaning: "How far the core hangs on the next largest giver."),
    Definition(
      id: "hhi", title: "Concentration (Herfindahl-Hirschman index)", dimension: .concentration,
      formula: "sum of squared shares of positive core cash received, by contributor", unit: .index,
      window: "fiscal year",
      threshold: Threshold(
        .atMost, 0.25,
        source:
          "assumption: the line of \"highly concentrated\" in competition practice, 2,500 of 10,000 points"),
      source: "Herfindahl 1950; Hirschman 1964",
      meaning: "1 is one giver, 1/n is n equal givers. A larger gift of the largest giver raises it."),
    Definition(
      id: "effective-contributors", title: "Effective contributors", dimension: .concentration,
      formula: "1 / hhi", unit: .count, window: "fiscal year",
      threshold: Threshold(.atLeast, 4, source: "assumption: the same line as hhi at most 0.25"),
      source: "Herfindahl 1950; Hirschman 1964",
      meaning: "How many givers of equal size would be as concentrated as those there are."),
  ]
}
