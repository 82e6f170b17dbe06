/// How the covariance of coefficients is estimated.
public enum CovarianceKind: Sendable, Equatable {
  /// The estimator's own.
  case classical
  /// Heteroskedasticity: u^2, times n / (n - k), over 1 - h, over (1 - h)^2 (MacKinnon and White 1985).
  case heteroskedastic(HeteroskedasticKind)
  /// Errors correlated within clusters of one or two ways (Cameron, Gelbach and Miller 2011).
  case cluster([Grouping], ClusterCorrection)
  /// Errors correlated with those up to `lag` rows earlier (Newey and West 1987), by rows as they stand, or
  /// within each unit of a panel in the order of its periods.
  case neweyWest(lag: Int, units: Grouping?, periods: Grouping?)
  /// Errors correlated across units and up to `lag` periods (Driscoll and Kraay 1998).
  case driscollKraay(lag: Int, periods: Grouping)

  public enum HeteroskedasticKind: String, Sendable, CaseIterable {
    case hc0 = "HC0"
    case hc1 = "HC1"
    case hc2 = "HC2"
    case hc3 = "HC3"
  }

  public enum ClusterCorrection: String, Sendable, CaseIterable {
    /// No factor.
    case cr0 = "CR0"
    /// G / (G - 1) * (n - 1) / (n - k).
    case cr1 = "CR1"
    /// Residuals multiplied by (I - H_gg)^-1/2, degrees of freedom by Bell and McCaffrey 2002. For
    /// likelihoods and random effects the root is the symmetric one of the transformed rows; R's clubSandwich
    /// takes one through a factor of the working covariance, which differs by up to 0.2 %.
    case cr2 = "CR2"
  }
}
