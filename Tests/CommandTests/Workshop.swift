import Foundation
import Testing

/// A folder in which the built command is used as a user would; gone with the value.
final class Workshop {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("mainstay-" + UUID().uuidString)
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    for place in [folder, stream("output"), stream("messages")] {
      try? FileManager.default.removeItem(at: place)
    }
  }

  /// The command beside the running tests, built with them.
  static let command = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("mainstay")

  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The founding case's book, as `Scenarios/apctt`.
  func addFoundingCase(as path: String = "Scenarios/apctt") throws {
    let place = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Workshop.repository.appendingPathComponent("Scenarios/apctt"), to: place)
  }

  /// How one use of the command ended.
  struct Outcome {
    let code: Int32
    let output: String
    let messages: String
  }

  /// Uses the command in this folder. Both streams go to files, so that neither can block it.
  func mainstay(_ arguments: String...) throws -> Outcome {
    let process = try start(arguments)
    process.waitUntilExit()
    try #require(process.terminationReason == .exit, "ended by signal \(process.terminationStatus)")
    return try outcome(of: process)
  }

  func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = Workshop.command
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try sink("output")
    process.standardError = try sink("messages")
    try process.run()
    return process
  }

  func outcome(of process: Process) throws -> Outcome {
    Outcome(
      code: process.terminationStatus, output: try String(contentsOf: stream("output"), encoding: .utf8),
      messages: try String(contentsOf: stream("messages"), encoding: .utf8))
  }

  private func stream(_ name: String) -> URL {
    folder.deletingLastPathComponent().appendingPathComponent("\(folder.lastPathComponent).\(name)")
  }

  private func sink(_ name: String) throws -> FileHandle {
    try Data().write(to: stream(name))
    return try FileHandle(forWritingTo: stream(name))
  }

  // MARK: Files

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    let place = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  func append(_ text: String, to path: String) throws { try write(self.text(path) + text, to: path) }

  func replace(_ old: String, with new: String, in path: String) throws {
    let before = try text(path)
    try #require(before.contains(old), "\(path) does not hold '\(old)'")
    try write(before.replacingOccurrences(of: old, with: new), to: path)
  }

  /// Every plain file below a folder by its path, but `environment.json`.
  func files(_ path: String = "") throws -> [String: Data] {
    let root = folder.appendingPathComponent(path)
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let place = root.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
      guard !isFolder.boolValue, !name.hasSuffix("environment.json") else { continue }
      found[name] = try Data(contentsOf: place)
    }
    return found
  }
}
