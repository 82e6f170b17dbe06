/// Words of the engine: its models and what it prints.
extension Glossary {
  static let modelTerms: [Term] = [
    Term(
      id: "central-path", title: "Central path",
      meaning:
        "One future in which every contributor does what is expected of it, run through the same accounts as "
        + "the simulated ones. It is no average of them, and no probability can be read from it.",
      source: "own"),
    Term(
      id: "giving-model", title: "Giving model",
      meaning:
        "Whether a contributor gives again, how much, and when it pays: what the crowd does in such a state, moved by "
        + "the contributor's own record. Agreements are paid by their instalments.", source: "own"),
    Term(
      id: "horizon", title: "Horizon", meaning: "The last fiscal year a scenario looks at.", source: "own"),
    Term(
      id: "indicative", title: "Indicative",
      meaning:
        "Printed beside results that rest on an assumed plan or assumed costs: right as arithmetic, no better than "
        + "the assumption.", source: "own"),
    Term(
      id: "mandate-rule", title: "Mandate rule",
      meaning:
        "A sentence of a resolution kept as data: its wording, a predicate such as extrabudgetary-share > 0.5, a "
        + "window of years, and what had to be assumed to make the words a number.", source: "own"),
    Term(
      id: "monte-carlo-error", title: "Monte Carlo error",
      meaning:
        "How far a printed probability or mean may lie from its value with endless futures, because so many were "
        + "drawn and no more. It says nothing of whether the assumptions are right. Of a quantile (q05-mcse) it is "
        + "half the distance between the futures that lie one standard error of their rank below and above.",
      source: "Wilson 1927 for probabilities; Conover 1999 for quantiles"),
    Term(
      id: "not-measurable", title: "Not measurable",
      meaning:
        "Printed where a figure the measure needs is not known or its denominator is nothing. It is not zero.",
      source: "own"),
    Term(
      id: "path", title: "Path", meaning: "One simulated future, from the as-of date to the horizon.",
      source: "own"),
    Term(
      id: "prior", title: "Prior",
      meaning:
        "What is taken for likely before the book's own record speaks: a reference class. A short record leaves "
        + "much of a forecast to the prior; fit shows how much.", source: "own"),
    Term(
      id: "response", title: "Response",
      meaning:
        "What the centre does about a shortfall, in order: hold vacancies, cut lines, draw the reserve, end posts. At "
        + "the beginning of a year it cuts what the money in sight cannot carry; in a month that does not fit the cash "
        + "to date it puts off more.",
      source: "own"),
    Term(
      id: "scenario", title: "Scenario",
      meaning: "A named question asked of a book: what it changes, how far it looks, with which draws.",
      source: "own"),
    Term(
      id: "seed", title: "Seed",
      meaning: "The number all draws follow from. The same seed gives the same bytes, on every machine.",
      source: "own"),
    Term(
      id: "stress", title: "Stress",
      meaning: "A scenario that asks how bad things may get and not how likely that is.", source: "own"),
  ]
}
