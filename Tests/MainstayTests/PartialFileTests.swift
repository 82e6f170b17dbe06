import Foundation
import Testing

@testable import Mainstay

@Suite("Partial files that are not to be trusted") struct PartialFileTests {
  private let shards: Shards

  /// The smallest one there is.
  init() throws {
    shards = try Shards()
    try shards.make("1/1", as: "a", shards.overrides(paths: 4, horizon: 2026))
    try #require(shards.refusal(["a"]) == nil)
  }

  /// Reads everything a merge reads of one file but the book.
  private func read(_ bytes: [UInt8]) throws {
    try shards.write(bytes, as: "c")
    let file = try PartialFile(path: shards.folder.path("c"))
    let open = try OpenFile(reading: file.path)
    for block in file.entries.indices { _ = try file.block(block, from: open) }
  }

  @Test("any byte altered is refused")
  func altered() throws {
    let bytes = try shards.bytes("a")
    let opening = try PartialOpening(Array(bytes[..<32]), size: bytes.count, path: "a")
    let ends = [0, 32, 32 + opening.headerBytes, opening.headBytes, bytes.count]
    #expect(throws: Never.self) { try read(bytes) }
    for place in bytes.indices {
      // Every byte of the small parts and around their ends, some of the long ones.
      guard place < 32 || place % 13 == 0 || ends.contains(where: { abs($0 - place) < 3 }) else { continue }
      for bit in place < 32 ? Array(0..<8) : [place % 8] {
        var other = bytes
        other[place] ^= 1 << UInt8(bit)
        #expect(throws: FolderError.self, "byte \(place), bit \(bit)") { try read(other) }
      }
    }
  }

