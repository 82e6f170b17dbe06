import Forecasting
import Judgement
import Records

/// A fund's totals by year: told against what came, and from whom it came, to the cent.
struct HindsightFund {
  private let fund: ForecastAudit.FundAudit

  init(_ report: HindsightReport, _ fund: ForecastAudit.FundAudit) { self.fund = fund }

  var document: Document {
    var document = Document()
    document.add(.heading("Fund \(fund.fund.id), year by year: \(fund.fund.name)"))
    document.add(.table(toldAndCame))
    document.add(.table(footing))
    document.add(.paragraph(explanation))
    return document
  }

  private var toldAndCame: TextTable {
    var table = TextTable(["Year", "told on average", "5 %", "50 %", "95 %", "came", "verdict"])
    for year in fund.years {
      let told = year.total.told
      table.add(
        ["\(year.year)", told.map { Number.units($0.mean) } ?? "-"]
          + HindsightFund.marks(told) + [Number.units(year.total.outcome), HindsightFund.verdict(year.total)])
    }
    let mean = fund.totals.reduce(0) { $0 + ($1.told?.mean ?? 0) }
    let came = fund.totals.reduce(0) { $0 + $1.outcome }
    table.add(["All", Number.units(mean), "", "", "", Number.units(came), ""], isTotal: true)
    return table
  }

  /// What came, by kind, to the book's own total.
  private var footing: TextTable {
    var table = TextTable(["What came"] + fund.years.map { "\($0.year)" } + ["all"])
    func add(_ label: String, isTotal: Bool = false, _ amount: (ForecastAudit.FundAudit.Year) -> Int) {
      let amounts = fund.years.map(amount)
      let cells = (amounts + [amounts.reduce(0, +)]).map { Number.cents(Double($0)) }
      table.add([label] + cells, isTotal: isTotal)
    }
    add("From contributors") { $0.fromKnown }
    add("From new ones") { $0.fromNew }
    add("Came, as scored", isTotal: true) { $0.fromKnown + $0.fromNew }
    add("Taken back") { $0.takenBack }
    add("Adjustments") { $0.adjustments }
    add("Total of the book", isTotal: true) { $0.bookTotal }
    return table
  }

  private var explanation: String {
    "From contributors: those the run had a forecast for; new ones it had none for. Taken back: contributors' "
      + "years below nothing (refunds, corrections), which score as nothing. Adjustments are rows of nobody's "
      + "gift, which no run forecasts; they stand apart from what is scored.\(printed)"
  }

  private var printed: String {
    let known = fund.years.compactMap { year in year.printed.map { (year, $0) } }
    guard !known.isEmpty else { return "" }
    let missed = known.filter { $0.0.bookTotal != $0.1 }
    guard missed.isEmpty else {
      return missed.map { " The printed total of \($0.0.year) is \(Number.cents(Double($0.1)))." }.joined()
    }
    return " The total of the book is the printed total of \(HindsightYears.span(known.map(\.0.year)))."
  }

  /// The told 5 %, 50 % and 95 %.
  static func marks(_ told: PredictiveDistribution?) -> [String] {
    guard let told else { return ["-", "-", "-"] }
    return [ForecastAudit.Cell.low, 7, ForecastAudit.Cell.high].map { Number.units(told.quantiles[$0]) }
  }

  static func verdict(_ cell: ForecastAudit.Cell) -> String {
    switch cell.standing {
    case .above: "above 95 %"
    case .below: "below 5 %"
    case .within: "within"
    case nil: "not told"
    }
  }
}
