import Forecasting
public import Outlook
public import Simulation

extension Simulator {
  /// A simulation that measures, path by path, everything an assessment tells.
  public init(judging assumptions: Assumptions, threads: Int) {
    self.init(
      assumptions, threads: threads,
      measures: IndicatorTable.measures(assumptions) + MandateAssessment.measures(assumptions),
      levels: PredictiveDistribution.levels)
  }
}
