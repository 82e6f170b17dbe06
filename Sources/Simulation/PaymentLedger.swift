import Budgeting
import Giving
import Outlook
import Vectors

/// Books payments: revenue in its year, cash in its month, a receivable in between.
struct PaymentLedger {
  let fundOfGiver: [Int]
  private let years: Int
  private let months: Int
  private let yearOfMonth: [Int]
  /// Index of the first month of each year, and the number of months.
  private let bounds: [Int]

  init(_ assumptions: Assumptions) {
    let timeline = assumptions.timeline
    fundOfGiver = assumptions.givers.indices.map(assumptions.fund(of:))
    (years, months, bounds) = (timeline.years.count, timeline.monthCount, timeline.bounds)
    yearOfMonth = timeline.years.indices.flatMap { year in timeline.months(of: year).map { _ in year } }
  }

  /// - Parameter rates: values of every currency by month, `[currency * months + month]`, on the payment's paths.
  func book(_ payment: LanePayment, rates: [Lanes], into result: BlockResult) {
    if !bookWithinYear(payment, into: result) {
      recognise(payment, rates, into: result)
      receive(payment, rates, into: result)
    }
  }

  /// What is revenue and cash in one year and in the budget currency, as most gifts are; false where it is not so.
  @inline(__always)
  private func bookWithinYear(_ payment: LanePayment, into result: BlockResult) -> Bool {
    let year = payment.recognised
    guard payment.currency == 0, year >= 0, year < years else { return false }
    let (first, end) = (Double(bounds[year]), Double(bounds[year + 1]))
    guard ((payment.paid .>= first) .& (payment.paid .< end)).all else { return false }
    result.recognised(giver: payment.giver, year: year)[payment.eight] += payment.cents
    result.received(giver: payment.giver, year: year)[payment.eight] += payment.cents
    // Month and lane as a place; what is not paid adds nothing.
    let lanes = Lanes(SIMD8(0, 1, 2, 3, 4, 5, 6, 7))
    result.receipts(fund: fundOfGiver[payment.giver], eight: payment.eight)
      .add(payment.cents, to: (payment.paid * Double(Lanes.count) + lanes).places)
    return true
  }

  /// What a payment brings in cash, in its month; `nil`: nothing within the projection.
  func cash(of payment: Payment, rates: [Lanes]) -> Double? {
    guard payment.cents != 0, (0..<months).contains(payment.paid) else { return nil }
    return value(LanePayment(payment), 0, in: payment.paid, rates)
  }

  private func receive(_ payment: LanePayment, _ rates: [Lanes], into result: BlockResult) {
    let fund = fundOfGiver[payment.giver]
    let (receipts, eight) = (result.receipts(fund: fund, eight: payment.eight), payment.eight)
    for lane in 0..<Lanes.count where payment.cents[lane] != 0 {
      let paid = payment.paid[lane]
      if paid < Double(months) {
        let month = Int(paid)
        let cash = value(payment, lane, in: month, rates)
        receipts[month][lane] += cash
        result.received(giver: payment.giver, year: yearOfMonth[month])[eight][lane] += cash
      }
      for year in max(payment.recognised, 0)..<max(years, payment.recognised) {
        let last = bounds[year + 1] - 1
        if paid <= Double(last) { break }
        let open = value(payment, lane, in: last, rates)
        result.receivable(fund: fund, year: year)[eight][lane] += open
        result.allowance(fund: fund, year: year)[eight][lane] += allowance(
          on: open, due: Int(payment.due[lane]), at: last)
      }
    }
  }

  private func recognise(_ payment: LanePayment, _ rates: [Lanes], into result: BlockResult) {
    let year = payment.recognised
    guard year >= 0, year < years else { return }
    let column = result.recognised(giver: payment.giver, year: year)
    guard payment.currency != 0 else {
      column[payment.eight] += payment.cents
      return
    }
    let own = bounds[year]..<bounds[year + 1]
    for lane in 0..<Lanes.count where payment.cents[lane] != 0 {
      let due = Int(payment.due[lane])
      let month = own.contains(due) ? due : own.lowerBound
      column[payment.eight][lane] += value(payment, lane, in: month, rates)
    }
  }

  /// A quarter for every whole year overdue, in full after four (assumption on BC-12/25).
  private func allowance(on open: Double, due: Int, at month: Int) -> Double {
    guard month >= due + 12 else { return 0 }
    let share = Double(min((month - due) / 12, 4)) / 4
    return (open * share).rounded(.toNearestOrAwayFromZero)
  }

  private func value(_ payment: LanePayment, _ lane: Int, in month: Int, _ rates: [Lanes]) -> Double {
    if payment.currency == 0 { return payment.cents[lane] }
    return (payment.cents[lane] * rates[payment.currency * months + month][lane])
      .rounded(.toNearestOrAwayFromZero)
  }
}
