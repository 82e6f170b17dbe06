/// Cuts the bytes of a CSV file (RFC 4180) into records and cells, one record at a time.
///
/// A record is a line. A field whose quotes run over the end of its line makes one longer record with the
/// fault `.quotedNewline`, so that what stands behind it is not misread. Entirely blank lines are skipped.
public struct CSVReader: Sendable {
  /// Where a cell stands among the bytes, without its quotes.
  public struct Cell: Sendable, Hashable {
    public var start: Int32
    public var end: Int32
    /// Holds doubled quotes, which stand for one.
    public var hasDoubledQuotes = false

    /// The bytes of the cell.
    public var range: Range<Int> { Int(start)..<Int(end) }
    public var isEmpty: Bool { start == end }
  }

  /// Why a record is not RFC 4180.
  public enum Fault: Sendable, Hashable {
    case quotedNewline
    case unclosedQuote
    /// Text stands after a closing quote.
    case textAfterQuote
    /// A quote stands inside a field that does not begin with one.
    case strayQuote
  }

  /// The whole file.
  public let bytes: [UInt8]
  /// Line on which the record begins, from 1.
  public private(set) var line = 0
  /// Bytes of the record with its line end.
  public private(set) var record = 0..<0
  /// Bytes of the record without its line end.
  public private(set) var content = 0..<0
  public private(set) var cells: [Cell] = []
  /// The record's first fault and the line on which its field begins.
  public private(set) var fault: (kind: Fault, line: Int)?

  private var position: Int
  private var nextLine = 1

  /// Begins behind a UTF-8 byte order mark, if there is one.
  public init(bytes: [UInt8]) {
    precondition(bytes.count <= Int(Int32.max), "a file of more than 2 GiB is not read")
    self.bytes = bytes
    position = CSVReader.hasByteOrderMark(bytes) ? 3 : 0
  }

  /// Whether the file begins with the byte order mark of UTF-8.
  public static func hasByteOrderMark(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// Moves on to the next record; `false` at the end of the file.
  public mutating func next() -> Bool {
    skipBlankLines()
    guard position < bytes.count else { return false }
    let start = position
    line = nextLine
    fault = nil
    cells.removeAll(keepingCapacity: true)
    repeat { cells.append(nextCell()) } while takeComma()
    content = start..<position
    takeLineEnd()
    record = start..<position
    return true
  }

  /// Lines that were skipped belong to no record.
  private mutating func skipBlankLines() {
    while position < bytes.count, isLineEnd(position) { takeLineEnd() }
  }

  private mutating func nextCell() -> Cell {
    if position < bytes.count, bytes[position] == quote { return quotedCell() }
    let start = position
    while position < bytes.count, bytes[position] != comma, !isLineEnd(position) {
      if bytes[position] == quote { report(.strayQuote) }
      position += 1
    }
    return Cell(start: Int32(start), end: Int32(position))
  }

  private mutating func takeComma() -> Bool {
    guard position < bytes.count, bytes[position] == comma else { return false }
    position += 1
    return true
  }

  private mutating func takeLineEnd() {
    guard position < bytes.count else { return }
    position += bytes[position] == carriageReturn ? 2 : 1
    nextLine += 1
  }

  /// LF, or CR before LF.
  private func isLineEnd(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte == lineFeed { return true }
    return byte == carriageReturn && index + 1 < bytes.count && bytes[index + 1] == lineFeed
  }
}

// MARK: - Quoted fields
extension CSVReader {
  private mutating func quotedCell() -> Cell {
    let start = position + 1
    switch closingQuote(from: start) {
    case .sameLine(let end, let doubled):
      position = end + 1
      return finish(Cell(start: Int32(start), end: Int32(end), hasDoubledQuotes: doubled))
    case .laterLine(let end):
      report(.quotedNewline)
      nextLine += bytes[start..<end].count { $0 == lineFeed }
      position = end + 1
      return finish(Cell(start: Int32(start), end: Int32(end)))
    case .none:
      report(.unclosedQuote)
      position = lineEnd(from: start)
      return Cell(start: Int32(start), end: Int32(position))
    }
  }

  private enum Closing {
    case sameLine(Int, doubled: Bool)
    case laterLine(Int)
    case none
  }

  /// The quote that ends the field: the first that is not doubled. On a later line it counts only where the
  /// field can end there; else it opens a field of its own and this one was never closed.
  private func closingQuote(from start: Int) -> Closing {
    var (index, doubled, lineEnded) = (start, false, false)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == lineFeed {
        lineEnded = true
      } else if byte == quote {
        guard index + 1 < bytes.count, bytes[index + 1] == quote else {
          if !lineEnded { return .sameLine(index, doubled: doubled) }
          return endsField(index + 1) ? .laterLine(index) : .none
        }
        doubled = true
        index += 1
      }
      index += 1
    }
    return .none
  }

  /// Reads on behind a closing quote to the end of the field.
  private mutating func finish(_ cell: Cell) -> Cell {
    guard !endsField(position) else { return cell }
    report(.textAfterQuote)
    while !endsField(position) { position += 1 }
    return cell
  }

  private func endsField(_ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == comma || isLineEnd(index)
  }

  private func lineEnd(from start: Int) -> Int {
    var index = start
    while index < bytes.count, !isLineEnd(index) { index += 1 }
    return index
  }

  private mutating func report(_ kind: Fault) {
    if fault == nil { fault = (kind, nextLine) }
  }
}

// MARK: - Cells
extension CSVReader {
  /// The text of a cell, doubled quotes made one. Bytes that are not UTF-8 are replaced.
  public func text(of cell: Cell) -> String {
    guard cell.hasDoubledQuotes else { return String(decoding: bytes[cell.range], as: UTF8.self) }
    var text: [UInt8] = []
    var index = cell.range.lowerBound
    while index < cell.range.upperBound {
      text.append(bytes[index])
      index += bytes[index] == quote ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
