public import Vectors

/// Random numbers of eight paths in a row: lane k holds what path `first + k` draws.
extension RandomStream {
  /// Two independent uniforms for each of the paths `first` ... `first + 7`.
  @inlinable
  public func uniforms(paths first: UInt64, draw: UInt64) -> (Lanes, Lanes) {
    uniforms(paths: first, draw: draw, attempt: 0)
  }

  /// The first of the two.
  @inlinable
  public func uniform(paths first: UInt64, draw: UInt64) -> Lanes { uniforms(paths: first, draw: draw).0 }

  /// Standard normal numbers.
  @inlinable
  public func normal(paths first: UInt64, draw: UInt64) -> Lanes {
    Lanes.normalQuantile(uniform(paths: first, draw: draw))
  }

  /// Two independent standard normal numbers from one block of the generator.
  @inlinable
  public func normals(paths first: UInt64, draw: UInt64) -> (Lanes, Lanes) {
    let (u, v) = uniforms(paths: first, draw: draw)
    return (Lanes.normalQuantile(u), Lanes.normalQuantile(v))
  }

  /// The same with a draw number for each path.
  @inlinable
  public func uniforms(paths first: UInt64, draws: SIMD8<UInt64>) -> (Lanes, Lanes) {
    uniforms(paths: first, places: draws)
  }

  @inlinable
  func uniforms(paths first: UInt64, draw: UInt64, attempt: UInt64) -> (Lanes, Lanes) {
    precondition(draw >> 48 == 0, "a draw number must be below 2^48")
    return uniforms(paths: first, places: SIMD8(repeating: draw | attempt << 48))
  }

  /// The ten rounds of `Philox4x32.block` on eight counters (path low, path high, draw low, draw high); words of
  /// 32 bits ride in 64-bit lanes, where one multiplication gives both halves of a product.
  @inlinable
  func uniforms(paths first: UInt64, places: SIMD8<UInt64>) -> (Lanes, Lanes) {
    let (a, b, c, d) = words(paths: first, places: places)
    return (RandomStream.unit(a | b &<< 32), RandomStream.unit(c | d &<< 32))
  }

  /// Four independent numbers for each of the paths `first` ... `first + 7`, odd multiples of 2^-33: for choices
  /// among few things, where two billionths more or less are nothing. One block of the generator.
  @inlinable
  public func quarters(paths first: UInt64, draw: UInt64) -> (Lanes, Lanes, Lanes, Lanes) {
    precondition(draw >> 48 == 0, "a draw number must be below 2^48")
    let (a, b, c, d) = words(paths: first, places: SIMD8(repeating: draw))
    return (
      RandomStream.quarter(a), RandomStream.quarter(b), RandomStream.quarter(c), RandomStream.quarter(d)
    )
  }

  /// The four words of eight blocks, each in the lower half of its lane.
  @inlinable
  func words(
    paths first: UInt64, places: SIMD8<UInt64>
  ) -> (SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>) {
    precondition(first <= .max - 7, "a path number must leave room for eight")
    let path = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7) &+ first
    let word = SIMD8<UInt64>(repeating: 0xFFFF_FFFF)
    var (a, b, c, d) = (path & word, path &>> 32, places & word, places &>> 32)
    var (one, two) = (key.x, key.y)
    for _ in 0..<10 {
      let left = (a & word) &* 0xD251_1F53
      let right = (c & word) &* 0xCD9E_8D57
      a = (right &>> 32) ^ b ^ UInt64(one)
      b = right & word
      c = (left &>> 32) ^ d ^ UInt64(two)
      d = left & word
      one &+= 0x9E37_79B9
      two &+= 0xBB67_AE85
    }
    return (a, b, c, d)
  }

  /// (2k + 1) 2^-33 with k a word of 32 bits: a double in [1, 2) less 1 - 2^-33, exactly.
  @inlinable @inline(__always)
  static func quarter(_ word: SIMD8<UInt64>) -> Lanes {
    Lanes(bits: word &<< 20 | 0x3FF0_0000_0000_0000) - 0x1.ffffffffp-1
  }

  @inlinable @inline(__always)
  static func unit(_ bits: SIMD8<UInt64>) -> Lanes {
    Lanes(bits: bits &>> 12 | 0x3FF0_0000_0000_0000) - 0x1.fffffffffffffp-1
  }

  /// Beta numbers of eight paths, with the same shapes; see `beta`.
  @inlinable
  public func beta(_ a: Double, _ b: Double, paths first: UInt64, draw: UInt64) -> Lanes {
    let one = logGammas(shape: a, paths: first, draw: draw, attempts: 1..<0x8000)
    let other = logGammas(shape: b, paths: first, draw: draw, attempts: 0x8000..<0x1_0000)
    return Lanes.logistic(one - other)
  }

  @inlinable
  func logGammas(shape: Double, paths first: UInt64, draw: UInt64, attempts: Range<UInt64>) -> Lanes {
    precondition(shape > 0 && shape < .infinity, "a gamma shape must be above zero and finite")
    guard shape < 1 else { return logGammasByRejection(shape, first, draw, attempts) }
    let boost = Lanes.log(uniforms(paths: first, draw: draw, attempt: attempts.lowerBound).0)
    return logGammasByRejection(shape + 1, first, draw, attempts) + boost / shape
  }

  /// Attempts go on until every path has had its first success.
  @inlinable
  func logGammasByRejection(
    _ shape: Double, _ first: UInt64, _ draw: UInt64, _ attempts: Range<UInt64>
  ) -> Lanes {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    let logarithm = Elementary.log(d)
    var result = Lanes(logarithm)
    var open = LaneMask(true)
    for attempt in attempts.lowerBound + 1..<attempts.upperBound {
      let (u, v) = uniforms(paths: first, draw: draw, attempt: attempt)
      let x = Lanes.normalQuantile(u)
      let root = 1 + c * x
      let positive = root .> 0
      let logCube = 3 * Lanes.log(positive.select(root, Lanes(1)))
      let cube = root * root * root
      let half = 0.5 * x * x
      let bound = half + d * (1 - cube + logCube)
      let accepted = open .& positive .& (Lanes.log(v) .< bound)
      result = accepted.select(logarithm + logCube, result)
      open = (open .& .!accepted)
      if !open.any { break }
    }
    return result
  }
}
