import Dispatch
import Outlook

/// Every column of an ensemble summarised once, for all reports.
public struct EnsembleSummary: Sendable {
  private let layout: PathTable
  private let summaries: [Summary?]

  /// Summarises all columns on `threads` threads; results never depend on it.
  /// - Parameter levels: the quantiles of what a giver gives; those of a fund are `Summary.probabilities`.
  public init(_ ensemble: Ensemble, levels: [Double], threads: Int) {
    let table = ensemble.table
    let firstOfGivers = table.receivedColumn(giver: 0, year: 0)
    layout = table.withoutCells
    let count = table.columnCount
    var results = [Summary?](repeating: nil, count: count)
    let workers = max(1, threads)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each worker writes only the columns that are its own.
      nonisolated(unsafe) let cells = buffer
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for column in stride(from: worker, to: count, by: workers) {
          cells[column] = Summary(
            table.values(column), probabilities: column < firstOfGivers ? Summary.probabilities : levels)
        }
      }
    }
    summaries = results
  }

  public func fund(_ measure: FundMeasure, fund: Int, year: Int) -> Summary? {
    summaries[layout.column(measure, fund: fund, year: year)]
  }

  public func monthEndCash(fund: Int, month: Int) -> Summary? {
    summaries[layout.cashColumn(fund: fund, month: month)]
  }

  public func received(giver: Int, year: Int) -> Summary? {
    summaries[layout.receivedColumn(giver: giver, year: year)]
  }

  public func recognised(giver: Int, year: Int) -> Summary? {
    summaries[layout.recognisedColumn(giver: giver, year: year)]
  }
}

/// Things that happen or do not happen on a path in a year.
public enum YearEvent: String, Sendable, CaseIterable {
  case shortfall
  case breach
  case cashOut = "cash-out"

  func happened(_ shortfall: Double, _ breach: Double, _ lowest: Double) -> Bool {
    switch self {
    case .shortfall: shortfall > 0
    case .breach: breach > 0
    case .cashOut: lowest < 0
    }
  }
}

extension Ensemble {
  /// How often an event happens in a year.
  public func frequency(of event: YearEvent, fund: Int, year: Int) -> Frequency {
    Frequency(count: flags(event, fund: fund, year: year).count { $0 }, paths: paths)
  }

  /// How often it has happened in some year up to and with `year`.
  public func frequency(of event: YearEvent, fund: Int, by year: Int) -> Frequency {
    var happened = [Bool](repeating: false, count: paths)
    for earlier in 0...year {
      for (path, flag) in flags(event, fund: fund, year: earlier).enumerated() where flag {
        happened[path] = true
      }
    }
    return Frequency(count: happened.count { $0 }, paths: paths)
  }

  private func flags(_ event: YearEvent, fund: Int, year: Int) -> [Bool] {
    let shortfall = values(.shortfall, fund: fund, year: year)
    let breach = values(.breach, fund: fund, year: year)
    let lowest = values(.lowestCash, fund: fund, year: year)
    return zip(zip(shortfall, breach), lowest).map { event.happened($0.0, $0.1, $1) }
  }
}
