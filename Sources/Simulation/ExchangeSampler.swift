import Finance
import Giving
import LinearAlgebra
import Outlook
import Probability

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
  func central() -> [Double] {
    outlook.currencies.indices.flatMap { currency in
      outlook.shocks[currency].map { outlook.values[currency] * $0 }
    }
  }

  /// Multiplies a path's correlated random walks into `values`, which hold `central()`. They begin after the
  /// months that are seen.
  /// A walk's mean is 1: each month's logarithm falls by half its variance.
  func draw(path: UInt64, into values: inout [Double]) {
    guard let spread else { return }
    var level = Array(repeating: 0.0, count: streams.count)
    for month in min(horizon.seenThrough + 1, months)..<months {
      let normals = streams.map { $0.normal(path: path, draw: UInt64(horizon.firstOrdinal + month)) }
      let shocks = spread.multiply(normals)
      for currency in streams.indices {
        let deviation = outlook.monthlyDeviation[currency + 1]
        level[currency] += deviation * shocks[currency] - deviation * deviation / 2
        values[index(currency + 1, month)] *= Elementary.exp(level[currency])
      }
    }
  }
}
