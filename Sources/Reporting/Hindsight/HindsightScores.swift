import Judgement

/// How good the odds were, with the number of cells behind every score.
struct HindsightScores {
  private let audit: ForecastAudit

  init(_ report: HindsightReport) { audit = report.audit }

  private typealias Scores = ForecastAudit.Scores

  var document: Document {
    var document = Document()
    document.add(.heading("How good the odds were"))
    document.add(.table(table))
    for text in explanations { document.add(.bullet(text)) }
    if let caution { document.add(.paragraph(caution)) }
    return document
  }

  private var table: TextTable {
    var table = TextTable(["Score", "contributors", "fund totals"])
    func add(_ label: String, _ value: (Scores) -> String) {
      table.add([label] + [audit.scores.contributors, audit.scores.totals].map { $0.map(value) ?? "-" })
    }
    add("Years scored (n)") { "\($0.count)" }
    add("  of so many contributors or funds") { "\($0.series)" }
    add("Mean of what came") { Number.units($0.meanOutcome) }
    add("Bias: told on average less what came") { Number.units($0.bias) }
    add("Pinball loss, mean of the told quantiles") { Number.units($0.pinball) }
    add("CRPS, from the told quantiles") { Number.units($0.crps) }
    add("  as a share of what came") { $0.meanOutcome > 0 ? Number.percent($0.crps / $0.meanOutcome) : "-" }
    add("Brier score of gives or not") { Number.decimal($0.brier, places: 3) }
    add("  of always saying the share that gave") {
      Number.decimal($0.gaveShare * (1 - $0.gaveShare), places: 3)
    }
    for (index, level) in Scores.judged.enumerated() {
      add("Came below, at or below the \(Number.percent(level, places: 0)) mark") {
        share($0.coverage[index])
      }
    }
    add("PIT in the four quarters of 0 to 1") { $0.quarters.map { "\($0)" }.joined(separator: " ") }
    return table
  }

  private func share(_ coverage: ForecastAudit.Coverage) -> String {
    "\(percent(coverage.below, coverage.count)), \(percent(coverage.atOrBelow, coverage.count))"
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    Number.percent(Double(part) / Double(whole), places: 0)
  }

  private var explanations: [String] {
    [
      bias,
      "Pinball loss and CRPS: how far what came lay from what was told, in money; 0 is a perfect forecast.",
      "Brier score: the mean squared miss of the chance of a gift; 0 is perfect, 0.25 is a coin"
        + " that always says one half. Beside it what a forecast scores that knew the share of gifts beforehand.",
      coverage,
      "PIT: where what came lies among the told futures, drawn at random (seed \(audit.forecast.seed)) between the "
        + "told levels around it, because many futures hold exactly nothing. Honest odds fill the quarters evenly; "
        + "many in the last mean that too little was told, many in the first too much.",
    ]
  }

  private var bias: String {
    let words = [("contributors", audit.scores.contributors), ("fund totals", audit.scores.totals)].compactMap
    {
      name, scores in scores.map { "\(direction($0.bias)) for \(name)" }
    }
    return "Bias: on average \(Wording.list(words))."
  }

  private func direction(_ bias: Double) -> String {
    bias > 0
      ? "too much was told" : bias < 0 ? "too little was told" : "neither too much nor too little was told"
  }

  private var coverage: String {
    let missed = [("contributors", audit.scores.contributors), ("fund totals", audit.scores.totals)]
      .compactMap {
        name, scores -> String? in
        guard let scores else { return nil }
        let marks = scores.coverage.filter { !$0.holds }.map { mark($0) }
        return marks.isEmpty
          ? "for \(name) every mark holds" : "for \(name) not the marks \(Wording.list(marks))"
      }
    return
      "Marks: an honest 50 % mark has at most half below it and at least half at or below it (they differ where "
      + "amounts tie, as at nothing), within 2 points and the chance of so few years; \(missed.joined(separator: "; "))."
  }

  private func mark(_ coverage: ForecastAudit.Coverage) -> String {
    "\(Number.percent(coverage.level, places: 0)) (\(coverage.miss > 0 ? "too many" : "too few") below)"
  }

  private var caution: String? {
    guard let cells = audit.scores.contributors, cells.count < 100 else { return nil }
    return "These are \(Wording.count(cells.count, "contributor-year")) of "
      + "\(Wording.count(cells.series, "contributor")) seen from one day: few, and years of one contributor are not "
      + "independent. They show what this run told this council; of the method they prove little."
  }
}
