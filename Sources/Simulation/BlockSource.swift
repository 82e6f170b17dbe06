/// Where blocks of paths come from: a simulation, or files that shards of one left behind.
///
/// Nothing that reads blocks knows which. A block is asked for by any thread, in any order, and a second time where
/// memory did not suffice to answer everything after the first: it must then hold the same numbers.
public protocol BlockSource: Sendable {
  associatedtype Reader: BlockReader
  /// How many paths there are in all.
  var paths: Int { get }
  /// What one thread reads with; made on that thread, once.
  func reader() throws -> Reader
}

/// Fills blocks, one at a time.
public protocol BlockReader {
  /// Fills the columns of `PathLayout` for the paths `block.first` ..< `block.first + block.count`; the columns
  /// beyond are another's.
  mutating func read(_ block: PathBlock) throws
}
