/// A part of a simulation that one machine draws, such as the third of sixteen: whole blocks of paths in a row.
///
/// The parts of any number together are the whole, each path once. A part is empty where there are more parts than
/// blocks.
public struct Shard: Sendable, Hashable, CustomStringConvertible {
  /// From 1.
  public let number: Int
  /// Of how many.
  public let count: Int

  /// Most parts of a simulation.
  public static let most = 1_000_000

  /// `nil` where there is no such part.
  public init?(_ number: Int, of count: Int) {
    guard (1...Shard.most).contains(count), (1...count).contains(number) else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// Reads `3/16`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Shard.plain(parts[0]), let count = Shard.plain(parts[1])
    else { return nil }
    self.init(number, of: count)
  }

  private static func plain(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  /// `3/16`.
  public var description: String { "\(number)/\(count)" }

  /// Which of the blocks of `paths` paths.
  public func blocks(of paths: Int) -> Range<Int> {
    let blocks = PathBlock.blocks(of: paths)
    return (number - 1) * blocks / count..<number * blocks / count
  }

  /// Which of `paths` paths.
  public func paths(of paths: Int) -> Range<Int> {
    let blocks = blocks(of: paths)
    let end = min(blocks.upperBound * PathBlock.capacity, paths)
    return min(blocks.lowerBound * PathBlock.capacity, paths)..<end
  }
}
