/// Words of backtest and hindsight: how a forecast is held against what came.
extension Glossary {
  static let scoreTerms: [Term] = [
    Term(
      id: "brier-score", title: "Brier score",
      meaning:
        "The mean squared miss of the chance that a gift comes: told 0.8 and it came, 0.04. 0 is "
        + "perfect, 0.25 is what a coin has.", source: "Brier 1950"),
    Term(
      id: "coverage", title: "Coverage",
      meaning:
        "How often what came lay within a forecast's middle 50, 80 or 95 %; the nearer to these the "
        + "better. Where a range ends on an amount that many futures share, such as nothing, what came "
        + "there counts by the part of them that lies within.", source: "own"),
    Term(
      id: "crps", title: "Continuous ranked probability score",
      meaning:
        "How far what came lay from the whole forecast, in money; for a forecast of one amount the plain "
        + "miss. 0 is perfect. Taken from fifteen quantiles; crps_log is the same of ln(1 + amount), where "
        + "a tenth more weighs alike for small and large amounts.",
      source: "Matheson and Winkler 1976; Gneiting and Ranjan 2011"),
    Term(
      id: "hindsight", title: "Hindsight",
      meaning:
        "What a frozen run told, held against what the book's later rows say came, misses and newcomers "
        + "included. Of one book it shows what the council was told; of the method it proves little.",
      source: "own"),
    Term(
      id: "origin", title: "Origin",
      meaning:
        "The last year a forecast knows. A backtest goes back to several origins and shows each model "
        + "the rows up to then.", source: "Tashman 2000"),
    Term(
      id: "pinball-loss", title: "Pinball loss, or quantile loss",
      meaning:
        "The miss of one quantile: what came above the 90 % mark costs 0.9 of the distance, below it "
        + "0.1. Only the true quantile keeps it least, so a forecast cannot gain by saying anything else.",
      source: "Koenker and Bassett 1978"),
    Term(
      id: "pit", title: "Probability integral transform",
      meaning:
        "The share of told futures below what came, between 0 and 1; where many lie on the same amount, "
        + "a place among them is drawn. Good forecasts fill 0 to 1 evenly: too many near both ends, and "
        + "the ranges are too narrow.", source: "Dawid 1984; Czado, Gneiting and Held 2009"),
    Term(
      id: "skill", title: "Skill",
      meaning:
        "How much less a model loses than the simple benchmark that loses least: 1 - its swql10 / the "
        + "benchmark's. A difference counts where the 90 % range, from drawing the funds again a thousand "
        + "times, leaves out 0.", source: "Murphy 1988; own"),
    Term(
      id: "swql10", title: "Scaled weighted quantile loss, cut at ten",
      meaning:
        "The loss of a backtest: the pinball loss over the nine deciles, as a share of what came, every "
        + "series in multiples of its own mean gift (of 1,000 at least) and cut at ten. 0 is perfect, a "
        + "forecast of nothing has 1. wql is the same of plain amounts, where the largest decide.",
      source: "own"),
  ]
}
