/// Random numbers of one variable of a simulation, addressed by path and draw.
///
/// Key of Philox4x32-10: (seed, variable). Counter: (path low, path high, draw low, draw high).
/// A stream has no state: the same address gives the same number, whatever was drawn before.
///
/// Draw numbers are below 2^48. The upper sixteen bits of the draw half of the counter are a lane: lane 0 for
/// `uniforms`, `uniform` and `normal`, the others for the attempts of rejection methods. So a `gamma` or
/// `beta` draw with number d shares no counter with any draw of another number of the stream, and none
/// with the uniforms of number d.
public struct RandomStream: Sendable, Equatable {
  /// The key of the generator: (seed, variable).
  public let key: SIMD2<UInt32>

  /// The stream of one variable under a seed.
  @inlinable
  public init(seed: UInt32, variable: UInt32) {
    key = SIMD2(seed, variable)
  }

  /// Two independent uniforms, strictly between 0 and 1: odd multiples of 2^-53, so u and 1 - u are both
  /// exact.
  @inlinable
  public func uniforms(path: UInt64, draw: UInt64) -> (Double, Double) {
    uniforms(path: path, draw: draw, lane: 0)
  }

  /// The first of the two uniforms of an address.
  @inlinable
  public func uniform(path: UInt64, draw: UInt64) -> Double {
    uniforms(path: path, draw: draw, lane: 0).0
  }

  /// A standard normal number: the normal quantile of `uniform` at the same address, so monotone in it.
  @inlinable
  public func normal(path: UInt64, draw: UInt64) -> Double {
    Normal.quantile(uniform(path: path, draw: draw))
  }

  @inlinable
  func uniforms(path: UInt64, draw: UInt64, lane: UInt64) -> (Double, Double) {
    precondition(draw >> 48 == 0, "a draw number must be below 2^48")
    let place = draw | lane << 48
    let counter = SIMD4(
      UInt32(truncatingIfNeeded: path), UInt32(truncatingIfNeeded: path >> 32),
      UInt32(truncatingIfNeeded: place), UInt32(truncatingIfNeeded: place >> 32))
    let words = Philox4x32.block(counter: counter, key: key)
    return (
      RandomStream.unit(UInt64(words.x) | UInt64(words.y) << 32),
      RandomStream.unit(UInt64(words.z) | UInt64(words.w) << 32)
    )
  }

  /// (2k + 1) 2^-53 with k the upper 52 bits: a double in [1, 2) less 1 - 2^-53, exactly.
  @inlinable
  static func unit(_ bits: UInt64) -> Double {
    Double(bitPattern: 0x3FF0_0000_0000_0000 | bits >> 12) - 0x1.fffffffffffffp-1
  }
}
