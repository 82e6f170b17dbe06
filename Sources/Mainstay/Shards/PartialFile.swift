import Reporting
import Simulation
import Tabular

/// A partial file whose head was read and found whole: what it says of itself, and where its blocks are.
struct PartialFile: Sendable {
  /// As the user named it.
  let path: String
  let header: PartialHeader
  /// In the order of its blocks.
  let entries: [Entry]

  /// One block.
  struct Entry: Sendable, Equatable {
    let offset: Int
    let bytes: Int
    let digest: [UInt8]
  }

  /// Whether the file begins as one of ours, whole or not.
  static func isOne(_ path: String) -> Bool {
    let file = try? OpenFile(reading: path)
    return (try? file?.read(PartialFormat.magic.count, at: 0)) == PartialFormat.magic
  }

  /// Reads the head of a file and checks its digest, every name and every size.
  /// - Throws: `FolderError`.
  init(path: String) throws(FolderError) {
    let file = try OpenFile(reading: path)
    let size = try file.size()
    let opening = try PartialOpening(
      file.read(min(PartialFormat.openingBytes, size), at: 0), size: size, path: path)
    let head = try file.read(opening.headBytes, at: 0)
    try PartialFile.checkSeal(head, path)
    let start = PartialFormat.openingBytes
    let text = String(decoding: head[start..<start + opening.headerBytes], as: UTF8.self)
    guard let header = try? JSONText.read(PartialHeader.self, from: text) else {
      throw FolderError("\(path): \(PartialFile.unread(text)); simulate the shard again")
    }
    if let fault = header.fault { throw FolderError("\(path): \(fault); simulate the shard again") }
    entries = try PartialFile.entries(head, opening, header, path)
    (self.path, self.header) = (path, header)
  }

  /// Why a header is not read: another version writes another one.
  private static func unread(_ text: String) -> String {
    struct Maker: Decodable {
      struct Run: Decodable { let version: String }
      let run: Run
    }
    guard let maker = try? JSONText.read(Maker.self, from: text), maker.run.version != RunManifest.version
    else {
      return "its header is none that this version reads"
    }
    return "it was made by mainstay \(shown(maker.run.version)), this is \(RunManifest.version)"
  }

  /// The digest that closes the head.
  private static func checkSeal(_ head: [UInt8], _ path: String) throws(FolderError) {
    let end = head.count - PartialFormat.digestBytes
    let (found, said) = (SHA256.hexDigest(of: head[..<end]), SHA256.hexadecimal(head[end...]))
    guard found == said else {
      throw FolderError(
        "\(path): its head was altered or damaged: its SHA-256 is \(found), it says \(said); "
          + "simulate the shard again")
    }
  }

  private static func entries(
    _ head: [UInt8], _ opening: PartialOpening, _ header: PartialHeader, _ path: String
  ) throws(FolderError) -> [Entry] {
    guard opening.blocks == header.blocks.count else {
      throw FolderError(
        "\(path): holds \(opening.blocks) blocks, shard \(header.name) has \(header.blocks.count); "
          + "simulate the shard again")
    }
    var offset = opening.headBytes
    var entries: [Entry] = []
    for block in 0..<opening.blocks {
      let place = PartialFormat.openingBytes + opening.headerBytes + block * PartialFormat.entryBytes
      let bytes = Int(PartialFormat.number(head, place, as: UInt32.self))
      let digest = Array(head[(place + 4)..<(place + PartialFormat.entryBytes)])
      entries.append(Entry(offset: offset, bytes: bytes, digest: digest))
      offset += bytes
    }
    let most = BlockCoding.mostBytes(columns: header.layout.columns)
    guard offset == opening.fileBytes, entries.allSatisfy({ $0.bytes <= most }) else {
      throw FolderError(
        "\(path): its blocks end at byte \(offset), the file at \(opening.fileBytes); simulate the shard again"
      )
    }
    return entries
  }

  /// The bytes of one of its blocks and the margin behind them, once their digest was found right.
  /// - Throws: `FolderError`.
  func block(_ number: Int, from file: OpenFile) throws(FolderError) -> [UInt8] {
    let entry = entries[number]
    var bytes = try file.read(entry.bytes, at: entry.offset)
    let found = SHA256.digest(of: bytes)
    guard found == entry.digest else {
      throw FolderError(
        "\(path): block \(number + 1) of \(entries.count) was altered or damaged: its SHA-256 is "
          + "\(SHA256.hexadecimal(found)), the file says \(SHA256.hexadecimal(entry.digest)); "
          + "simulate shard \(header.name) again")
    }
    bytes += [UInt8](repeating: 0, count: BlockCoding.margin)
    return bytes
  }
}
