internal import LinearAlgebra

/// Several models' quantiles, averaged with weights learned on past origins.
///
/// Why: which model is best changes from year to year, their mistakes differ, and an average of quantiles
/// keeps the members' shape, where a mixture of distributions would be wider than any of them. Chances of
/// nothing are averaged as log-odds, for an average of probabilities is drawn to the middle. Weights are
/// those that would have served in the past: for up to three origins inside the training panel every member
/// is fitted to what was known then, and the weights minimise the pinball loss at the deciles, amounts over
/// the mean gift (10 at most).
public struct Combination: PanelModel {
  public let name: String
  public let members: [any PanelModel]
  /// Past origins looked at, the latest ones; each leaves at least two years to learn from.
  public let origins: Int

  /// - Parameter members: at least one.
  public init(name: String = "combination", of members: [any PanelModel], origins: Int = 3) {
    precondition(!members.isEmpty, "a combination has members")
    (self.name, self.members, self.origins) = (name, members, origins)
  }

  public func fitted(to training: Panel, horizon: Int) throws -> any FittedPanelModel {
    let trials = try Trial.all(of: members, training, horizon: horizon, origins: origins)
    let fits = try results(members.count) { try members[$0].fitted(to: training, horizon: horizon) }
    return FittedCombination(
      name: name, members: fits, contributors: weights(trials, totals: false),
      totals: weights(trials, totals: true))
  }

  private func weights(_ trials: [Trial], totals: Bool) -> [Double] {
    var weights = SimplexWeights(members: members.count)
    for trial in trials { trial.add(to: &weights, totals: totals) }
    return weights.learned()
  }
}

/// A combination with its weights.
public struct FittedCombination: FittedPanelModel {
  let name: String
  let members: [any FittedPanelModel]
  /// One weight for each member, adding up to 1: for contributors and for the totals of funds.
  public let contributors: [Double]
  public let totals: [Double]

  public func forecast(_ past: Panel, horizon: Int) throws -> [SeriesForecast] {
    let forecasts = try members.map { try $0.forecast(past, horizon: horizon) }
    try CombinationError.check(forecasts, in: name)
    return forecasts[0].indices.map { index in
      let first = forecasts[0][index]
      let weights = first.contributor == SeriesForecast.total ? totals : contributors
      let years = (0..<horizon).map { year in
        PredictiveDistribution.average(forecasts.map { $0[index].years[year] }, weights: weights)
      }
      return SeriesForecast(contributor: first.contributor, fund: first.fund, years: years)
    }
  }
}

/// Members that do not forecast the same series.
public enum CombinationError: Error, Equatable, CustomStringConvertible {
  case membersDiffer(combination: String, member: Int)

  public var description: String {
    switch self {
    case .membersDiffer(let combination, let member):
      "member \(member) of \(combination) forecasts other series than member 1, or in another order; "
        + "each must forecast every series with a gift, then the totals"
    }
  }

  static func check(_ forecasts: [[SeriesForecast]], in name: String) throws(CombinationError) {
    let first = forecasts[0]
    for (member, other) in forecasts.enumerated() {
      let same =
        other.count == first.count
        && zip(first, other).allSatisfy { $0.contributor == $1.contributor && $0.fund == $1.fund }
      if !same { throw .membersDiffer(combination: name, member: member + 1) }
    }
  }
}

/// What a body gives for each index, several at a time; the error of the first index that has one.
func results<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) throws -> Result) throws -> [Result] {
  try RowBlocks.parallelMap(count) { index in Swift.Result { try body(index) } }.map { try $0.get() }
}
