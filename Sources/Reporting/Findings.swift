import Forecasting
public import Judgement
public import Simulation

/// What there is to report: the assessment and its summaries, computed once.
public struct Findings: Sendable {
  public let assessment: Assessment
  public let summary: EnsembleSummary

  public init(_ ensemble: Ensemble, threads: Int) {
    assessment = Assessment(ensemble)
    summary = EnsembleSummary(ensemble, levels: PredictiveDistribution.levels, threads: threads)
  }

  var ensemble: Ensemble { assessment.ensemble }
}
