public import Forecasting
import Simulation

/// What `backtest` does: read a panel, forecast as of past years, score, tell.
public struct BacktestJob: Sendable {
  private let file: PanelFile
  private let training: PanelFile?
  private let models: [ModelCatalogue.Entry]
  private let backtest: Backtest

  /// Reads the files and checks what is asked of them.
  /// - Parameters:
  ///   - file: a CSV file, or `-` for standard input.
  ///   - training: another panel to learn shared parameters from.
  ///   - origins: `nil`: the last three that leave a year to be scored.
  ///   - emptyYears: `nil`: as the file's columns suggest.
  /// - Throws: `WorkbenchError.table` for bad rows, `BacktestError.request`, `UsageError`.
  public init(
    file: String, training: String? = nil, origins: [Int]? = nil, horizon: Int = 3,
    emptyYears: EmptyYears? = nil, models: [ModelCatalogue.Entry] = ModelCatalogue.all
  ) throws {
    if file == "-", training == "-" {
      throw UsageError("both files are standard input; name a file for one of them")
    }
    self.file = try PanelFile(path: file)
    self.training = try training.map { try PanelFile(path: $0) }
    self.models = models
    backtest = try Backtest(
      rows: self.file.rows, training: self.training?.rows, origins: origins, horizon: horizon,
      emptyYears: emptyYears ?? self.file.emptyYears)
  }

  /// What is worth knowing of the files and stops nothing; one a line.
  public var notes: [String] { (file.notes + (training?.notes ?? [])).map(\.description) }

  /// Fits, forecasts and scores; nothing is written.
  /// - Throws: `BacktestError`, `Interrupted`.
  public func run(
    threads: Int, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> BacktestReport {
    let result: BacktestResult
    do {
      result = try backtest.run(
        models.map(\.model), threads: threads, progress: progress, isCancelled: isCancelled)
    } catch is CancellationError {
      throw Interrupted()
    }
    let benchmarks = models.indices.filter { models[$0].isBenchmark }
    return BacktestReport(
      backtest: backtest, file: file, training: training, models: models, result: result,
      scores: BacktestScores(result, benchmarks: benchmarks))
  }
}

/// What a backtest found, before it is told.
public struct BacktestReport: Sendable {
  let backtest: Backtest
  let file: PanelFile
  let training: PanelFile?
  let models: [ModelCatalogue.Entry]
  public let result: BacktestResult
  public let scores: BacktestScores
}
