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
    let years = reader.years
    let risk = findings.ensemble.frequency(of: .shortfall, fund: fund, by: years.count - 1)
    let chance = "\(Wording.futures(risk)) (\(Number.percent(risk.probability)))"
    let name = reader.fundName(fund)
    let central = findings.ensemble.central.accounts[fund].years
    guard let short = central.firstIndex(where: { $0.shortfall > 0 }) else {
      let fits =
        "On the money expected, the approved plan of \(name) fits in every year to \(reader.lastYear) with the "
        + "reserve held"
      return risk.count == 0
        ? "\(fits), and so it does in all \(Number.units(Double(risk.paths) * 100)) futures."
        : "\(fits); in \(chance) some year comes in which it does not."
    }
    let account = central[short]
    let month = reader.timeline.month(account.shortfallMonth)
    let gap = central.reduce(0) { $0 + $1.fundingGap }
    let consequence =
      gap > 0
      ? "work and posts worth \(Number.units(gap)) are cut by \(reader.lastYear)"
      : "everything is made good within the year"
    return "On the money expected, the approved plan of \(name) does not fit from \(Wording.month(month)) on "
      + "(up to \(Number.units(central.map(\.shortfall).max() ?? 0)) is missing with the reserve held), and "
      + "\(consequence); a shortfall comes in \(chance) by \(reader.lastYear)."
  }

  private var levelAndConcentration: String {
    let now = reader.years[0].year
    guard let level = reader.value("core-receipts", now), let share = reader.value("host-share", now) else {
      return "No core money is expected in \(now), so level and concentration cannot be measured."
    }
    let today =
      "in \(now) it is expected to receive \(Number.units(level)), \(Number.percent(share)) of it from "
      + "\(reader.hostName)"
    guard let then = reader.comparisonYear, let before = reader.value("core-receipts", then),
      let shareBefore = reader.value("host-share", then)
    else { return "The ledger holds no earlier year to compare with: \(today)." }
    return "In \(then) the centre \(reader.recordedVerb) \(Number.units(before)), "
      + "\(Number.percent(shareBefore)) of it from \(reader.hostName); \(today): "
      + "\(Movement(level: before, level, share: shareBefore, share).words)."
  }

  private var whatItRestsOn: String {
    let assumptions = findings.ensemble.assumptions
    let book = assumptions.book
    let rows = book.contributions.count
    let assumed = book.contributions.count { $0.provenance.isAssumption }
    let fit = assumptions.giving
    let ledger =
      assumed == 0
      ? "\(rows) contribution rows with a source"
      : "\(rows) contribution rows, \(assumed) of them assumed"
    let indicative =
      assumptions.indicative ? "an assumed plan and opening cash" : "the book's plan and balances"
    return "This rests on \(ledger), on \(indicative), and on a giving model that saw "
      + "\(fit.participationRows) contributor-years of this book and otherwise believes its stated prior; the "
      + "assumptions are listed at the end."
  }
}
