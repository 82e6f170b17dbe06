// W1: the whole main job on a book of 25 contributors (w1/w1.yaml: 10 years by month, 100,000 futures, all reports)
// beside the much smaller workload W1 of the peers; then how time grows.
// Usage: Futures MAINSTAY [PEERS]   PEERS: a Python environment with numpy and numba.
import Foundation
import Measuring

let arguments = CommandLine.arguments
guard arguments.count > 1 else { fatalError("name the command to be measured") }
let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
  .standardized
let job = MainstayJob(
  command: arguments[1], scenario: folder.appendingPathComponent("w1/w1.yaml").path)
/// As the peers count: the regular-budget project is no contributor.
let contributorYears = 25.0 * 10

comparePeers()
measureThreads()
try measureGrowth()

/// Five runs in turn: ours and NumPy as whole processes, numba warm.
func comparePeers() {
  var ours = Measurement("mainstay run, all reports, whole process")
  var numpy = Measurement("NumPy, whole process")
  var numba = Measurement("numba, warm, all cores")
  let paths = 100_000
  let peers = arguments.dropFirst(2).first
  let warm = peers.flatMap { environment in
    try? Peer(
      environment: environment, script: folder.appendingPathComponent("peers/futures_numba.py").path,
      arguments: ["\(paths)", "--serve"])
  }
  for _ in 0..<5 {
    ours.add(job.run(paths: paths))
    guard let peers else { continue }
    numpy.add(
      WholeProcess.run(
        peers + "/bin/python", [folder.appendingPathComponent("peers/futures_numpy.py").path, "\(paths)"]))
    if let warm { numba.add(warm.run("run")) }
  }
  warm?.stop()
  print("W1: 100,000 futures of 25 contributors over 10 years")
  print(Measurement.header)
  print(ours.row())
  let rate = Double(paths) * contributorYears / ours.median
  print("  \(fixed(rate / 1e6, 1)) million contributor-years a second")
  guard peers != nil else { return }
  print(numpy.row(against: ours))
  print(numba.row(against: ours))
  let theirs = Double(paths) * 250 / numba.median
  print(
    "  \(fixed(theirs / 1e6, 1)) million contributor-years a second, ours \(fixed(rate / theirs, 2)) of it")
}

/// One thread and two in turn, on so many paths that what is done once weighs little.
func measureThreads() {
  var one = Measurement("mainstay, one thread")
  var two = Measurement("mainstay, two threads")
  for _ in 0..<5 {
    two.add(job.run(paths: 200_000, threads: 2))
    one.add(job.run(paths: 200_000, threads: 1))
  }
  print("200,000 futures")
  print(two.row())
  print(one.row(against: two))
}

/// Time against paths, years and contributors: a table and `scaling.svg` beside the book.
func measureGrowth() throws {
  var points: [GrowthPoint] = []
  func measure(_ job: MainstayJob, _ by: String, _ value: Int, paths: Int, horizon: Int? = nil) {
    let point = GrowthPoint(job, by: by, value: value, paths: paths, horizon: horizon)
    print(point.line)
    points.append(point)
  }
  print("how time grows: seconds, and the most memory in MB")
  for years in [1, 2, 5, 10] { measure(job, "years", years, paths: 200_000, horizon: 2020 + years) }
  for givers in [3, 6, 12, 25] {
    let book = try SmallerBook(of: folder.appendingPathComponent("w1"), contributors: givers)
    defer { book.remove() }
    let smaller = MainstayJob(command: job.command, scenario: book.scenario)
    measure(smaller, "contributors", givers, paths: 200_000)
  }
  for paths in [1_000, 10_000, 100_000, 1_000_000, 10_000_000] { measure(job, "paths", paths, paths: paths) }
  try GrowthPlot(points).svg.write(
    to: folder.appendingPathComponent("w1/scaling.svg"), atomically: true, encoding: .utf8)
}
