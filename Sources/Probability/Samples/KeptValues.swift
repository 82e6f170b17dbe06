/// Values of one quantity that may be needed in order, in pieces of memory that never move.
final class KeptValues {
  /// Values of a piece.
  static let capacity = 2048

  private var pieces: [UnsafeMutablePointer<Double>] = []
  /// How many values each piece holds.
  private var counts: [Int] = []

  deinit { removeAll() }

  /// How many.
  var count: Int { counts.reduce(0, +) }
  /// Memory in bytes.
  var bytes: Int { pieces.count * KeptValues.capacity * MemoryLayout<Double>.stride }

  /// Hands out room for `room` more values; `body` says how many it wrote.
  @inline(__always)
  func append(room: Int, _ body: (UnsafeMutablePointer<Double>) -> Int) {
    if counts.last.map({ $0 + room > KeptValues.capacity }) ?? true {
      pieces.append(.allocate(capacity: KeptValues.capacity))
      counts.append(0)
    }
    let last = pieces.count - 1
    counts[last] += body(pieces[last] + counts[last])
  }

  /// Piece by piece.
  func eachPiece(_ body: (UnsafeBufferPointer<Double>) -> Void) {
    for (piece, count) in zip(pieces, counts) { body(UnsafeBufferPointer(start: piece, count: count)) }
  }

  /// Takes the values out and puts those back that are wanted.
  func filter(_ isWanted: (Double) -> Bool) {
    let (old, lengths) = (pieces, counts)
    (pieces, counts) = ([], [])
    for (piece, length) in zip(old, lengths) {
      append(room: length) { place in
        var kept = 0
        for index in 0..<length {
          place[kept] = piece[index]
          kept += isWanted(piece[index]) ? 1 : 0
        }
        return kept
      }
      piece.deallocate()
    }
  }

  func removeAll() {
    for piece in pieces { piece.deallocate() }
    (pieces, counts) = ([], [])
  }

  /// The same values in memory of their own.
  func copy() -> KeptValues {
    let copy = KeptValues()
    eachPiece { values in
      copy.append(room: values.count) { place in
        if let first = values.baseAddress { place.update(from: first, count: values.count) }
        return values.count
      }
    }
    return copy
  }
}
