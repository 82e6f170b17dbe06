import LinearAlgebra
import Probability
import Vectors

/// Draws whole futures of all givers from a fitted model.
///
/// Streams are keyed by what they draw (`india/core/gives`), counters by path and calendar, so that neither
/// another giver nor another as-of date moves anyone's draws.
public struct GivingSampler: Sendable {
  public let fit: GivingFit
  public let plans: [GiverPlan]
  public let horizon: GivingHorizon
  public let settings: GivingSettings

  let behaviours: LaneBehaviourSampler
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

  /// One giver on eight paths.
  struct Draw {
    let giver: Int
    /// The first of the paths.
    let first: UInt64
    /// The giver's own departure from the crowd on the logit scale.
    let effect: Lanes
    let lateness: LaneCurve
  }

  /// - Throws: where a covariance of the fit is not positive definite.
  public init(
    fit: GivingFit, plans: [GiverPlan], horizon: GivingHorizon, settings: GivingSettings, seed: UInt32
  ) throws {
    (self.fit, self.plans, self.horizon, self.settings) = (fit, plans, horizon, settings)
    behaviours = try LaneBehaviourSampler(fit.behaviour)
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

  /// Room for eight paths.
  public func block() -> GivingBlock {
    let none = Array(repeating: Lanes(0), count: horizon.years)
    return GivingBlock(crowd: behaviours.means, givingShifts: none, changeShifts: none)
  }

  /// Draws the paths `first` ... `first + 7` into `block`; a path is the same in whatever block it is drawn.
  public func draw(paths first: UInt64, into block: inout GivingBlock) {
    block.payments.removeAll(keepingCapacity: true)
    drawParameters(first, into: &block)
    for index in plans.indices {
      let draw = Draw(
        giver: index, first: first, effect: departure(of: index, first),
        lateness: timings[index].curve(streams[index].late, paths: first))
      addRecorded(of: index, into: &block)
      drawInstalments(of: draw, into: &block)
      drawYears(of: draw, into: &block)
    }
  }

  private func departure(of index: Int, _ first: UInt64) -> Lanes {
    let effect = plans[index].giver.effect
    return effect.mean + effect.deviation * streams[index].effect.normal(paths: first, draw: 0)
      + effect.sharedDeviation * streams[index].fund.normal(paths: first, draw: 0)
  }

  private func drawParameters(_ first: UInt64, into block: inout GivingBlock) {
    behaviours.draw(parameters, paths: first, into: &block)
    let spread = fit.behaviour.yearEffect
    for year in 0..<horizon.years {
      let (giving, change) = (64 + UInt64(year), 256 + UInt64(year))
      block.givingShifts[year] = spread.participation * parameters.normal(paths: first, draw: giving)
      block.changeShifts[year] = spread.change * parameters.normal(paths: first, draw: change)
    }
  }

  /// Index of a year's shift: years between the origin and the projection share the first year's.
  func shift(of year: Int) -> Int { min(max(year - horizon.firstYear, 0), horizon.years - 1) }
}

/// Draws the parameters of paths from a behaviour's covariances.
struct LaneBehaviourSampler {
  let means: LaneBehaviour
  private let participation: Matrix
  private let change: Matrix

  init(_ behaviour: Behaviour) throws {
    means = LaneBehaviour(behaviour)
    participation = try behaviour.participation.cholesky().lower
    change = try behaviour.change.cholesky().lower
  }

  /// - Parameter stream: of parameters; draws 0 to 31 of it are used.
  func draw(_ stream: RandomStream, paths first: UInt64, into block: inout GivingBlock) {
    depart(participation, stream, first, from: 0, &block)
    block.crowd.moveParticipation(means, by: block.departures)
    depart(change, stream, first, from: 16, &block)
    block.crowd.moveChange(means, by: block.departures)
  }

  /// L z for standard normal numbers z.
  private func depart(
    _ lower: Matrix, _ stream: RandomStream, _ first: UInt64, from draw: UInt64, _ block: inout GivingBlock
  ) {
    for row in 0..<16 {
      block.departures[row] = Lanes(0)
      guard row < lower.rows else { continue }
      block.normals[row] = stream.normal(paths: first, draw: draw + UInt64(row))
      for column in 0...row { block.departures[row] += lower[row, column] * block.normals[column] }
    }
  }
}
