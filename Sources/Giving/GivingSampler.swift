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

  let behaviours: BehaviourSampler
  let parameters: RandomStream
  let streams: [Streams]
  let timings: [GiverTiming]

  /// A gift is at most the largest amount a book may hold (1e13 cents), so that no path outgrows whole cents.
  static let largestGift = Elementary.log(1e13)

  /// A giver's variables.
  struct Streams: Sendable {
    let gives, amount, month, late, renewal, effect: RandomStream
    /// The same for all givers of a fund.
    let fund: RandomStream
  }

  /// One giver on one path.
  struct Draw {
    let giver: Int
    let path: UInt64
    let parameters: Parameters
    /// The giver's own departure from the crowd on the logit scale.
    let effect: Double
    let lateness: LatenessCurve
  }

  /// What all givers share on one path.
  struct Parameters {
    let behaviour: BehaviourDraw
    /// By year from the origin on: shifts of the logit of giving and of ln(next / last).
    let givingShifts: [Double]
    let changeShifts: [Double]

    func giving(in year: Int, of horizon: GivingHorizon) -> Double {
      Parameters.shift(givingShifts, year, horizon)
    }

    func change(in year: Int, of horizon: GivingHorizon) -> Double {
      Parameters.shift(changeShifts, year, horizon)
    }

    /// Years between the origin and the projection share the first year's shift.
    private static func shift(_ shifts: [Double], _ year: Int, _ horizon: GivingHorizon) -> Double {
      shifts[min(max(year - horizon.firstYear, 0), shifts.count - 1)]
    }
  }

  /// - Throws: where a covariance of the fit is not positive definite.
  public init(
    fit: GivingFit, plans: [GiverPlan], horizon: GivingHorizon, settings: GivingSettings, seed: UInt32
  ) throws {
    (self.fit, self.plans, self.horizon, self.settings) = (fit, plans, horizon, settings)
    behaviours = try BehaviourSampler(fit.behaviour)
    timings = plans.map { GiverTiming($0, fit.timing, settings, horizon) }
    var variables = VariableRegistry(seed: seed)
    let shared = variables.stream("giving/parameters")
    parameters = shared
    var funds: [String: RandomStream] = [:]
    for plan in plans where funds[plan.giver.fund] == nil {
      funds[plan.giver.fund] = variables.stream("fund/\(plan.giver.fund)/effect")
    }
    streams = plans.map { plan in
      let name = "\(plan.giver.contributor)/\(plan.giver.fund)"
      return Streams(
        gives: variables.stream("\(name)/gives"), amount: variables.stream("\(name)/amount"),
        month: variables.stream("\(name)/month"), late: variables.stream("\(name)/late"),
        renewal: variables.stream("\(name)/renewal"), effect: variables.stream("\(name)/effect"),
        fund: funds[plan.giver.fund] ?? shared)
    }
  }

  /// Draws path number `path` into `result`.
  public func draw(path: UInt64, into result: inout GivingPath) {
    result.payments.removeAll(keepingCapacity: true)
    let parameters = drawParameters(path)
    for index in plans.indices {
      let effect = plans[index].giver.effect
      let draw = Draw(
        giver: index, path: path, parameters: parameters,
        effect: effect.mean + effect.deviation * streams[index].effect.normal(path: path, draw: 0)
          + effect.sharedDeviation * streams[index].fund.normal(path: path, draw: 0),
        lateness: timings[index].curve(streams[index].late, path: path))
      addRecorded(of: index, into: &result)
      drawInstalments(of: draw, into: &result)
      drawYears(of: draw, into: &result)
    }
  }

  private func drawParameters(_ path: UInt64) -> Parameters {
    func shifts(_ spread: Double, from first: UInt64) -> [Double] {
      (0..<horizon.years).map { spread * parameters.normal(path: path, draw: first + UInt64($0)) }
    }
    let years = fit.behaviour.yearEffect
    return Parameters(
      behaviour: behaviours.draw(parameters, path: path), givingShifts: shifts(years.participation, from: 64),
      changeShifts: shifts(years.change, from: 256))
  }
}
