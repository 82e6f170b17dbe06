import Forecasting
import Judgement
import Records

/// The first lines of the audit: told, came, missed, and whether the money fell short.
struct HindsightAnswer {
  private let report: HindsightReport
  private let main: ForecastAudit.FundAudit

  init(_ report: HindsightReport) {
    self.report = report
    // An audit has at least one fund.
    main = report.audit.funds[0]
  }

  var document: Document {
    var document = Document()
    document.add(.bullet("Told: \(told(main)).\(shortfallTold)"))
    document.add(.bullet("Came: \(came(main)).\(largest)\(newcomers)"))
    if let missed { document.add(.bullet(missed)) }
    document.add(.bullet(shortfallSeen))
    for fund in report.audit.funds.dropFirst() {
      document.add(.bullet("Told: \(told(fund)). Came: \(came(fund))."))
    }
    return document
  }

  /// How many contributor-years lay outside the told range, and the largest of them; else the largest difference.
  private var missed: String? {
    let ranked = Surprise.ranked(main)
    let wording = SurpriseWording(report)
    guard let miss = ranked.first(where: \.isMiss) else {
      return ranked.first.map {
        "No contributor missed the told range; farthest off: \(wording.sentence($0))"
      }
    }
    let cells = main.cells.count + main.years.reduce(0) { $0 + $1.newcomers.count }
    let misses = ranked.count(where: \.isMiss)
    return "Missed: \(misses) of \(cells) contributor-years, farthest \(wording.sentence(miss))"
  }

  private func told(_ fund: ForecastAudit.FundAudit) -> String {
    let mean = fund.totals.reduce(0) { $0 + ($1.told?.mean ?? 0) }
    return
      "fund \(fund.fund.id) would \(fund.stage == .received ? "receive" : "book") \(Number.units(mean)) from "
      + "contributors in \(HindsightYears.span(fund.years.map(\.year))), the mean of all futures"
  }

  private func came(_ fund: ForecastAudit.FundAudit) -> String {
    let mean = fund.totals.reduce(0) { $0 + ($1.told?.mean ?? 0) }
    let came = fund.totals.reduce(0) { $0 + $1.outcome }
    let within = fund.totals.count { $0.standing == .within }
    return
      "\(Number.units(came))\(difference(came, mean)); \(within) of \(Wording.count(fund.years.count, "year")) "
      + "within the told 5 % to 95 %"
  }

  private func difference(_ came: Double, _ told: Double) -> String {
    guard told > 0 else { return "" }
    let share = came / told - 1
    if Number.percent(share.magnitude) == Number.percent(0) { return ", as told" }
    return ", \(Number.percent(share.magnitude)) \(share > 0 ? "more" : "less") than that"
  }

  /// The largest gift of one contributor in one year.
  private var largest: String {
    let gifts = main.cells + main.years.flatMap(\.newcomers)
    guard let gift = gifts.max(by: { $0.came < $1.came }), gift.came > 0, let told = gift.told else {
      return ""
    }
    return
      " The largest gift, \(Number.units(gift.outcome)) of \(report.name(gift.contributor)) in \(gift.year), had "
      + "a told chance of \(Number.percent(1 - told.zeroProbability))."
  }

  private var newcomers: String {
    let new = main.years.flatMap(\.newcomers).filter { $0.came > 0 }
    guard !new.isEmpty else { return "" }
    let money = Number.units(new.reduce(0) { $0 + $1.outcome })
    return
      " \(money) of it came from \(Wording.count(Set(new.map(\.contributor)).count, "contributor")) the run "
      + "had no forecast for."
  }

  private var shortfallTold: String {
    guard let last = main.years.last, let risk = last.risk else { return "" }
    return " Chance of a shortfall by \(last.year): \(Number.percent(risk.told.shortfallByThen))."
  }

  private var shortfallSeen: String {
    let risks = main.years.compactMap { year in year.risk.map { (year.year, $0) } }
    let spent = risks.compactMap(\.1.spent).reduce(0, +)
    let planned = risks.filter { $0.1.spent != nil }.reduce(0) { $0 + $1.1.told.planned }
    let expenses =
      planned > 0 ? " Spent: \(Number.units(Double(spent))) of \(Number.units(Double(planned))) planned." : ""
    return "Fell short? \(HindsightRisk.summary(risks))\(expenses)"
  }
}

/// Years in words.
enum HindsightYears {
  /// `2019 to 2023` for a run of years, `2019`, `2019 and 2021`.
  static func span(_ years: [Int]) -> String {
    guard let first = years.first, let last = years.last else { return "no year" }
    if years.count > 2, last - first + 1 == years.count { return "\(first) to \(last)" }
    return Wording.list(years.map { "\($0)" })
  }
}
