import Foundation

@testable import Mainstay

/// A new book in a folder of its own, and partial files of its simulation.
final class Shards {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try NewBook(id: "icc").write(to: folder.path("book"))
  }

  var scenario: String { folder.path("book/baseline.yaml") }

  func overrides(seed: UInt32 = 9, paths: Int = 700, horizon: Int = 2027) -> ScenarioOverrides {
    ScenarioOverrides(seed: seed, paths: paths, horizon: horizon)
  }

  /// Writes a shard and returns its path.
  @discardableResult
  func make(
    _ shard: String, as name: String, _ overrides: ScenarioOverrides? = nil, threads: Int = 1,
    prior: String? = nil
  ) throws -> String {
    let job = MainJob(
      scenario: scenario, overrides: overrides ?? self.overrides(), threads: threads, prior: prior)
    guard let part = Shard(shard) else { throw FolderError("\(shard): no shard") }
    let simulation = SimulateJob(job, shard: part)
    let run = try job.prepare()
    let writer = try simulation.writer(run, to: folder.path(name))
    try simulation.simulate(run, into: writer)
    _ = try writer.finish()
    return folder.path(name)
  }

  /// What refuses a merge of files in words, the folder left out; `nil` where nothing does.
  func refusal(_ names: [String], prior: String? = nil) -> String? {
    do {
      let job = try MergeJob(files: names.map(folder.path), scenario: scenario, prior: prior, threads: 2)
      _ = try job.report(try job.prepare())
      return nil
    } catch {
      return "\(error)".replacingOccurrences(of: folder.path("") + "/", with: "")
        .replacingOccurrences(of: folder.path(""), with: "")
    }
  }

  // MARK: Bytes

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.url.appendingPathComponent(name)))
  }

  func write(_ bytes: [UInt8], as name: String) throws {
    try Data(bytes).write(to: folder.url.appendingPathComponent(name))
  }

  /// A copy whose header says something else, with every size and digest set right again.
  func edit(_ name: String, as other: String, _ old: String, _ new: String) throws {
    let bytes = try bytes(name)
    let opening = try PartialOpening(Array(bytes[..<32]), size: bytes.count, path: name)
    let end = 32 + opening.headerBytes
    let text = String(decoding: bytes[32..<end], as: UTF8.self)
    guard text.contains(old) else { throw FolderError("the header does not say \(old):\n\(text)") }
    let header = Array(text.replacingOccurrences(of: old, with: new).utf8)
    let table = bytes[end..<opening.headBytes - 32]
    try write(seal(header, Array(table), Array(bytes[opening.headBytes...])), as: other)
  }

  /// A file of given parts, whatever they say.
  func seal(_ header: [UInt8], _ table: [UInt8], _ blocks: [UInt8]) -> [UInt8] {
    let count = table.count / PartialFormat.entryBytes
    let size = PartialFormat.headBytes(header: header.count, blocks: count) + blocks.count
    let head =
      PartialOpening(headerBytes: header.count, blocks: count, fileBytes: size).bytes + header + table
    return head + SHA256.digest(of: head) + blocks
  }
}