  @Test("a file cut off anywhere, or with something behind it, is refused")
  func cut() throws {
    let bytes = try shards.bytes("a")
    for size in Array(0..<40) + Array(stride(from: 40, to: bytes.count, by: 97)) + [bytes.count - 1] {
      #expect(throws: FolderError.self, "\(size)") { try read(Array(bytes[..<size])) }
    }
    #expect(throws: FolderError.self) { try read(bytes + [0]) }
    #expect(throws: FolderError.self) { try read(bytes + bytes) }
    try shards.write(Array(bytes.dropLast(9)), as: "c")
    #expect(
      shards.refusal(["c"])
        == "c: holds \(bytes.count - 9) bytes and should hold \(bytes.count); simulate the shard again")
  }

  @Test("what is no partial is refused: nothing, text, noise, a folder, a device, another format")
  func others() throws {
    let none = "c: not a partial of mainstay; name files that mainstay simulate wrote"
    let noise = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 2_654_435_761 >> 7) }
    for bytes in [[], Array("year,fund\n".utf8), noise, Array("MSP".utf8), [0x89]] {
      try shards.write(bytes, as: "c")
      #expect(shards.refusal(["c"]) == none)
      try shards.write(PartialFormat.magic + bytes, as: "c")
      #expect(shards.refusal(["c"])?.hasPrefix("c: ") == true)
    }
    var bytes = try shards.bytes("a")
    bytes[8] = 2
    try shards.write(bytes, as: "c")
    #expect(
      shards.refusal(["c"])
        == "c: its format is 2, this version reads 1; simulate the shard again with this version")
    #expect(shards.refusal(["book"]) == "book: is no file; name files that mainstay simulate wrote")
    #expect(shards.refusal(["d"])?.hasPrefix("d: cannot be read (no such file or directory); ") == true)
    #expect(throws: FolderError.self) { try PartialFile(path: "/dev/zero") }
  }

  @Test("huge sizes are refused before room is made for them")
  func sizes() throws {
    let bytes = try shards.bytes("a")
    for (place, count) in [(12, 4), (16, 4), (24, 8), (20, 4)] {
      for value in [UInt8(0xFF), 0x7F] {
        var other = bytes
        for index in place..<place + count { other[index] = value }
        #expect(throws: FolderError.self, "\(place)") { try read(other) }
      }
    }
    // A block that says it is as long as can be, with a digest that is right.
    let opening = try PartialOpening(Array(bytes[..<32]), size: bytes.count, path: "a")
    let end = 32 + opening.headerBytes
    var table = Array(bytes[end..<opening.headBytes - 32])
    for index in 0..<4 { table[index] = 0xFF }
    let blocks = Array(bytes[opening.headBytes...])
    #expect(throws: FolderError.self) { try read(shards.seal(Array(bytes[32..<end]), table, blocks)) }
    #expect(throws: FolderError.self) {
      try read(shards.seal(Array(bytes[32..<end]), table + table, blocks))
    }
  }

  @Test(
    "numbers and names of a header are bounded",
    arguments: [
      ("\"paths\" : 4", "\"paths\" : 10000001"), ("\"paths\" : 4", "\"paths\" : -4"),
      ("\"paths\" : 4", "\"paths\" : 9223372036854775807"), ("\"paths\" : 4", "\"paths\" : 1e400"),
      ("\"paths\" : 4", "\"paths\" : NaN"), ("\"paths\" : 4", "\"paths\" : 4.5"),
      ("\"seed\" : 9", "\"seed\" : -1"), ("\"seed\" : 9", "\"seed\" : 4294967296"),
      ("\"shard\" : 1", "\"shard\" : 0"), ("\"shards\" : 1", "\"shards\" : 99999999999"),
      ("\"shards\" : 1", "\"shards\" : 2"), ("\"pathCount\" : 4", "\"pathCount\" : -4"),
      ("\"firstPath\" : 0", "\"firstPath\" : 9223372036854775807"),
      ("\"columns\" : ", "\"columns\" : 9000000000"), ("\"columns\" : ", "\"columns\" : -"),
      ("\"givers\" : ", "\"givers\" : -"), ("\"months\" : ", "\"months\" : 999999999999"),
      ("\"horizon\" : 2026", "\"horizon\" : 9223372036854775807"),
      ("\"asOf\" : \"2025-12-31\"", "\"asOf\" : \"9999-99-99\""),
      ("\"centre\" : \"icc\"", "\"centre\" : \"../icc\""), ("\"baseline\"", "\"\\u001b[2J\""),
      ("\"product\" : \"mainstay\"", "\"product\" : \"other\""), ("\"files\" : [", "\"files\" : [3"),
      ("\"name\" : \"centre.yaml\"", "\"name\" : \"../centre.yaml\""), ("\"fit\" : \"", "\"fit\" : \"z"),
      ("{\n  \"firstPath\"", "{\n  \"scenario\" : \"../secret.yaml\",\n  \"firstPath\""),
      ("{\n  \"firstPath\"", "{\n  \"scenario\" : \"/etc/secret.yaml\",\n  \"firstPath\""),
      ("{\n  \"firstPath\"", "{\n  \"scenario\" : \"a.yaml+../b.yaml\",\n  \"firstPath\""),
      ("{\n  \"firstPath\"", "{\n  \"prior\" : \"a/../../b.json\",\n  \"firstPath\""),
    ])
  func header(old: String, new: String) throws {
    try shards.edit("a", as: "c", old, new)
    let said = try #require(shards.refusal(["c"]))
    #expect(said.hasPrefix("c: ") && !said.contains("\u{1B}"), "\(said)")
  }

  @Test("a header of brackets, and one of nothing, are refused")
  func brackets() throws {
    for text in [String(repeating: "[", count: 200_000), "", "{}", "null", "\u{0}"] {
      #expect(throws: FolderError.self) { try read(shards.seal(Array(text.utf8), [], [])) }
    }
  }

  @Test("a block whose digest is right and whose bytes are none is refused")
  func noBlock() throws {
    let bytes = try shards.bytes("a")
    let opening = try PartialOpening(Array(bytes[..<32]), size: bytes.count, path: "a")
    let header = Array(bytes[32..<32 + opening.headerBytes])
    for block in [
      [], [255], Array(repeating: UInt8(65), count: 500), Array(bytes[(opening.headBytes + 1)...]),
    ] {
      let sealed = SealedBlock(block)
      let table = PartialFormat.bytes(UInt32(block.count)) + sealed.digest
      try shards.write(shards.seal(header, table, block), as: "c")
      #expect(
        shards.refusal(["c"])
          == "c: block 1 of 1 holds no amounts of 4 futures; simulate shard 1/1 again")
    }
  }

  @Test(
    "amounts no simulation draws, in files that are right otherwise, give a report or a refusal: never a crash"
  )
  func otherAmounts() throws {
    try shards.make("1/1", as: "b", shards.overrides(paths: 30, horizon: 2026))
    let run = try MainJob(
      scenario: shards.scenario, overrides: shards.overrides(paths: 30, horizon: 2026), threads: 1
    ).prepare()
    let layout = PathLayout(run.assumptions)
    let coding = BlockCoding(layout)
    let file = try PartialFile(path: shards.folder.path("b"))
    let stored = StoredPaths(files: [file], coding: coding, paths: 30)
    let limit = (0x1p51 / Double(layout.givers)).rounded(.down)
    for amounts in [[limit], [-limit], [limit, -limit], [0], [-1, 0, 1, limit]] {
      let block = PathBlock(columns: layout.count)
      block.begin(0, of: 30)
      var reader = stored.reader()
      try reader.read(block)
      for column in 0..<layout.count {
        // The first eight are drawn again and would be found out.
        for path in 8..<30 { block.place(column, 0)[path] = amounts[(column + path) % amounts.count] }
      }
      let sealed = SealedBlock(try coding.encode(block))
      let head = try shards.bytes("b")
      let opening = try PartialOpening(Array(head[..<32]), size: head.count, path: "b")
      let table = PartialFormat.bytes(UInt32(sealed.bytes.count)) + sealed.digest
      try shards.write(
        shards.seal(Array(head[32..<32 + opening.headerBytes]), table, sealed.bytes), as: "c")
      #expect(shards.refusal(["c"]) == nil)
    }
  }
}
