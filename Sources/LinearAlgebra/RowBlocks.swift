internal import Dispatch

/// Work on fixed blocks of rows, several at a time.
///
/// Blocks depend on the number of rows alone, and what they give is put together in their order: the same
/// bits on any number of threads.
public enum RowBlocks {
  /// The rows of a block: eleven columns of it fit a core's own cache.
  public static let length = 16_384

  /// What a body gives for each block, in order.
  public static func map<Result: Sendable>(
    rows: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let count = max(1, (rows + length - 1) / length)
    return parallelMap(count) { body($0 * length..<min(($0 + 1) * length, rows)) }
  }

  /// Runs a body for each block.
  public static func forEach(rows: Int, _ body: @Sendable (Range<Int>) -> Void) {
    _ = map(rows: rows, body)
  }

  /// What a body gives for each index from zero, in order.
  public static func parallelMap<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1 else { return (0..<count).map(body) }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      let places = Places(buffer: buffer)
      DispatchQueue.concurrentPerform(iterations: count) { places.fill($0, with: body($0)) }
      initialized = count
    }
  }

  /// Where results go: each index is written once, by one thread.
  private struct Places<Result>: @unchecked Sendable {
    let buffer: UnsafeMutableBufferPointer<Result>

    func fill(_ index: Int, with result: Result) { (buffer.baseAddress! + index).initialize(to: result) }
  }
}
