/// Why a backtest was not made; in words, with the way out.
public enum BacktestError: Error, Sendable, CustomStringConvertible {
  /// Origins or a horizon that the data do not allow.
  case request(String)
  /// A model's fit or forecast failed at an origin.
  case model(name: String, origin: Int, cause: any Error)
  /// A model's forecast is none: a series is left out, or numbers cannot be.
  case forecast(name: String, origin: Int, fault: String)

  public var description: String {
    switch self {
    case .request(let message): message
    case .model(let name, let origin, let cause):
      "model '\(name)', origin \(origin): \(cause); leave the model or the origin out"
    case .forecast(let name, let origin, let fault):
      "model '\(name)', origin \(origin): \(fault); leave the model out and report this"
    }
  }
}
