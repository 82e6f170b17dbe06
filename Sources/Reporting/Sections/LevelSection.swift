import Finance
import Outlook
import Records

/// Level and concentration, then and now: told apart, because one may be resolved and the other not.
struct LevelSection {
  private let all: Findings
  private let reader: FindingsReader

  init(_ findings: Findings) {
    all = findings
    reader = FindingsReader(findings)
  }

  var document: Document {
    var document = Document()
    let whose = reader.coreFunds.count > 1 ? " of \(reader.recipient)" : ""
    document.add(.heading("Level and concentration\(whose), then and now"))
    var table = TextTable(
      ["Year", "basis", "core receipts"]
        + (hasHost ? ["host", "others", "host share"] : ["largest contributor", "its share"])
        + ["HHI", "effective givers"], name: "Core money by year and how many give it")
    for year in reader.recordedYears.suffix(6) {
      add(year, reader.recordedBasis(year), to: &table)
    }
    for year in reader.years { add(year.year, "expected", to: &table) }
    document.add(.table(table))
    document.add(.paragraph(legend))
    for chart in [ContributionsChart(all).chart, ConcentrationChart(all).chart] {
      if let chart { document.add(.chart(chart)) }
    }
    for sentence in findings + host { document.add(.bullet(sentence)) }
    return document
  }

  private var hasHost: Bool { reader.book.centre.host != nil }

  private func add(_ year: Int, _ basis: String, to table: inout TextTable) {
    func cell(_ indicator: String, _ text: (Double) -> String) -> Prose {
      reader.value(indicator, year).map { text($0).figure(of: reader.indicator(indicator, year)) } ?? "-"
    }
    func amount(_ indicator: String) -> Prose { cell(indicator, Number.units) }
    func share(_ indicator: String) -> Prose { cell(indicator) { Number.percent($0) } }
    let giver =
      hasHost
      ? [amount("host-receipts"), amount("voluntary-core-receipts"), share("host-share")]
      : [Prose(plain: reader.largestGiver(year) ?? "-"), share("largest-other-share")]
    table.add(
      ["\(year)", Prose(plain: basis), amount("core-receipts")] + giver + [
        cell("hhi") { Number.decimal($0, places: 3) },
        cell("effective-contributors") { Number.decimal($0, places: 2) },
      ])
  }

  private var legend: Prose {
    let ledger =
      reader.recordedVerb == "received"
      ? "Recorded years are cash received."
      : "Recorded years are revenue, with agreements spread over their instalments: the book has no receipts."
    let partial =
      reader.recordedYears.allSatisfy(reader.isWhole)
      ? "" : " A year \"so far\" was not over on the as-of date: what others gave in it is not known yet."
    let meaning =
      "HHI is the sum of squared shares (1: a single giver); 1 / HHI givers of equal size would be as concentrated."
    return
      "\(ledger)\(partial) \(meaning.figure(of: .label("the formula of hhi and effective-contributors")))"
  }

  /// The host's own steps, so that a council sees what it decides upon.
  private var host: [Prose] {
    let years = reader.recordedYears.suffix(2) + [reader.years[0].year]
    let paid = years.compactMap { year in reader.value("host-receipts", year).map { (year, $0) } }
    guard hasHost, paid.count > 1, let now = paid.last else { return [] }
    let before = paid.dropLast().map { Prose("\(amount("host-receipts", $0.0, $0.1)) in \($0.0)") }
    let expected = amount("host-receipts", now.0, now.1)
    return ["The host's own contribution: \(before.list), \(expected) expected in \(now.0)."]
  }

  private func amount(_ indicator: String, _ year: Int, _ cents: Double) -> Prose {
    Number.units(cents).figure(of: reader.indicator(indicator, year))
  }

  /// What the table says, for the reader who does not read tables.
  private var findings: [Prose] {
    let now = reader.years[0].year
    guard let then = reader.comparisonYear, let before = reader.value("core-receipts", then), before > 0,
      let level = reader.value("core-receipts", now)
    else { return [] }
    var sentences: [Prose] = []
    let change = level / before - 1
    let word = change >= 0 ? "rises" : "falls"
    let moved = Number.percent(change.magnitude).figure(
      of: .derived(
        "core receipts of \(now) / those of \(then) - 1, without its sign",
        from: [then, now].map { reader.indicator("core-receipts", $0) }))
    let (old, new) = (amount("core-receipts", then, before), amount("core-receipts", now, level))
    sentences.append("Level: from \(old) in \(then) to \(new) in \(now) it \(word) by \(moved).")
    if let old = reader.value("effective-contributors", then),
      let new = reader.value("effective-contributors", now)
    {
      // Within 2.5 % is the same (assumption of wording only).
      let verdict = new < old * 0.975 ? "more" : new > old * 1.025 ? "less" : "as"
      let ending = verdict == "as" ? "as before" : "than before"
      func givers(_ number: Double, _ year: Int) -> Prose {
        Number.decimal(number, places: 2).figure(of: reader.indicator("effective-contributors", year))
      }
      sentences.append(
        Prose(
          "Concentration: the money came as if from \(givers(old, then)) equal givers in \(then) and ",
          "comes as if from \(givers(new, now)) in \(now): \(verdict) concentrated \(ending)."))
    }
    return sentences
  }
}
