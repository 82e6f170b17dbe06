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

  init(_ findings: Findings) {
    self.findings = findings
    reader = FindingsReader(findings)
  }

  var document: Document {
    var document = Document()
    document.add(.heading("The answer"))
    for sentence in [willItLast, levelAndConcentration, whatItRestsOn] { document.add(.bullet(sentence)) }
    return document
  }

  private var willItLast: String {
    let fund = reader.mainFund
    let central = findings.ensemble.central.accounts[fund].years
    guard central.contains(where: { $0.plannedDirect > 0 }) else {
      return
        "The book has no plan of \(reader.fundName(fund)) for these years: nothing can fall short, and whether "
        + "the money lasts cannot be told." + otherFunds
    }
    let risk = findings.ensemble.frequency(of: .shortfall, fund: fund, by: reader.years.count - 1)
    return (central.contains { $0.shortfall > 0 } ? fallsShort(fund, risk) : fits(fund, risk)) + otherFunds
  }

  private func fits(_ fund: Int, _ risk: Frequency) -> String {
    let fits =
      "On the money expected, the approved plan of \(reader.fundName(fund)) fits in every year to "
      + "\(reader.lastYear) with the reserve held"
    return risk.count == 0
      ? "\(fits), and so it does in all \(Number.units(Double(risk.paths) * 100)) futures."
      : "\(fits); in \(chance(risk)) some year comes in which it does not."
  }

  private func fallsShort(_ fund: Int, _ risk: Frequency) -> String {
    let gap = findings.ensemble.central.accounts[fund].years.reduce(0) { $0 + $1.fundingGap }
    let consequence =
      gap > 0
      ? "work and posts worth \(Number.units(gap)) are cut by \(reader.lastYear)"
      : "everything is made good within the year"
    return "On the money expected, the approved plan of \(reader.fundName(fund)) \(shortfall(fund)), and "
      + "\(consequence); a shortfall comes in \(chance(risk)) by \(reader.lastYear)."
  }

  /// When the plan first does not fit, and the most that is missing in a year.
  private func shortfall(_ fund: Int) -> String {
    let central = findings.ensemble.central.accounts[fund].years
    let month = central.first { $0.shortfall > 0 }.map { reader.timeline.month($0.shortfallMonth) }
    return "first does not fit in \(month.map(Wording.month) ?? "no month") (up to "
      + "\(Number.units(central.map(\.shortfall).max() ?? 0)) is missing with the reserve held)"
  }

  /// The other core funds that fall short on the money expected.
  private var otherFunds: String {
    reader.coreFunds.filter { fund in
      fund != reader.mainFund
        && findings.ensemble.central.accounts[fund].years.contains { $0.shortfall > 0 }
    }.map { " The plan of \(reader.fundName($0)) \(shortfall($0))." }.joined()
  }

  private func chance(_ risk: Frequency) -> String {
    "\(Wording.futures(risk)) (\(Number.percent(risk.probability)))"
  }

  private var levelAndConcentration: String {
    let now = reader.years[0].year
    guard let level = reader.value("core-receipts", now), let concentration = concentration(now) else {
      return "No core money is expected in \(now), so level and concentration cannot be measured."
    }
    let today = "is expected to receive \(Number.units(level))\(fromWhom(now))"
    guard let then = reader.comparisonYear, let before = reader.value("core-receipts", then),
      let concentrationBefore = self.concentration(then)
    else {
      return "The ledger holds no earlier year to compare with: in \(now) \(reader.recipient) \(today)."
    }
    let movement = Movement(level: before, level, share: concentrationBefore, concentration)
    return "In \(then) \(reader.recipient) \(reader.recordedVerb) \(Number.units(before))\(fromWhom(then)); "
      + "in \(now) it \(today): \(movement.words)."
  }

  /// The host's share; of a centre without host, that of its largest contributor.
  private func concentration(_ year: Int) -> Double? {
    reader.value(reader.hostName == nil ? "largest-other-share" : "host-share", year)
  }

  private func fromWhom(_ year: Int) -> String {
    guard let share = concentration(year),
      let giver = reader.hostName ?? reader.largestGiver(year).map({ "\($0), its largest contributor" })
    else { return "" }
    return ", \(Number.percent(share)) of it from \(giver)"
  }

  private var whatItRestsOn: String {
    let assumptions = findings.ensemble.assumptions
    let book = assumptions.book
    let rows = book.contributions.count
    let assumed = book.contributions.count { $0.provenance.isAssumption }
    let fit = assumptions.giving
    let ledger =
      assumed == 0
      ? "\(Wording.count(rows, "contribution row")) with a source"
      : "\(Wording.count(rows, "contribution row")), \(assumed) of them assumed"
    let indicative =
      assumptions.indicative ? "an assumed plan and opening cash" : "the book's plan and balances"
    return "This rests on \(ledger), on \(indicative), and on a giving model that saw "
      + "\(Wording.count(fit.participationRows, "contributor-year")) of this book and otherwise follows the "
      + "crowd (\(fit.prior.name)); the assumptions are listed at the end."
  }
}
