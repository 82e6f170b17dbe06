public import Outlook
import Vectors

/// Paths that were stored held against the same paths drawn again: another program, or other assumptions, that call
/// themselves the same show at once.
public struct Redraw {
  /// The first number in which they differ.
  public struct Difference: Sendable, Hashable {
    /// From 0.
    public let path: Int
    /// Of `PathLayout`.
    public let column: Int
    public let stored: Double
    public let drawn: Double
  }

  private let columns: Int
  private var reader: SimulatedBlocks

  /// - Throws: `LinearAlgebraError` where a covariance gives out.
  public init(_ assumptions: Assumptions) throws {
    columns = PathLayout(assumptions).count
    reader = try SimulatedPaths(assumptions).reader()
  }

  /// Compares the first eight paths of a block.
  /// - Parameter source: what was stored.
  /// - Returns: `nil` where they are the same.
  /// - Throws: what the source throws, `SimulationError`.
  public mutating func difference(
    in index: Int, of source: some BlockReader, paths: Int
  ) throws -> Difference? {
    var source = source
    let stored = PathBlock(columns: columns)
    stored.begin(index, of: paths)
    try source.read(stored)
    let drawn = PathBlock(columns: columns)
    drawn.begin(index, of: min(paths, stored.first + Lanes.count))
    try reader.read(drawn)
    return (0..<columns).lazy.compactMap { Redraw.difference($0, stored, drawn) }.first
  }

  private static func difference(_ column: Int, _ stored: PathBlock, _ drawn: PathBlock) -> Difference? {
    for (path, drawnValue) in drawn.values(column).enumerated() {
      let value = stored.values(column)[path]
      guard value.bitPattern != drawnValue.bitPattern else { continue }
      return Difference(path: stored.first + path, column: column, stored: value, drawn: drawnValue)
    }
    return nil
  }
}
