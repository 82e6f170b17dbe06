/// What `mainstay regress` was asked: a table, a formula and how to estimate.
public struct RegressionRequest: Sendable, Equatable {
  /// The path of a CSV file, `-` for standard input.
  public var file: String
  /// An R formula; what stands behind `|` are effects to be absorbed.
  public var formula: String
  public var family = ModelFamily.gaussian
  /// nil for the family's own.
  public var link: ModelLink?
  public var covariance = CovarianceChoice.classical
  /// The columns of a panel: its units, then its periods.
  public var index: [String] = []
  public var effects = PanelEffects.pooled
  /// The column of weights, if any.
  public var weights: String?
  /// Of the confidence intervals.
  public var level = 0.95
  public var aliased = AliasedColumns.refuse
  public var bias = BiasReduction.none

  /// A request for least squares.
  public init(file: String, formula: String) {
    self.file = file
    self.formula = formula
  }
}

/// The distribution of the response.
public enum ModelFamily: String, Sendable, CaseIterable {
  case gaussian
  case binomial
  case poisson
  case gamma

  /// The links it goes with, its own first.
  public var links: [ModelLink] {
    switch self {
    case .gaussian: []
    case .binomial: [.logit, .probit]
    case .poisson: [.log]
    case .gamma: [.inverse, .log]
    }
  }
}

/// What the linear predictor is a function of.
public enum ModelLink: String, Sendable, CaseIterable {
  case logit
  case probit
  case log
  case inverse
}

/// How the rows of a panel are used.
public enum PanelEffects: String, Sendable, CaseIterable {
  case pooled
  case within
  case random
  case between
  case firstDifference = "first-difference"
  case mixed
}

/// What becomes of a column that others determine.
public enum AliasedColumns: String, Sendable, CaseIterable {
  /// An error that names it.
  case refuse
  /// It is left out, those furthest to the right first, and said so.
  case drop
}

/// Whether the first-order bias of a likelihood is taken out.
public enum BiasReduction: String, Sendable, CaseIterable {
  case none
  /// Firth 1993: by Jeffreys' prior.
  case firth
  /// Firth's, the intercept corrected so that mean fitted and observed outcomes agree (Puhr and others 2017).
  case flic
}
