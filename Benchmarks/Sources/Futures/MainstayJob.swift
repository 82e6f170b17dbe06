import Foundation
import Measuring

/// The main job as a user starts it.
struct MainstayJob {
  let command: String
  let scenario: String

  /// Seconds of one run, by the clock and of the processor.
  func run(paths: Int, threads: Int? = nil, horizon: Int? = nil) -> WholeProcess.Cost {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("futures-\(getpid())")
    defer { try? FileManager.default.removeItem(at: output) }
    var arguments = ["run", scenario, "--quiet", "--output", output.path, "--paths", "\(paths)"]
    if let threads { arguments += ["--threads", "\(threads)"] }
    if let horizon { arguments += ["--horizon", "\(horizon)"] }
    return WholeProcess.run(command, arguments)
  }
}

/// The benchmark's book with fewer contributors, in a folder of its own.
struct SmallerBook {
  private let folder: URL

  init(of book: URL, contributors: Int) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("w1-\(getpid())-\(contributors)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.copyItem(at: book, to: folder)
    let left = (contributors..<25).map { "member-" + ($0 < 10 ? "0" : "") + "\($0)," }
    for name in ["contributors.csv", "contributions.csv"] {
      let file = folder.appendingPathComponent(name)
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .filter { line in !left.contains { line.hasPrefix($0) || line.contains(",,\($0)") } }
      try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
  }

  var scenario: String { folder.appendingPathComponent("w1.yaml").path }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
