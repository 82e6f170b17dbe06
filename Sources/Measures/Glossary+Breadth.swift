/// Indicators of breadth and predictability: from how many the money comes, how steadily and how surely.
extension Glossary {
  static let breadthIndicators: [Definition] = [
    Definition(
      id: "contributing-members-share", title: "Members that contribute", dimension: .breadth,
      formula: "contributing-members / council members", unit: .share, window: "fiscal year",
      threshold: Threshold(.atLeast, 0.5, source: "assumption: at least every second member"), source: "own",
      meaning: "The part of the council that pays anything to the core."),
    Definition(
      id: "contributors-three-years", title: "Contributors a year", dimension: .breadth,
      formula: "contributors whose core cash received is above zero, mean of three years", unit: .count,
      window: "three fiscal years", threshold: nil, source: "own",
      meaning: "On how many shoulders the core stands, members or not."),
    Definition(
      id: "new-contributors", title: "New contributors", dimension: .breadth,
      formula: "contributors above zero in the year and in no earlier year of the record", unit: .count,
      window: "fiscal year", threshold: nil, source: "own",
      meaning: "Who gives for the first time as far as the record reaches back."),
    Definition(
      id: "lapsed-contributors", title: "Lapsed contributors", dimension: .breadth,
      formula: "contributors above zero in the year before and not in the year", unit: .count,
      window: "fiscal year", threshold: nil, source: "own", meaning: "Who gave last year and does not."),
    Definition(
      id: "returned-contributors", title: "Returned contributors", dimension: .breadth,
      formula: "contributors above zero in the year, not in the year before, and in an earlier one",
      unit: .count, window: "fiscal year", threshold: nil, source: "own",
      meaning: "Who gives again after a gap."),
    Definition(
      id: "retention-three-years", title: "Contributors that gave again", dimension: .breadth,
      formula:
        "of those above zero in the year before, the share above zero in the year; three years together",
      unit: .share, window: "three fiscal years together", threshold: nil, source: "own",
      meaning: "How many of last year's contributors come back."),
    Definition(
      id: "income-volatility", title: "Variation of yearly income", dimension: .predictability,
      formula: "standard deviation / mean of yearly core-receipts, of all years as a whole population",
      unit: .index, window: "up to five fiscal years, at least three", threshold: nil,
      source: "coefficient of variation",
      meaning: "0 is the same every year; at 1 a year commonly lies as far from the mean as nothing does."),
    Definition(
      id: "collection-rate", title: "Collection of what was due", dimension: .predictability,
      formula:
        "received / due: receipts that name an agreement, or of a contributor that pledged for the year, "
        + "over instalments due and pledges", unit: .share, window: "fiscal year", threshold: nil,
      source: "own", meaning: "How much of what was promised for the year came in it."),
    Definition(
      id: "months-late", title: "Months late", dimension: .predictability,
      formula: "median over receipts of an agreement, in the order of its instalments: month received less "
        + "month due", unit: .months, window: "the record", threshold: nil, source: "own",
      meaning: "How long after the day it is due money comes; below zero is early."),
    Definition(
      id: "plan-error", title: "Error of the centre's own plans", dimension: .predictability,
      formula: "mean of |spent - planned| / planned over years with both, assumed plans left out",
      unit: .share,
      window: "up to three fiscal years", threshold: nil, source: "own",
      meaning: "How far spending came from the approved plan, above or below."),
    Definition(
      id: "forecast-error", title: "Error of this engine's forecasts", dimension: .predictability,
      formula: "mean of |received - expected| / received, of frozen runs held against later years",
      unit: .share, window: "years after a frozen run", threshold: nil, source: "own",
      meaning: "Told by mainstay assess --forecast FOLDER --actuals BOOK, beside simple forecasts."),
  ]
}
