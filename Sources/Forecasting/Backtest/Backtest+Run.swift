import Dispatch
import Synchronization

extension Backtest {
  /// Fits and forecasts with every model at every origin.
  /// - Parameters:
  ///   - threads: workers; results do not depend on it.
  ///   - progress: called with the number of finished pairs of model and origin, from any worker.
  ///   - isCancelled: asked before each pair; once true the run ends with `CancellationError`.
  /// - Throws: `BacktestError` of the first pair that failed, in the order of models and origins.
  public func run(
    _ models: [any PanelModel], threads: Int,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> BacktestResult {
    let record = FundRecord(Panel(rows: rows)!, rows: rows, emptyYears: emptyYears)
    let data = origins.map { OriginData(self, origin: $0, record: record) }
    let board = TaskBoard(count: models.count * data.count)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, board.count))) { _ in
      while !isCancelled(), let task = board.take() {
        let (model, origin) = task.quotientAndRemainder(dividingBy: data.count)
        board.put(Result { try data[origin].forecasts(of: models[model], horizon: horizon) }, at: task)
        progress(board.finish(), board.count)
      }
    }
    if isCancelled() { throw CancellationError() }
    let forecasts = try board.results.map { try $0!.get() }
    return BacktestResult(
      models: models.map(\.name), truths: data.map(\.truth), horizon: horizon, funds: record.funds,
      forecasts: models.indices.map { Array(forecasts[$0 * data.count..<($0 + 1) * data.count]) })
  }
}

/// What models see at an origin, and what they have to forecast.
private struct OriginData: Sendable {
  let past: Panel
  let training: Panel
  let truth: OriginTruth

  /// The origin has rows, which `Backtest.init` has seen to.
  init(_ backtest: Backtest, origin: Int, record: FundRecord) {
    past = Panel(rows: backtest.rows, through: origin)!
    training = backtest.training.map { Panel(rows: $0, through: origin)! } ?? past
    truth = OriginTruth(past: past, record: record, horizon: backtest.horizon)
  }

  /// A model's forecasts in the order of `truth.series`, each to the cent.
  func forecasts(of model: any PanelModel, horizon: Int) throws -> [[PredictiveDistribution]] {
    let given: [SeriesForecast]
    do {
      given = try model.fitted(to: training, horizon: horizon).forecast(past, horizon: horizon)
    } catch {
      throw BacktestError.model(name: model.name, origin: truth.origin, cause: error)
    }
    var found: [SeriesName: Int] = [:]
    for (index, forecast) in given.enumerated() {
      found[SeriesName(contributor: forecast.contributor, fund: forecast.fund)] = index
    }
    return try truth.series.map { series in
      let name = SeriesName(contributor: series.contributor, fund: series.fund)
      let years = found[name].map { given[$0].years } ?? []
      let fault = years.count < horizon ? "it is left out" : years.lazy.compactMap(\.fault).first
      if let fault {
        let place = "the forecast of '\(series.contributor)' in fund '\(series.fund)': \(fault)"
        throw BacktestError.forecast(name: model.name, origin: truth.origin, fault: place)
      }
      return years.prefix(horizon).map(\.settled)
    }
  }
}

/// A contributor and a fund, to look a series up.
struct SeriesName: Hashable {
  let contributor: String
  let fund: String
}

/// What the workers share: the next task and the results by task.
private final class TaskBoard: Sendable {
  typealias Outcome = Result<[[PredictiveDistribution]], any Error>

  let count: Int
  private let next = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  private let outcomes: Mutex<[Outcome?]>

  init(count: Int) {
    self.count = count
    outcomes = Mutex(Array(repeating: nil, count: count))
  }

  var results: [Outcome?] { outcomes.withLock { $0 } }

  /// The next task; `nil` when all are taken.
  func take() -> Int? {
    let task = next.add(1, ordering: .relaxed).oldValue
    return task < count ? task : nil
  }

  func put(_ outcome: Outcome, at task: Int) { outcomes.withLock { $0[task] = outcome } }
  func finish() -> Int { done.add(1, ordering: .relaxed).newValue }
}
