import Finance
import Giving
import LinearAlgebra
import Outlook
import Probability
import Vectors

/// Values of every currency in the budget currency, by month, on a path.
struct ExchangeSampler: Sendable {
  private let outlook: ExchangeOutlook
  private let spread: Cholesky?
  private let streams: [RandomStream]
  private let horizon: GivingHorizon
  let months: Int

  init(_ outlook: ExchangeOutlook, months: Int, horizon: GivingHorizon, seed: UInt32) throws {
    (self.outlook, self.months, self.horizon) = (outlook, months, horizon)
    spread = outlook.correlation.isEmpty ? nil : try Cholesky(Matrix(rowMajor: outlook.correlation))
    var variables = VariableRegistry(seed: seed)
    streams = outlook.currencies.dropFirst().map { variables.stream("exchange/\($0.code)") }
  }

  /// Index of a currency's value in a month.
  func index(_ currency: Int, _ month: Int) -> Int { currency * months + month }

  /// The as-of values with the scenario's shocks: the central path, and the frame of every other.
  func central() -> [Lanes] {
    outlook.currencies.indices.flatMap { currency in
      outlook.shocks[currency].map { Lanes(outlook.values[currency] * $0) }
    }
  }

  /// Writes eight paths' correlated random walks, which begin after the months that are seen, into `values`, which
  /// held `central()` once.
  /// A walk's mean is 1: each month's logarithm falls by half its variance.
  /// - Parameter walk: room, made once by `walk()`.
  func draw(paths first: UInt64, _ walk: inout Walk, into values: inout [Lanes]) {
    guard let spread else { return }
    for currency in streams.indices { walk.levels[currency] = Lanes(0) }
    let start = min(horizon.seenThrough + 1, months)
    for month in start..<months {
      let ordinal = horizon.firstOrdinal + month
      for currency in streams.indices {
        walk.draw(
          streams[currency], currency, paths: first, ordinal: ordinal, isFirst: month == start)
        var shock = Lanes(0)
        for column in 0...currency { shock += spread.lower[currency, column] * walk.normals[column] }
        let deviation = outlook.monthlyDeviation[currency + 1]
        walk.levels[currency] = walk.levels[currency] + (deviation * shock - deviation * deviation / 2)
        let start = outlook.values[currency + 1] * outlook.shocks[currency + 1][month]
        values[index(currency + 1, month)] = start * Lanes.exp(walk.levels[currency])
      }
    }
  }

  /// Room for the walks of eight paths.
  func walk() -> Walk { Walk(currencies: streams.count) }

  /// Where the walks of eight paths stand.
  struct Walk {
    fileprivate(set) var levels: [Lanes]
    fileprivate var normals: [Lanes]
    /// The month after an even month of the calendar shares a block of the generator with it.
    private var odd: [Lanes]

    fileprivate init(currencies: Int) {
      levels = Array(repeating: Lanes(0), count: currencies)
      (normals, odd) = (levels, levels)
    }

    /// - Parameter ordinal: of the month in the calendar.
    fileprivate mutating func draw(
      _ stream: RandomStream, _ currency: Int, paths first: UInt64, ordinal: Int, isFirst: Bool
    ) {
      let isEven = ordinal % 2 == 0
      if isEven || isFirst {
        (normals[currency], odd[currency]) = stream.normals(paths: first, draw: UInt64(ordinal / 2))
      }
      if !isEven { normals[currency] = odd[currency] }
    }
  }
}
