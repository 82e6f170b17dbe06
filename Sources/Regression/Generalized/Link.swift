internal import Probability

/// What turns a mean into a linear predictor: eta = g(mu).
public enum Link: String, Sendable, CaseIterable, Codable {
  /// eta = mu.
  case identity
  /// eta = ln mu.
  case log
  /// eta = 1 / mu.
  case inverse
  /// eta = ln(mu / (1 - mu)).
  case logit
  /// eta = the standard normal quantile of mu.
  case probit

  /// g(mu); nan outside its range.
  func predictor(_ mean: Double) -> Double {
    switch self {
    case .identity: mean
    case .log: Elementary.log(mean)
    case .inverse: 1 / mean
    case .logit: Elementary.logit(mean)
    case .probit: Normal.quantile(mean)
    }
  }

  /// mu at a linear predictor.
  func mean(_ eta: Double) -> Double {
    switch self {
    case .identity: eta
    case .log: Elementary.exp(eta)
    case .inverse: 1 / eta
    case .logit: Elementary.logistic(eta)
    case .probit: Normal.cdf(eta)
    }
  }

  /// d mu / d eta and d^2 mu / d eta^2.
  func slopes(_ eta: Double) -> (first: Double, second: Double) {
    switch self {
    case .identity: return (1, 0)
    case .log:
      let mean = Elementary.exp(eta)
      return (mean, mean)
    case .inverse: return (-1 / (eta * eta), 2 / (eta * eta * eta))
    case .logit:
      let (yes, no) = (Elementary.logistic(eta), Elementary.logistic(-eta))
      return (yes * no, yes * no * (no - yes))
    case .probit:
      let density = Normal.density(eta)
      return (density, -eta * density)
    }
  }
}
