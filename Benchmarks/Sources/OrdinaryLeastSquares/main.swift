// P7a: least squares of 100,000 rows on 11 columns with classical, HC1 and HC3 errors, refined.
// Usage: OrdinaryLeastSquares [PEERS]   PEERS: a Python environment with numpy and statsmodels.
import Foundation
import LinearAlgebra
import Measuring
import Probability
import Regression

struct Errors: Codable {
  let coefficients: [Double]
  let classical: [Double]
  let hc1: [Double]
  let hc3: [Double]
}

let rows = 100_000
let names = [Design.intercept] + (1...10).map { "x\($0)" }

/// Ten regressors with a common part, errors whose spread grows with the first.
func generated() -> (design: Matrix, response: [Double]) {
  let stream = RandomStream(seed: 2026, variable: 7)
  var storage = [Double](repeating: 1, count: rows)
  let common = (0..<rows).map { stream.normal(path: UInt64($0), draw: 0) }
  for column in 1...10 {
    storage += (0..<rows).map { stream.normal(path: UInt64($0), draw: UInt64(column)) + 0.3 * common[$0] }
  }
  let response = (0..<rows).map { row in
    var sum = 1.0
    for column in 1...10 { sum += storage[column * rows + row] / Double(column) }
    return sum + stream.normal(path: UInt64(row), draw: 11) * (1 + 0.5 * storage[rows + row].magnitude)
  }
  return (Matrix(rows: rows, columns: 11, columnMajor: storage), response)
}

func fitted(_ sample: Sample) throws -> Errors {
  let fit = try LinearModel().fit(sample)
  return Errors(
    coefficients: fit.coefficients, classical: fit.standardErrors,
    hc1: try fit.covariance(.heteroskedastic(.hc1)).standardErrors,
    hc3: try fit.covariance(.heteroskedastic(.hc3)).standardErrors)
}

func difference(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).map { ($0 - $1).magnitude / $1.magnitude }.max() ?? .infinity
}

let (design, response) = generated()
let sample = Sample(
  design: Design(names: names, matrix: WideMatrix(design)), response: WideVector(response))
let before = peakMegabytes()
let ours = try fitted(sample)
let megabytes = Double(rows * 12 * 8) / 1_048_576
print(
  "data \(fixed(megabytes, 1)) MB; fit and covariances add \(fixed(peakMegabytes() - before, 1)) MB")

var all = Measurement("mainstay: fit, classical, HC1 and HC3")
var alone = Measurement("mainstay: fit and classical")
var peers = ["statsmodels, classical", "statsmodels, HC1", "statsmodels, HC3", "numpy QR, all three"]
  .map(Measurement.init)
var peer: Peer?
if CommandLine.arguments.count > 1 {
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("ols-\(ProcessInfo.processInfo.processIdentifier).bin")
  try (design.storage + response).withUnsafeBytes { try Data($0).write(to: file) }
  defer { try? FileManager.default.removeItem(at: file) }
  let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../peers/ols.py").standardized.path
  let child = try Peer(
    environment: CommandLine.arguments[1], script: script, arguments: [file.path, "\(rows)", "11"])
  let theirs = try JSONDecoder().decode(Errors.self, from: child.results)
  let worst = [
    difference(ours.coefficients, theirs.coefficients), difference(ours.classical, theirs.classical),
    difference(ours.hc1, theirs.hc1), difference(ours.hc3, theirs.hc3),
  ]
  print("largest relative difference to the peer: \(worst.max()!)")
  guard worst.max()! < 1e-10 else { fatalError("not equal: \(worst)") }
  peer = child
}
for _ in 0..<5 {
  try all.run { _ = try fitted(sample) }
  try alone.run { _ = try LinearModel().fit(sample) }
  for index in peers.indices {
    if let peer { peers[index].add(peer.run(["classical", "HC1", "HC3", "QR"][index])) }
  }
}
print(Measurement.header)
print(all.row())
print(alone.row(against: all))
if peer != nil { for measured in peers { print(measured.row(against: all)) } }
peer?.stop()
