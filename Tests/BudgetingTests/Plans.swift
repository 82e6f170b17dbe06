import Budgeting
import Finance
import TestSupport

@testable import Records

/// A fund with 13 % support cost unless another rate is named.
func fund(support basisPoints: Int = 1300) -> Fund {
  Fund(
    id: "core", name: "core", sourceOfFunds: .extrabudgetary, purpose: .core,
    supportCost: Rate(basisPoints: basisPoints), reserve: nil, location: .line)
}

/// Months from January of 2021, or of a later month, to the end of `horizon`.
func timeline(_ first: String = "2021-01", horizon: Int = 2021, start: Int = 1) -> Timeline {
  guard let month = Month(iso: first),
    let timeline = Timeline(first: month, horizon: horizon, fiscalYearStart: start)
  else { preconditionFailure("no timeline from \(first) to \(horizon)") }
  return timeline
}

/// A unit that pays the same whole cents each month.
func unit(
  _ id: String, monthly: [Double], _ stop: SpendingUnit.Stop?, notice: Int = 0, separation: Double = 0
) -> SpendingUnit {
  SpendingUnit(
    id: id, title: id, objectClass: .unclassified, monthly: monthly, stop: stop, noticeMonths: notice,
    separation: separation)
}

func plan(
  _ units: [SpendingUnit], opening: Double = 0, reserve: [Double], support: Int = 1300,
  commitments: Double = 0, interest: Double = 0, steps: Int = 6, draw: Int? = nil
) -> FundPlan {
  FundPlan(
    fund: fund(support: support), units: units, reserveRequired: reserve, openingCash: opening,
    openCommitments: commitments, monthlyInterest: interest, steps: steps, drawReserveStep: draw)
}

/// `amount` in some months (index from 0) of `count`, nothing in the others.
func receipts(_ amounts: [Int: Double], count: Int = 12) -> [Double] {
  (0..<count).map { amounts[$0] ?? 0 }
}

/// Runs a plan. Unless a projection is named it is plenty, so that no yearly decision cuts anything and months
/// alone are looked at.
func accounts(
  of plan: FundPlan, over timeline: Timeline, _ receipts: [Double], expected: [Double]? = nil
) -> FundAccounts {
  let plenty = timeline.years.map { _ in 1e12 }
  var kernel = FundKernel(plan: plan, timeline: timeline, expected: expected ?? plenty)
  return kernel.run(receipts: receipts, byUnit: true)
}
