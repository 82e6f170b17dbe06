// P7b: two-way fixed effects, 100,000 units of 10 years, 10 columns, classical and clustered errors, data in memory.
// P7c: the same rows with a third effect whose levels chain together.
// Usage: FixedEffects [PEERS]   PEERS: a Python environment with pyfixest and linearmodels.
import Foundation
import LinearAlgebra
import Measuring
import Probability
import Regression

struct Errors: Codable {
  let coefficients: [Double]
  let clustered: [Double]
}

let units = 100_000
let rows = units * 10
let columns = 10

func grouping(_ name: String, _ count: Int, _ code: (Int) -> Int) -> Grouping {
  Grouping(name: name, levels: (0..<count).map(String.init), codes: (0..<rows).map { Int32(code($0)) })
}

/// y = sum of x_j / j + unit + year + firm + noise, all standard normal.
func generated(_ effects: [Grouping]) -> Sample {
  let stream = RandomStream(seed: 20_260, variable: 8)
  var storage: [Double] = []
  storage.reserveCapacity(rows * columns)
  for column in 0..<columns {
    for row in 0..<rows { storage.append(stream.normal(path: UInt64(row), draw: UInt64(column))) }
  }
  let values = effects.enumerated().map { index, effect in
    effect.levels.indices.map { stream.normal(path: UInt64($0), draw: UInt64(20 + index)) }
  }
  let response = (0..<rows).map { row in
    var sum = stream.normal(path: UInt64(row), draw: 10)
    for column in 0..<columns { sum += storage[column * rows + row] / Double(column + 1) }
    for (index, effect) in effects.enumerated() { sum += values[index][Int(effect.codes[row])] }
    return sum
  }
  let matrix = WideMatrix(rows: rows, columns: columns, high: storage)
  return Sample(
    design: Design(names: (1...columns).map { "x\($0)" }, matrix: matrix), response: WideVector(response))
}

func fitted(_ sample: Sample, _ effects: [Grouping]) throws -> Errors {
  let fit = try AbsorbingModel(effects: effects).fit(sample)
  let clustered = try fit.covariance(.cluster([effects[0]], .cr1))
  return Errors(coefficients: fit.coefficients, clustered: clustered.standardErrors)
}

func difference(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).map { ($0 - $1).magnitude / $1.magnitude }.max() ?? .infinity
}

/// A warm peer that agrees.
func peer(_ environment: String, _ sample: Sample, _ effects: [Grouping], _ ours: Errors) throws -> Peer {
  let file = FileManager.default.temporaryDirectory.appendingPathComponent(
    "effects-\(ProcessInfo.processInfo.processIdentifier).bin")
  let codes = effects.flatMap { $0.codes.map(Double.init) }
  try (codes + sample.response.high + sample.design.matrix.high).withUnsafeBytes { try Data($0).write(to: file) }
  defer { try? FileManager.default.removeItem(at: file) }
  let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../peers/fixed_effects.py").standardized.path
  let child = try Peer(
    environment: environment, script: script, arguments: [file.path, "\(rows)", "\(columns)"])
  let theirs = try JSONDecoder().decode(Errors.self, from: child.results)
  let worst = max(
    difference(ours.coefficients, theirs.coefficients), difference(ours.clustered, theirs.clustered))
  print("largest relative difference to the peer: \(worst)")
  guard worst < 1e-10 else { fatalError("not equal: \(worst)") }
  return child
}

let unit = grouping("unit", units) { $0 / 10 }
let year = grouping("year", 10) { $0 % 10 }
let firm = grouping("firm", units / 23) { $0 % (units / 23) }
let sample = generated([unit, year, firm])
let before = peakMegabytes()
let ours = try fitted(sample, [unit, year])
print(
  "data \(fixed(Double(rows * (columns + 1) * 8) / 1048576, 1)) MB; a fit adds "
    + "\(fixed(peakMegabytes() - before, 1)) MB at the peak")

var all = Measurement("mainstay: two effects, clustered")
let works = ["rust", "numba", "within", "linearmodels"]
var peers = works.map { Measurement("peer: \($0)") }
let child = CommandLine.arguments.count > 1 ? try peer(CommandLine.arguments[1], sample, [unit, year], ours) : nil
for _ in 0..<5 {
  all.seconds.append(try seconds { _ = try fitted(sample, [unit, year]) })
  for (index, work) in works.enumerated() {
    if let child { peers[index].seconds.append(child.run(work)) }
  }
}
child?.stop()
var difficult = Measurement("mainstay: three effects, firms in a chain")
difficult.seconds.append(try seconds { _ = try fitted(sample, [unit, year, firm]) })
print(Measurement.header)
print(all.row())
if child != nil { for measured in peers { print(measured.row(against: all)) } }
print(difficult.row())
