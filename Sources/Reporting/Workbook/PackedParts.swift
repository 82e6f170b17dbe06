/// The parts of a packed file (ZIP, as workbooks are) by what they hold, however they are packed: name, length and
/// CRC-32 of each, as the file's own directory lists them.
///
/// Source: APPNOTE.TXT of PKWARE, sections 4.3.12 and 4.3.16.
public struct PackedParts: Sendable, Hashable {
  /// The part that lists all others: programs write it each in their own way.
  public static let contents = "[Content_Types].xml"

  public struct Part: Sendable, Hashable {
    public let name: String
    public let length: UInt32
    public let checksum: UInt32
  }

  /// By name.
  public let parts: [Part]

  /// `nil` where the bytes are no packed file, or one that is cut or damaged.
  public init?(_ bytes: [UInt8]) {
    let reader = PackedReader(bytes: bytes)
    guard let end = reader.directoryEnd, let count = reader.number(end + 10, bytes: 2),
      var place = reader.number(end + 16, bytes: 4)
    else { return nil }
    var parts: [Part] = []
    for _ in 0..<count {
      guard let (part, next) = reader.part(at: place) else { return nil }
      parts.append(part)
      place = next
    }
    self.parts = parts.sorted { $0.name < $1.name }
  }

  /// The first part, by name, that is not the same in both; `nil`: all are.
  public func firstDifference(from other: PackedParts) -> String? {
    let (mine, theirs) = (Set(parts), Set(other.parts))
    return mine.symmetricDifference(theirs).map(\.name).min()
  }
}

/// Reads numbers of a packed file, least byte first.
private struct PackedReader {
  private static let directoryEndMark = 0x0605_4b50
  private static let partMark = 0x0201_4b50
  private static let partHead = 46
  private static let endLength = 22

  let bytes: [UInt8]

  func number(_ place: Int, bytes count: Int) -> Int? {
    guard place >= 0, place + count <= bytes.count else { return nil }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// Where the record that ends the directory stands: a comment of up to 65,535 bytes may follow it.
  var directoryEnd: Int? {
    let last = bytes.count - PackedReader.endLength
    guard last >= 0 else { return nil }
    return stride(from: last, through: max(0, last - 65_535), by: -1).first {
      number($0, bytes: 4) == PackedReader.directoryEndMark
    }
  }

  /// The part whose head stands at `place`, and where the next one does.
  func part(at place: Int) -> (PackedParts.Part, Int)? {
    guard number(place, bytes: 4) == PackedReader.partMark,
      let checksum = number(place + 16, bytes: 4), let length = number(place + 24, bytes: 4),
      let name = number(place + 28, bytes: 2), let extra = number(place + 30, bytes: 2),
      let comment = number(place + 32, bytes: 2)
    else { return nil }
    let start = place + PackedReader.partHead
    guard start + name <= bytes.count else { return nil }
    let text = String(decoding: bytes[start..<start + name], as: UTF8.self)
    return (
      PackedParts.Part(name: text, length: UInt32(length), checksum: UInt32(checksum)),
      start + name + extra + comment
    )
  }
}
