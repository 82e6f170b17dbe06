/// Words of the giving model: what contributors share, and how one differs.
extension Glossary {
  static let crowdTerms: [Term] = [
    Term(
      id: "benchmark", title: "Benchmark",
      meaning:
        "A forecast that anybody could make, such as the median of the last three years, with a chance "
        + "of nothing and a range learnt from its own past errors. A model that is no better is not worth "
        + "its trouble.", source: "own"),
    Term(
      id: "crowd", title: "Crowd",
      meaning:
        "What contributors to other public funds did in the same state: after so many years of giving, "
        + "after such a gap. The less a contributor's own record says, the more the crowd counts.",
      source: "own"),
    Term(
      id: "departure", title: "Departure",
      meaning:
        "How far a contributor, or a fund, gives more or less readily than the crowd in the same states: "
        + "one number on the log-odds of a gift, near nothing for a short record, with its own "
        + "uncertainty.", source: "own; effects with normal priors, Laplace approximation"),
    Term(
      id: "newcomer", title: "Newcomer",
      meaning:
        "A contributor without any gift on record when a forecast was made. A backtest counts newcomers "
        + "in the totals of funds; a run foresees none but members with a seat, and a hindsight lists "
        + "those that came.", source: "own"),
    Term(
      id: "reference-class", title: "Reference class",
      meaning:
        "The crowd as figures: what calibrate fits to a public panel up to one year, with the "
        + "uncertainty of the figures. A run uses none that knows a year not over on its as-of date, and "
        + "none fitted on its own fund.", source: "Kahneman and Tversky 1979 for the outside view; own"),
    Term(
      id: "year-effect", title: "Year effect",
      meaning:
        "What one year does to all contributors at once. It is drawn for every year of a future; without "
        + "it bad years would average out and totals would look safer than they are.", source: "own"),
  ]
}
