import FoundationEssentials
import Glibc
import Reporting
import Simulation
import Tabular

/// Writes a partial file beside its place and renames it when it is complete: it is there whole or not at all.
public final class PartialWriter {
  /// Where it will stand.
  public let path: String
  /// Where it is written until then; gone with the value.
  public let temporary: String
  private let file: OpenFile
  private let header: [UInt8]
  private let blocks: Int
  private var entries: [UInt8] = []
  private var written = 0
  private var end: Int

  /// Refuses a path where something else stands than a partial of ours.
  /// - Throws: `FolderError`.
  public static func checkMayWrite(to path: String) throws(FolderError) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard !name.isEmpty, ![".", "..", "-"].contains(name) else {
      throw FolderError("--partial '\(path)' names no file; name one, such as shards/shard-1.partial")
    }
    guard let isFolder = FolderContents.isFolder(path) else { return }
    guard !isFolder else { throw FolderError("\(path): is a folder; name a file with --partial") }
    guard PartialFile.isOne(path) else {
      throw FolderError("\(path): holds something else than a partial; name another file with --partial")
    }
  }

  /// Begins the file of a part.
  /// - Throws: `FolderError`.
  init(to path: String, header: PartialHeader) throws {
    try PartialWriter.checkMayWrite(to: path)
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last.map { String($0) } ?? ""
    let folder = String(path.dropLast(name.count))
    try PartialWriter.makeFolder(folder)
    self.path = path
    self.header = Array(try JSONText.write(header).utf8)
    blocks = header.blocks.count
    end = PartialFormat.headBytes(header: self.header.count, blocks: blocks)
    let mark = String(UInt32.random(in: .min ... .max), radix: 16)
    temporary = "\(folder).\(name).partial-\(getpid())-\(mark)"
    file = try OpenFile(making: temporary)
  }

  deinit { unlink(temporary) }

  private static func makeFolder(_ folder: String) throws(FolderError) {
    guard !folder.isEmpty else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw FolderError("\(folder): the folder cannot be made; name another one or allow writing there")
    }
  }

  /// Adds the next block.
  /// - Throws: `FolderError`.
  func append(_ block: SealedBlock) throws(FolderError) {
    try file.write(block.bytes, at: end)
    entries += PartialFormat.bytes(UInt32(block.bytes.count)) + block.digest
    end += block.bytes.count
    written += 1
  }

  /// Waits until the disk holds all blocks, which may take a while.
  /// - Throws: `FolderError`.
  func synchronize() throws(FolderError) { try file.synchronize() }

  /// Puts the complete file in its place.
  /// - Returns: its size in bytes.
  /// - Throws: `FolderError`.
  public func finish() throws(FolderError) -> Int {
    precondition(written == blocks, "a part is written whole")
    let opening = PartialOpening(headerBytes: header.count, blocks: blocks, fileBytes: end)
    let head = opening.bytes + header + entries
    try file.write(head + SHA256.digest(of: head), at: 0)
    try file.synchronize()
    try PartialWriter.checkMayWrite(to: path)
    guard rename(temporary, path) == 0 else { throw OpenFile.unwritten(path) }
    return end
  }
}

/// The bytes of a block with their digest.
struct SealedBlock: Sendable {
  let bytes: [UInt8]
  let digest: [UInt8]

  init(_ bytes: [UInt8]) {
    (self.bytes, digest) = (bytes, SHA256.digest(of: bytes))
  }
}
