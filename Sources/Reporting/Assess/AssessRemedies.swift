import Finance
import Judgement
import Measures
import Outlook
import Records
import Simulation

/// What would lift the weak dimensions to moderate.
struct AssessRemedies {
  let date: RatedDate

  var document: Document {
    var document = Document()
    guard !date.weak.isEmpty else { return document }
    document.add(.heading("What would make it so, as of \(date.date)"))
    let finder = RemedyFinder(date.findings.assessment)
    for dimension in date.weak {
      let remedies = finder.remedies(dimension, to: RatedDate.line)
      let missing = dimension.missing(to: RatedDate.line)
      document.add(
        .paragraph(
          "\(IndicatorText.dimension(dimension.dimension)) is \(IndicatorText.rating(dimension.rating)); it becomes moderate when "
            + "\(missing == remedies.count ? missing == 1 ? "this is reached" : "all of these are reached" : "\(missing) of these \(remedies.count) are reached"):"
        ))
      for remedy in remedies { document.add(.bullet(AssessRemedies.sentence(remedy, date))) }
    }
    document.add(
      .paragraph(
        "Amounts are the smallest that reach the cut point with everything else as it is (closed form, whole "
          + "units rounded up); an amount a year is given in each of the three years of its window. What depends on "
          + "futures has no closed form: change a scenario and run it."))
    return document
  }

  /// `Reserve ratio from 0.40 to 0.50 (2023): 12,000 more cash at the end of the year`.
  static func sentence(_ remedy: Remedy, _ date: RatedDate) -> String {
    let unit = remedy.indicator.definition.unit
    let movement =
      "\(remedy.indicator.definition.id) from \(IndicatorText.text(remedy.value.value, unit)) to "
      + "\(IndicatorText.cut(remedy.target, unit)) (\(IndicatorText.years(remedy.value.years)))"
    let need = words(
      remedy.need, currency: date.findings.ensemble.assumptions.book.centre.budgetCurrency.description)
    return need.isEmpty ? movement : "\(movement): \(need)"
  }

  private static func words(_ need: Remedy.Need, currency: String) -> String {
    func amount(_ cents: Double) -> String {
      cents.isFinite ? "\(currency) \(Number.units((cents / 100).rounded(.up) * 100))" : "no amount"
    }
    return switch need {
    case .fromOthers(let cents): "\(amount(cents)) more a year from others than the largest contributor"
    case .fromMany(let cents): "\(amount(cents)) more a year, spread over many small contributors"
    case .income(let cents): "\(amount(cents)) more a year"
    case .cash(let cents): "\(amount(cents)) more cash at the end of the year"
    case .agreed(let cents): "\(amount(cents)) more signed for the year"
    case .heads(let count): "\(Number.decimal(count.rounded(.up), places: 0)) more contributors a year"
    case .move: ""
    case .solve: "to be found by running futures"
    }
  }
}
