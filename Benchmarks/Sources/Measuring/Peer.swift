public import Foundation

/// A peer as a child process that stays warm: told `run` it runs once and answers with the seconds taken.
///
/// The script gets its arguments, prints one line of JSON with its results once it is ready, then for each
/// line read two numbers: seconds by the clock, seconds of the processor.
public final class Peer {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var rest: [UInt8] = []
  /// What the script printed when ready.
  public let results: Data

  /// A peer from an environment's folder (its `bin/python`), a script and arguments.
  public init(environment: String, script: String, arguments: [String]) throws {
    process.executableURL = URL(fileURLWithPath: environment).appendingPathComponent("bin/python")
    process.arguments = [script] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"]) { $1 }
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var rest: [UInt8] = []
    results = Data(Peer.line(output, &rest).utf8)
    self.rest = rest
  }

  /// Seconds of one run, by the clock and of the processor.
  public func run(_ work: String) -> (clock: Double, processor: Double) {
    input.fileHandleForWriting.write(Data("\(work)\n".utf8))
    let numbers = Peer.line(output, &rest).split(separator: " ").map { Double($0) ?? .nan }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : (.nan, .nan)
  }

  public func stop() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  private static func line(_ output: Pipe, _ rest: inout [UInt8]) -> String {
    while true {
      if let end = rest.firstIndex(of: 10) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest.removeFirst(end + 1)
        return line
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return "" }
      rest += more
    }
  }
}
