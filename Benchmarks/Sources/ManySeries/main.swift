// P6: 10,000 series of 20 to 100 points, forecast from 7 origins by 8 models.
// Usage: ManySeries [PEERS]   PEERS: a Python environment with statsforecast and pandas.
import Forecasting
import Foundation
import LinearAlgebra
import Measuring
import Probability

let windows = 7
/// The peer forecasts seven steps from each of seven origins: the first origin leaves out 13 points.
let leftOut = 13

/// A level, a weekly pattern and noise; with `zeros`, each value is 0 with that probability.
func generated(zeros: Double) -> [[Double]] {
  let stream = RandomStream(seed: 2026, variable: 6)
  return (0..<10_000).map { (path: UInt64) in
    let length = 20 + Int(stream.uniform(path: path, draw: 0) * 81)
    return (0..<length).map { point in
      let (noise, empty) = (UInt64(2 * point + 1), UInt64(2 * point + 2))
      if stream.uniform(path: path, draw: empty) < zeros { return 0 }
      return Double((point + Int(path)) % 7) + 0.5 + stream.uniform(path: path, draw: noise)
    }
  }
}

/// Each model's forecasts of a series, the oldest origin first.
func forecasts(_ series: [Double]) throws -> [Double] {
  let known = Array(series.dropLast(leftOut - windows + 1))
  let first = series.count - leftOut
  var all: [Double] = []
  all.reserveCapacity(8 * windows)
  func add(_ model: some PointForecaster) throws {
    for fit in try model.rolling(known, from: first) { all.append(fit.forecast(ahead: 1)) }
  }
  try add(Naive())
  try add(HistoricAverage())
  try add(WindowAverage(length: 7))
  try add(ExponentialSmoothing(weight: 0.3))
  try add(Croston())
  try add(Croston(correction: .syntetosBoylan))
  try add(TSB())
  try add(ADIDA())
  return all
}

func onOneCore(_ series: [[Double]]) throws -> [Double] { try series.flatMap(forecasts) }

func onAllCores(_ series: [[Double]]) throws -> [Double] {
  let blocks = 64
  return try RowBlocks.parallelMap(blocks) { block in
    let range = series.count * block / blocks..<series.count * (block + 1) / blocks
    return Result { try onOneCore(Array(series[range])) }
  }.flatMap { try $0.get() }
}

/// A peer with its figures, equal to ours within 1e-9.
func peer(_ environment: String, _ series: [[Double]], _ ours: [Double]) throws -> Peer {
  let folder = FileManager.default.temporaryDirectory
  let name = "series-\(ProcessInfo.processInfo.processIdentifier)"
  let (input, output) = (folder.appendingPathComponent(name), folder.appendingPathComponent(name + "-out"))
  defer { for file in [input, output] { try? FileManager.default.removeItem(at: file) } }
  let numbers = series.map { Double($0.count) } + series.flatMap { $0 }
  try numbers.withUnsafeBytes { try Data($0).write(to: input) }
  let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../peers/many_series.py").standardized.path
  let child = try Peer(
    environment: environment, script: script, arguments: [input.path, "\(series.count)", output.path])
  let theirs = try Data(contentsOf: output).withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
  let worst = zip(ours, theirs).map { $0 == $1 ? 0 : ($0 - $1).magnitude / $1.magnitude }.max() ?? .infinity
  print("\(ours.count) forecasts; largest relative difference to the peer: \(worst)")
  guard ours.count == theirs.count, worst < 1e-9 else { fatalError("not equal: \(worst)") }
  return child
}

for zeros in [0, 0.6] {
  let series = generated(zeros: zeros)
  print("\(series.count) series, \(series.map(\.count).reduce(0, +)) points, \(zeros) of them 0")
  let ours = try onOneCore(series)
  guard try onAllCores(series) == ours else { fatalError("threads changed a figure") }
  let child = try CommandLine.arguments.dropFirst().first.map { try peer($0, series, ours) }
  var one = Measurement("mainstay, one core")
  var all = Measurement("mainstay, all cores")
  var theirs = [Measurement("statsforecast, one process"), Measurement("statsforecast, two processes")]
  for _ in 0..<5 {
    try one.run { _ = try onOneCore(series) }
    if let child { theirs[0].add(child.run("1")) }
    try all.run { _ = try onAllCores(series) }
    if let child { theirs[1].add(child.run("2")) }
  }
  print(Measurement.header)
  print(one.row())
  if child != nil { print(theirs[0].row(against: one)) }
  print(all.row())
  if child != nil { print(theirs[1].row(against: all) + "  (to the row above)") }
  child?.stop()
}
