// P7b: two-way fixed effects, 100,000 units of 10 years, 10 columns, classical and clustered errors, data in memory.
// P7c: the same rows with a third effect: firms in a chain (row modulo firms), firms drawn at random.
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
  let numbers = codes + sample.response.high + sample.design.matrix.high
  try numbers.withUnsafeBytes { try Data($0).write(to: file) }
  defer { try? FileManager.default.removeItem(at: file) }
  let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../peers/fixed_effects.py").standardized.path
  let child = try Peer(
    environment: environment, script: script,
    arguments: [file.path, "\(rows)", "\(columns)", "\(effects.count)"])
  let theirs = try JSONDecoder().decode(Errors.self, from: child.results)
  let worst = max(
    difference(ours.coefficients, theirs.coefficients), difference(ours.clustered, theirs.clustered))
  print("largest relative difference to the peer: \(worst)")
  guard worst < 1e-10 else { fatalError("not equal: \(worst)") }
  return child
}

/// Ours and the peer's works on some effects, in turn; the rows of a table.
func table(_ name: String, _ effects: [Grouping], works: [String], runs: Int, environment: String?) throws {
  let sample = generated(effects)
  let before = peakMegabytes()
  let ours = try fitted(sample, effects)
  print(
    "\(name): data \(fixed(Double(rows * (columns + 1) * 8) / 1_048_576, 1)) MB; a fit adds "
      + "\(fixed(peakMegabytes() - before, 1)) MB at the peak")
  let child = try environment.map { try peer($0, sample, effects, ours) }
  var own = Measurement("mainstay: \(name)")
  var peers = works.map { Measurement("peer: \($0)") }
  for _ in 0..<runs {
    try own.run { _ = try fitted(sample, effects) }
    for (index, work) in works.enumerated() {
      if let child { peers[index].add(child.run(work)) }
    }
  }
  child?.stop()
  print(Measurement.header)
  print(own.row())
  if child != nil { for measured in peers { print(measured.row(against: own)) } }
}

let unit = grouping("unit", units) { $0 / 10 }
let year = grouping("year", 10) { $0 % 10 }
let firms = units / 23
let chain = grouping("firm", firms) { $0 % firms }
let draws = RandomStream(seed: 20_260, variable: 9)
let random = grouping("firm", firms) { Int(draws.uniform(path: UInt64($0), draw: 0) * Double(firms)) }
let environment = CommandLine.arguments.dropFirst().first
try table(
  "two effects", [unit, year], works: ["rust", "numba", "within", "linearmodels"], runs: 5,
  environment: environment)
try table(
  "three effects, chain", [unit, year, chain], works: ["within"], runs: 3, environment: environment)
try table(
  "three effects, random", [unit, year, random], works: ["within"], runs: 3, environment: environment)
