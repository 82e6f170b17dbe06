public import Probability

/// Gives each named variable of a run its own random stream.
///
/// A name's stream is its 32-bit FNV-1a hash, moved on to the next free number where two names collide, so a
/// name keeps its draws whatever else is drawn.
public struct VariableRegistry: Sendable {
  private let seed: UInt32
  private var taken: Set<UInt32> = []

  public init(seed: UInt32) { self.seed = seed }

  public mutating func stream(_ name: String) -> RandomStream {
    var number = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    while !taken.insert(number).inserted { number &+= 1 }
    return RandomStream(seed: seed, variable: number)
  }
}

extension RandomStream {
  /// The same variable under another seed.
  func with(seed: UInt32) -> RandomStream { RandomStream(seed: seed, variable: key.y) }
}
