import Budgeting
import Finance
import Giving
import Judgement
import Outlook
import Records
import Simulation

/// The answer in three plain sentences: will it last, at what level and on how many shoulders, resting on what.
struct AnswerSection {
  private let findings: Findings
  private let reader: FindingsReader

  /// What is said before all else.
  private let first: [Prose]

  init(_ findings: Findings, first: [Prose] = []) {
    (self.findings, self.first) = (findings, first)
    reader = FindingsReader(findings)
  }

  var document: Document {
    var document = Document()
    document.add(.heading("The answer"))
    for sentence in first + [willItLast, levelAndConcentration, whatItRestsOn] {
      document.add(.bullet(sentence))
    }
    return document
  }

  private var willItLast: Prose {
    let fund = reader.mainFund
    let central = findings.ensemble.central.accounts[fund].years
    guard central.contains(where: { $0.plannedDirect > 0 }) else {
      return Prose(
        "The book has no plan of \(reader.fundName(fund)) for these years: nothing can fall short, and whether ",
        "the money lasts cannot be told.", otherFunds)
    }
    let risk = findings.ensemble.frequency(of: .shortfall, fund: fund, by: reader.years.count - 1)
    return Prose(
      central.contains { $0.shortfall > 0 } ? fallsShort(fund, risk) : fits(fund, risk), otherFunds)
  }

  private func fits(_ fund: Int, _ risk: Frequency) -> Prose {
    let fits = Prose(
      "On the money expected, the \(plan(fund)) of \(reader.fundName(fund)) fits in every year to ",
      "\(reader.lastYear) with the reserve held")
    let all = Number.units(Double(risk.paths) * 100).figure(of: .scenario(key: "paths"))
    return risk.count == 0
      ? "\(fits), and so it does in all \(all) futures."
      : "\(fits); in \(chance(fund, risk)) some year comes in which it does not."
  }

  private func plan(_ fund: Int) -> String {
    reader.isPlanAssumed(of: fund) ? "assumed plan" : "approved plan"
  }

  private func fallsShort(_ fund: Int, _ risk: Frequency) -> Prose {
    let gap = findings.ensemble.central.accounts[fund].years.reduce(0) { $0 + $1.fundingGap }
    let lost = Number.units(gap).figure(
      of: .derived("the funding gaps of all years, added", from: central("funding-gap", fund)))
    let consequence: Prose =
      gap > 0
      ? "work and posts worth \(lost) are cut by \(reader.lastYear)"
      : "everything is made good within the year"
    return Prose(
      "On the money expected, the \(plan(fund)) of \(reader.fundName(fund)) \(shortfall(fund)), and ",
      "\(consequence); a shortfall comes in \(chance(fund, risk)) by \(reader.lastYear).")
  }

  /// A line of the central statements in every year.
  private func central(_ line: String, _ fund: Int) -> [Origin] {
    let id = reader.assumptions.funds[fund].fund.id
    return reader.years.map { reader.statement(line, fund: id, year: $0.year, basis: .central) }
  }

  /// When the plan first does not fit, and the most that is missing in a year.
  private func shortfall(_ fund: Int) -> Prose {
    let central = findings.ensemble.central.accounts[fund].years
    let month = central.first { $0.shortfall > 0 }.map { reader.timeline.month($0.shortfallMonth) }
    let most = Number.units(central.map(\.shortfall).max() ?? 0).figure(
      of: .derived("the largest shortfall of a year", from: self.central("shortfall", fund)))
    return Prose(
      "first does not fit in \(month.map(Wording.month) ?? "no month") (up to ",
      "\(most) is missing with the reserve held)")
  }

  /// The other core funds that fall short on the money expected.
  private var otherFunds: Prose {
    reader.coreFunds.filter { fund in
      fund != reader.mainFund
        && findings.ensemble.central.accounts[fund].years.contains { $0.shortfall > 0 }
    }.map { Prose(" The plan of \(reader.fundName($0)) \(shortfall($0)).") }.joined()
  }

  /// The chance of a shortfall by the last year, in words and in per cent.
  private func chance(_ fund: Int, _ risk: Frequency) -> Prose {
    let origin = reader.chance("shortfall-by-year-end", fund: fund, year: reader.years.count - 1)
    let percent = Number.percent(risk.probability).figure(of: origin)
    let error = Number.percent(risk.error, places: 2).figure(
      of: reader.chance("shortfall-by-year-end", fund: fund, year: reader.years.count - 1, "mcse"))
    return "\(Wording.futures(risk).figure(of: origin)) (\(percent), +/- \(error))"
  }

  private var levelAndConcentration: Prose {
    let now = reader.years[0].year
    guard let level = reader.value("core-receipts", now), let concentration = concentration(now) else {
      return "No core money is expected in \(now), so level and concentration cannot be measured."
    }
    let today: Prose = "is expected to receive \(receipts(level, now))\(fromWhom(now))"
    guard let then = reader.comparisonYear, let before = reader.value("core-receipts", then),
      let concentrationBefore = self.concentration(then)
    else {
      return "The ledger holds no earlier year to compare with: in \(now) \(reader.recipient) \(today)."
    }
    let movement = Movement(level: before, level, share: concentrationBefore, concentration)
    return Prose(
      "In \(then) \(reader.recipient) \(reader.recordedVerb) \(receipts(before, then))\(fromWhom(then)); ",
      "in \(now) it \(today): \(movement.words).")
  }

  private func receipts(_ cents: Double, _ year: Int) -> Prose {
    Number.units(cents).figure(of: reader.indicator("core-receipts", year))
  }

  /// The host's share; of a centre without host, that of its largest contributor.
  private func concentration(_ year: Int) -> Double? {
    reader.value(concentrationIndicator, year)
  }

  private var concentrationIndicator: String {
    reader.hostName == nil ? "largest-other-share" : "host-share"
  }

  private func fromWhom(_ year: Int) -> Prose {
    guard let share = concentration(year),
      let giver = reader.hostName ?? reader.largestGiver(year).map({ "\($0), its largest contributor" })
    else { return "" }
    let figure = Number.percent(share).figure(of: reader.indicator(concentrationIndicator, year))
    return ", \(figure) of it from \(giver)"
  }

  private var whatItRestsOn: Prose {
    let assumptions = findings.ensemble.assumptions
    let book = assumptions.book
    let rows = book.contributions.count
    let assumed = book.contributions.count { $0.provenance.isAssumption }
    let fit = assumptions.giving
    let file = "contributions.csv"
    let all = Wording.count(rows, "contribution row").figure(of: .rows(file: file, assumedOnly: false))
    let guessed = "\(assumed)".figure(of: .rows(file: file, assumedOnly: true))
    let ledger: Prose = assumed == 0 ? "\(all) with a source" : "\(all), \(guessed) of them assumed"
    let indicative =
      assumptions.indicative ? "an assumed plan and opening cash" : "the book's plan and balances"
    let seen = Wording.count(fit.participationRows, "contributor-year")
      .figure(of: .fit(key: "participationRows"))
    return Prose(
      "This rests on \(ledger), on \(indicative), and on a giving model that saw ",
      "\(seen) of this book and otherwise follows the ",
      "crowd (\(fit.prior.name)); the assumptions are listed at the end.")
  }
}
