import Probability
import Regression

/// How far contributors, and their funds, depart from the crowd.
///
/// For the steps on record, logit P(gives) = crowd + contributor + fund with contributor ~ N(0, sd^2) and
/// fund ~ N(0, sd^2): the maximum of the posterior and its Laplace approximation. The crowd's coefficients stand
/// fixed: a centre's few rows do not move what thousands of contributor-years say.
struct DepartureFitting {
  /// Contributors and funds by number, and how many there are.
  let transitions: [Transition]
  let contributors: Int
  let funds: Int
  let behaviour: Behaviour

  struct Departures {
    private let means: [[Double]]
    private let variances: [[Double]]

    init(_ fit: CrossedLogitFit) { (means, variances) = (fit.effects, fit.effectVariances) }

    /// The departure of a contributor to a fund, the fund's with it. The two are taken as independent, which
    /// makes the sum a little too uncertain, never too sure.
    func effect(contributor: Int, fund: Int) -> Giver.Effect {
      Giver.Effect(
        mean: means[0][contributor] + means[1][fund], deviation: variances[0][contributor].squareRoot(),
        sharedDeviation: variances[1][fund].squareRoot())
    }
  }

  /// - Throws: where the numbers give out; the prior is proper, so short records do not.
  func fitted() throws(RegressionError) -> Departures {
    let crowd = BehaviourDraw(behaviour)
    let model = CrossedLogitModel(
      prior: NormalPrior(means: [1], standardDeviations: [1e-6]), deviationScales: [0.5, 0.5])
    return Departures(
      try model.fit(
        rows: transitions.map { Neighbourhood.logit(crowd.chance($0.state, $0.around)) }, columns: 1,
        names: ["crowd"], response: transitions.map { $0.gave ? 1 : 0 },
        factors: DepartureFitting.factors(transitions, contributors: contributors, funds: funds),
        deviations: [behaviour.effects.contributor, behaviour.effects.fund]))
  }

  /// The crossed groups of the steps.
  static func factors(
    _ transitions: [Transition], contributors: Int, funds: Int
  ) -> [CrossedLogitModel.Factor] {
    [
      CrossedLogitModel.Factor(
        name: "contributor", levels: transitions.map { Int32($0.contributor) }, count: contributors),
      CrossedLogitModel.Factor(name: "fund", levels: transitions.map { Int32($0.fund) }, count: funds),
    ]
  }
}
