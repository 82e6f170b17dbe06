/// Values of one quantity that may be needed in order.
final class KeptValues {
  private let pool: SamplePool
  private var pieces: [UnsafeMutablePointer<Double>] = []
  /// How many values the last piece holds; the others are full.
  private var filled = SamplePool.capacity

  init(_ pool: SamplePool) { self.pool = pool }

  deinit { removeAll() }

  /// Adds values.
  ///
  /// - Parameter write: writes at most `SampleScratch.capacity` values to a place and says how many.
  func append(_ scratch: SampleScratch, _ write: (UnsafeMutablePointer<Double>) -> Int) {
    if filled == SamplePool.capacity { addPiece() }
    if filled + SampleScratch.capacity <= SamplePool.capacity {
      filled += write(pieces[pieces.count - 1] + filled)
    } else {
      append(scratch.chosen, write(scratch.chosen))
    }
  }

  private func append(_ values: UnsafePointer<Double>, _ count: Int) {
    var (next, rest) = (values, count)
    while rest > 0 {
      if filled == SamplePool.capacity { addPiece() }
      let part = min(rest, SamplePool.capacity - filled)
      (pieces[pieces.count - 1] + filled).update(from: next, count: part)
      filled += part
      next += part
      rest -= part
    }
  }

  private func addPiece() {
    pieces.append(pool.take())
    filled = 0
  }

  /// At most `SampleScratch.capacity` values at a time.
  func eachBlock(_ body: (UnsafeBufferPointer<Double>) -> Void) {
    for (index, piece) in pieces.enumerated() {
      KeptValues.eachBlock(piece, index == pieces.count - 1 ? filled : SamplePool.capacity, body)
    }
  }

  private static func eachBlock(
    _ piece: UnsafeMutablePointer<Double>, _ count: Int,
    _ body: (UnsafeBufferPointer<Double>) -> Void
  ) {
    for start in stride(from: 0, to: count, by: SampleScratch.capacity) {
      let length = min(SampleScratch.capacity, count - start)
      body(UnsafeBufferPointer(start: piece + start, count: length))
    }
  }

  /// Gives up some of the values.
  ///
  /// - Parameter choose: writes those that stay of at most `SampleScratch.capacity` values and says how many.
  func filter(
    _ scratch: SampleScratch,
    _ choose: (UnsafeBufferPointer<Double>, UnsafeMutablePointer<Double>) -> Int
  ) {
    let (old, last) = (pieces, filled)
    (pieces, filled) = ([], SamplePool.capacity)
    for (index, piece) in old.enumerated() {
      KeptValues.eachBlock(piece, index == old.count - 1 ? last : SamplePool.capacity) { values in
        append(scratch) { choose(values, $0) }
      }
      pool.giveBack(piece)
    }
  }

  func removeAll() {
    for piece in pieces { pool.giveBack(piece) }
    (pieces, filled) = ([], SamplePool.capacity)
  }

  /// The same values in memory of their own.
  func copy() -> KeptValues {
    let copy = KeptValues(pool)
    eachBlock { values in if let first = values.baseAddress { copy.append(first, values.count) } }
    return copy
  }
}
