import LinearAlgebra
import Probability

/// Draws whole futures of all givers from a fitted model.
///
/// Streams are keyed by what they draw (`india/core/gives`), counters by path and calendar, so that neither
/// another giver nor another as-of date moves anyone's draws.
public struct GivingSampler: Sendable {
  public let fit: GivingFit
  public let plans: [GiverPlan]
  public let horizon: GivingHorizon
  public let settings: GivingSettings

  let participationSpread: Cholesky
  let amountSpread: Cholesky
  let parameters: RandomStream
  let streams: [Streams]

  /// A giver's variables.
  struct Streams: Sendable {
    let gives, amount, month, late, renewal: RandomStream
  }

  /// Parameters drawn for one path.
  struct Parameters {
    var participation: [Double]
    var amount: [Double]
    var spread: Double
    var repeats: Double
    var onTime: Double
  }

  /// - Throws: where a covariance of the fit is not positive definite.
  public init(
    fit: GivingFit, plans: [GiverPlan], horizon: GivingHorizon, settings: GivingSettings, seed: UInt32
  ) throws {
    (self.fit, self.plans, self.horizon, self.settings) = (fit, plans, horizon, settings)
    participationSpread = try Cholesky(Matrix(rowMajor: fit.participation.covariance))
    amountSpread = try Cholesky(Matrix(rowMajor: fit.amount.covariance))
    var variables = VariableRegistry(seed: seed)
    parameters = variables.stream("giving/parameters")
    streams = plans.map { plan in
      let name = "\(plan.giver.contributor)/\(plan.giver.fund)"
      return Streams(
        gives: variables.stream("\(name)/gives"), amount: variables.stream("\(name)/amount"),
        month: variables.stream("\(name)/month"), late: variables.stream("\(name)/late"),
        renewal: variables.stream("\(name)/renewal"))
    }
  }

  /// Draws path number `path` into `result`.
  public func draw(path: UInt64, into result: inout GivingPath) {
    result.payments.removeAll(keepingCapacity: true)
    let parameters = drawParameters(path)
    for index in plans.indices {
      addRecorded(of: index, into: &result)
      drawInstalments(of: index, path, parameters, into: &result)
      drawYears(of: index, path, parameters, into: &result)
    }
  }

  private func drawParameters(_ path: UInt64) -> Parameters {
    func normals(_ count: Int, from first: UInt64) -> [Double] {
      (0..<count).map { parameters.normal(path: path, draw: first + UInt64($0)) }
    }
    let participation = participationSpread.multiply(normals(fit.participation.means.count, from: 0))
    let degrees = fit.amountDegreesOfFreedom
    let chiSquare = 2 * parameters.gamma(shape: degrees / 2, path: path, draw: 16)
    let spread = min(fit.amountScale * (degrees / chiSquare).squareRoot(), AmountDesign.widestSpread)
    let amount = amountSpread.multiply(normals(fit.amount.means.count, from: 8)).map { $0 * spread }
    return Parameters(
      participation: zip(fit.participation.means, participation).map(+),
      amount: zip(fit.amount.means, amount).map(+), spread: spread,
      repeats: parameters.beta(fit.repeats.yes, fit.repeats.no, path: path, draw: 17),
      onTime: settings.onTimeProbability
        ?? parameters.beta(fit.punctual.yes, fit.punctual.no, path: path, draw: 18))
  }

  // MARK: Agreements

  private func drawInstalments(
    of index: Int, _ path: UInt64, _ parameters: Parameters, into result: inout GivingPath
  ) {
    for instalment in plans[index].instalments {
      let year = yearIndex(ofMonth: instalment.due)
      if let year, plans[index].fixed[year] != nil { continue }
      result.payments.append(
        Payment(
          giver: index, cents: instalment.cents, currency: instalment.currency,
          recognised: instalment.recognised, due: instalment.due,
          paid: paidMonth(due: instalment.due, of: index, path, onTime: parameters.onTime)))
    }
  }

