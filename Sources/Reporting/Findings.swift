public import Judgement
public import Simulation

/// What there is to report.
public struct Findings: Sendable {
  public let assessment: Assessment

  public init(_ ensemble: Ensemble) { assessment = Assessment(ensemble) }

  var ensemble: Ensemble { assessment.ensemble }
}
