/// What is believed about giving before a centre's own ledger is looked at: a reference class with its source.
///
/// Fitted on a public panel by `calibrate`, or stated. It rests on years no later than `dataYear`; a run as of an
/// earlier date may not use it, nor one on a fund it was fitted on.
public struct GivingPrior: Sendable, Equatable, Codable {
  public let name: String
  public let source: String
  /// The last year of the data it rests on; `nil`: assumption only.
  public let dataYear: Int?
  /// What the panel held, and the funds left out of it.
  public let panel: PanelDescription?
  public let behaviour: Behaviour
  /// Probability that an agreement is renewed in the year after it expires (assumption).
  public let renewalProbability: Double
  /// Years of a renewed agreement (assumption).
  public let renewalTerm: Int

  public struct PanelDescription: Sendable, Equatable, Codable {
    public let firstYear: Int
    public let lastYear: Int
    public let contributors: Int
    /// Codes of the funds it was fitted on, sorted.
    public let funds: [String]
    public let series: Int
    public let gifts: Int

    public init(
      firstYear: Int, lastYear: Int, contributors: Int, funds: [String], series: Int, gifts: Int
    ) {
      (self.firstYear, self.lastYear, self.contributors) = (firstYear, lastYear, contributors)
      (self.funds, self.series, self.gifts) = (funds, series, gifts)
    }
  }

  public init(
    name: String, source: String, dataYear: Int?, panel: PanelDescription?, behaviour: Behaviour
  ) {
    (self.name, self.source, self.dataYear, self.panel) = (name, source, dataYear, panel)
    self.behaviour = behaviour
    (renewalProbability, renewalTerm) = (0.6, 5)
  }
}

extension GivingPrior {
  /// For as-of dates before the data years of every fitted set, and for tests: stated, not fitted.
  public static let plain = GivingPrior(
    name: "plain",
    source:
      "assumption: who gave gives again with probability 0.6 to 0.9, who did not returns with 0.3 to 0.1",
    dataYear: nil, panel: nil, behaviour: .stated)
}