  /// What has been received already is the same on every path.
  func addRecorded(of index: Int, into result: inout GivingPath) {
    for receipt in plans[index].recorded {
      result.payments.append(
        Payment(
          giver: index, cents: receipt.cents, currency: receipt.currency, recognised: receipt.recognised,
          due: receipt.due, paid: receipt.due))
    }
  }

  /// When something due is paid: on time, so many months late, or never.
  private func paidMonth(due: Int, of index: Int, _ path: UInt64, onTime: Double) -> Int {
    let start = earliestPaid(due: due, of: index)
    if let year = yearIndex(ofMonth: due), plans[index].punctual[year] { return start }
    let key = UInt64(horizon.firstOrdinal + due)
    let (how, howLate) = streams[index].late.uniforms(path: path, draw: key)
    if how < settings.defaultProbability { return Payment.never }
    let rest = (how - settings.defaultProbability) / (1 - settings.defaultProbability)
    return rest < onTime ? start : start + monthsLate(howLate)
  }

  /// The month something due is paid in where nobody is late, with a scenario's delay; arrears come after what
  /// is seen.
  func earliestPaid(due: Int, of index: Int) -> Int {
    let delay = yearIndex(ofMonth: due).map { plans[index].delay[$0] } ?? 0
    return max(due, horizon.seenThrough + 1) + delay
  }

  /// 1 + a geometric number of mean `meanMonthsLate` - 1, by inversion.
  private func monthsLate(_ uniform: Double) -> Int {
    let mean = settings.meanMonthsLate
    guard mean > 1 else { return 1 }
    let steps = Elementary.log(uniform) / Elementary.log(1 - 1 / mean)
    return 1 + Int(min(steps, 600))
  }

  // MARK: Years

  private func drawYears(
    of index: Int, _ path: UInt64, _ parameters: Parameters, into result: inout GivingPath
  ) {
    let plan = plans[index]
    var state = plan.giver.state
    var renewal = plan.renewal
    var renewedThrough = Int.min
    let last = horizon.firstYear + horizon.years - 1
    for year in min(plan.giver.origin + 1, horizon.firstYear)...last {
      let offset = year - horizon.firstYear
      if offset >= 0, let fixed = plan.fixed[offset] {
        give(fixed, in: offset, by: index, into: &result)
        guard year > plan.giver.origin else { continue }
        state = fixed.remembered > 0 ? state.giving(Elementary.log(fixed.remembered)) : state.missing()
      } else if year <= plan.giver.origin {
        continue
      } else if (offset >= 0 && plan.covered[offset]) || year <= renewedThrough {
        state = state.last.map(state.giving) ?? state
      } else if !plan.giver.habitual {
        continue
      } else if let open = renewal, open.year == year {
        renewal = nil
        let draw = streams[index].renewal.uniform(path: path, draw: UInt64(year))
        if draw < settings.renewalProbability, let last = state.last {
          let yearly = nextGift(after: state, last: last, year, index, path, parameters)
          renew(open, yearly: yearly, by: index, path, parameters, into: &result)
          renewedThrough = year + settings.renewalTerm - 1
          renewal = GiverPlan.Renewal(
            year: renewedThrough + 1, monthOffset: open.monthOffset, upfront: open.upfront)
          state = state.giving(yearly)
        } else {
          state = state.missing()
        }
      } else {
        state = drawHabit(state, in: year, of: index, path, parameters, into: &result)
      }
    }
  }

