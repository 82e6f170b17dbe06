/// Words of comparisons: what brings a difference, and what moves an answer.
extension Glossary {
  static let comparisonTerms: [Term] = [
    Term(
      id: "attribution", title: "Attribution of a difference",
      meaning:
        "The part of a difference between two scenarios that each thing in which they differ brings: what it adds when it "
        + "is switched from the one to the other, on average over every order in which they may be switched (Shapley "
        + "value). Parts add to the difference exactly.", source: "Shapley 1953"),
    Term(
      id: "driver", title: "Driver",
      meaning:
        "One thing that may be set one way or another: a change, an assumption, the response, what was known; or, in a "
        + "tornado, a giver's level, an exchange rate, the plan.", source: "own"),
    Term(
      id: "sobol-index", title: "Sobol index",
      meaning:
        "The share of the variance of a figure that a group of random draws brings: by itself (first order), or with what "
        + "it brings together with others (total). By pick-freeze: futures in which only that group is drawn anew.",
      source: "Sobol 1993; Saltelli and others 2010; Jansen 1999"),
    Term(
      id: "tornado", title: "Tornado",
      meaning:
        "An answer with every driver by itself at its 10 % and its 90 % point while all others stay as they are, the "
        + "widest first. It shows no interplay of drivers.", source: "decision analysis; Howard 1988"),
  ]
}
