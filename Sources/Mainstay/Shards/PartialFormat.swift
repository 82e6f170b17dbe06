import Simulation

/// The bytes of a partial file, little endian:
///
///     32   the opening: magic 8, format 4, bytes of the header 4, blocks 4, zero 4, bytes of the whole file 8
///      h   the header, JSON
///   36 b   by block: its bytes 4, their SHA-256 32
///     32   SHA-256 of everything before
///          the blocks, one after the other (`BlockCoding`)
///
/// So a digest stands over every byte, a reader knows every size before it makes room for anything, and blocks are
/// checked where they are read, by whichever thread.
enum PartialFormat {
  static let version: UInt32 = 1
  /// No text and no other format begins so; a transfer that changes line ends changes it.
  static let magic: [UInt8] = [0x89] + Array("MSP\r\n".utf8) + [0x1A, 0x0A]

  static let openingBytes = 32
  static let entryBytes = 4 + digestBytes
  static let digestBytes = 32

  /// Largest header, in bytes.
  static let mostHeaderBytes = 1 << 20
  static let mostPaths = 10_000_000
  static let mostColumns = 10_000_000
  static let mostBlocks = PathBlock.blocks(of: mostPaths)

  /// Bytes before the first block.
  static func headBytes(header: Int, blocks: Int) -> Int {
    openingBytes + header + blocks * entryBytes + digestBytes
  }

  static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// A number that begins at `place` of bytes that are long enough.
  static func number<Number: FixedWidthInteger>(
    _ bytes: [UInt8], _ place: Int, as type: Number.Type
  ) -> Number {
    bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Number.self)) }
  }
}

/// The first bytes of a partial file.
struct PartialOpening: Equatable {
  let headerBytes: Int
  let blocks: Int
  let fileBytes: Int

  init(headerBytes: Int, blocks: Int, fileBytes: Int) {
    (self.headerBytes, self.blocks, self.fileBytes) = (headerBytes, blocks, fileBytes)
  }

  var bytes: [UInt8] {
    let numbers = [PartialFormat.version, UInt32(headerBytes), UInt32(blocks), 0]
    return PartialFormat.magic + numbers.flatMap { PartialFormat.bytes($0) }
      + PartialFormat.bytes(UInt64(fileBytes))
  }

  /// Bytes before the first block.
  var headBytes: Int { PartialFormat.headBytes(header: headerBytes, blocks: blocks) }

  /// Reads the opening of a file of `size` bytes.
  /// - Throws: `FolderError` that says why these are not the first bytes of such a file.
  init(_ bytes: [UInt8], size: Int, path: String) throws(FolderError) {
    let again = "simulate the shard again"
    guard bytes.count >= PartialFormat.magic.count, bytes.starts(with: PartialFormat.magic) else {
      throw FolderError("\(path): not a partial of mainstay; name files that mainstay simulate wrote")
    }
    guard bytes.count == PartialFormat.openingBytes else {
      throw FolderError("\(path): cut off after \(size) bytes; \(again)")
    }
    let format = PartialFormat.number(bytes, 8, as: UInt32.self)
    guard format == PartialFormat.version else {
      throw FolderError(
        "\(path): its format is \(format), this version reads \(PartialFormat.version); \(again) with this version"
      )
    }
    let declared = PartialFormat.number(bytes, 24, as: UInt64.self)
    guard declared == UInt64(size) else {
      throw FolderError("\(path): holds \(size) bytes and should hold \(declared); \(again)")
    }
    let header = PartialFormat.number(bytes, 12, as: UInt32.self)
    let blocks = PartialFormat.number(bytes, 16, as: UInt32.self)
    guard header <= PartialFormat.mostHeaderBytes, blocks <= PartialFormat.mostBlocks,
      PartialFormat.number(bytes, 20, as: UInt32.self) == 0
    else {
      throw FolderError(
        "\(path): says that it has a header of \(header) bytes and \(blocks) blocks, at most "
          + "\(PartialFormat.mostHeaderBytes) and \(PartialFormat.mostBlocks) can be; \(again)")
    }
    self.init(headerBytes: Int(header), blocks: Int(blocks), fileBytes: size)
    guard headBytes <= size else {
      throw FolderError("\(path): holds \(size) bytes, its head alone has \(headBytes); \(again)")
    }
  }
}
