import Forecasting
import Judgement
import LinearAlgebra
import Records
import Regression
import Simulation
import Workbench

/// What kind of failure an error is; its raw value is the command's exit code.
public enum Failure: Int32, Sendable, CaseIterable {
  /// A limit the user named is passed.
  case limit = 1
  /// The command was used wrongly.
  case usage = 2
  /// Files, figures or folders that cannot be used as they are.
  case badData = 3
  /// The numbers gave out.
  case numerical = 4
  /// Stopped by the user.
  case interrupted = 130

  public init(_ error: any Error) {
    switch error {
    case is LimitPassed: self = .limit
    case is UsageError, is QuestionError: self = .usage
    case is Interrupted: self = .interrupted
    case let error as WorkbenchError: self = Failure.kind(error)
    case BacktestError.request: self = .usage
    case is BacktestError: self = .numerical
    case is RegressionError, is LinearAlgebraError, is SimulationError: self = .numerical
    default: self = .badData
    }
  }

  private static func kind(_ error: WorkbenchError) -> Failure {
    switch error {
    case .request: .usage
    case .table: .badData
    case .numerical: .numerical
    }
  }

  /// What is printed for an error: problems by file and line as they stand, everything else behind the
  /// command's name.
  public static func message(_ error: any Error) -> String {
    switch error {
    case let error as BookError: error.description
    case WorkbenchError.table(let problems): problems.text
    case is Interrupted: "mainstay: interrupted; nothing was written"
    case let error as LimitPassed: "mainstay: \(error)"
    default: "mainstay: error: \(error)"
    }
  }
}

/// Something asked for that does not exist, with the way out.
public struct UsageError: Error, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