  /// A year in which habit decides: gives or not, how much, and in which month.
  private func drawHabit(
    _ state: GivingState, in year: Int, of index: Int, _ path: UInt64, _ parameters: Parameters,
    into result: inout GivingPath
  ) -> GivingState {
    let chance = Elementary.logistic(ParticipationDesign.logit(state, parameters.participation))
    guard streams[index].gives.uniform(path: path, draw: UInt64(year)) < chance else {
      return state.missing()
    }
    let last = state.last ?? plans[index].giver.firstGift
    let gift = nextGift(after: state, last: last, year, index, path, parameters)
    let offset = year - horizon.firstYear
    if offset >= 0 {
      let cents = Elementary.exp(gift).rounded()
      let due = habitualMonth(offset, index, path)
      if let due {
        let paid =
          plans[index].giver.cashLedger
          ? due + plans[index].delay[offset]
          : paidMonth(due: due, of: index, path, onTime: parameters.onTime)
        result.payments.append(
          Payment(giver: index, cents: cents, currency: 0, recognised: offset, due: due, paid: paid))
      }
    }
    return state.giving(gift)
  }

  /// Any month of the year that is still to come, each as likely (assumption); `nil` where none is.
  private func habitualMonth(_ offset: Int, _ index: Int, _ path: UInt64) -> Int? {
    let months = horizon.openMonths(of: offset)
    guard !months.isEmpty else { return nil }
    let draw = streams[index].month.uniform(
      path: path, draw: UInt64(horizon.firstYear + offset))
    return months.lowerBound + Int(draw * Double(months.count))
  }

  /// The logarithm of the next gift: the last one again, or a bounded change pulled toward the usual.
  ///
  /// Half the variance is taken off, so that spread alone adds no income (assumption: weighted by amount, what
  /// governments gave United Nations entities again in 2013-2017 was 1.06 of what they gave the year before).
  private func nextGift(
    after state: GivingState, last: Double, _ year: Int, _ index: Int, _ path: UInt64,
    _ parameters: Parameters
  ) -> Double {
    let again = streams[index].amount.uniform(path: path, draw: UInt64(2 * year))
    if state.last != nil, again < parameters.repeats { return last }
    let shock = streams[index].amount.normal(path: path, draw: UInt64(2 * year + 1))
    let step =
      parameters.amount[0] + parameters.amount[1] * ((state.usual ?? last) - last)
      + parameters.spread * (shock - parameters.spread / 2)
    let bound = AmountDesign.longestStep
    return last + min(max(step, -bound), bound)
  }

  private func give(
    _ gift: GiverPlan.FixedGift, in year: Int, by index: Int, into result: inout GivingPath
  ) {
    guard gift.cents > 0 else { return }
    result.payments.append(
      Payment(
        giver: index, cents: gift.cents, currency: gift.currency, recognised: year, due: gift.due,
        paid: gift.due + plans[index].delay[year]))
  }

  private func renew(
    _ renewal: GiverPlan.Renewal, yearly: Double, by index: Int, _ path: UInt64, _ parameters: Parameters,
    into result: inout GivingPath
  ) {
    let cents = Elementary.exp(yearly).rounded()
    for part in instalments(of: renewal, by: index) {
      result.payments.append(
        Payment(
          giver: index, cents: cents, currency: 0, recognised: part.recognised, due: part.due,
          paid: paidMonth(due: part.due, of: index, path, onTime: parameters.onTime)))
    }
  }

  /// Due month and year of revenue of a renewed agreement's instalments, one a year; those before the
  /// projection and those of years with a fixed gift are left out.
  func instalments(of renewal: GiverPlan.Renewal, by index: Int) -> [(due: Int, recognised: Int)] {
    let first = renewal.year - horizon.firstYear
    return (first..<first + settings.renewalTerm).filter { offset in
      offset >= 0 && (offset >= horizon.years || plans[index].fixed[offset] == nil)
    }.map { offset in
      (
        due: horizon.yearStarts[0] + 12 * offset + renewal.monthOffset,
        recognised: renewal.upfront ? max(first, 0) : offset
      )
    }
  }

  /// Which year of the horizon a month index falls in.
  func yearIndex(ofMonth month: Int) -> Int? {
    horizon.yearStarts.indices.last { horizon.yearStarts[$0] <= month && month < horizon.yearStarts[$0] + 12 }
  }
}
