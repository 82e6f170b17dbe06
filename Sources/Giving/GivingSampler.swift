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

  /// One giver on one path.
  struct Draw {
    let giver: Int
    let path: UInt64
    let parameters: Parameters
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
      let draw = Draw(giver: index, path: path, parameters: parameters)
      addRecorded(of: index, into: &result)
      drawInstalments(of: draw, into: &result)
      drawYears(of: draw, into: &result)
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
}
