extension RandomStream {
  /// A gamma number of a shape above zero and scale 1 (mean = variance = shape), exactly distributed.
  ///
  /// Marsaglia and Tsang 2000, "A simple method for generating gamma variables"; a shape below 1 is drawn one
  /// higher and multiplied by u^(1 / shape). A very small shape may underflow to 0.
  @inlinable
  public func gamma(shape: Double, path: UInt64, draw: UInt64) -> Double {
    Elementary.exp(logGamma(shape: shape, path: path, draw: draw, lanes: 1..<0x8000))
  }

  /// A beta number with shapes a and b, both above zero (mean a / (a + b)): X / (X + Y) of two gammas.
  ///
  /// Formed from their logarithms, so that small shapes give 0 or 1 in place of 0 / 0.
  @inlinable
  public func beta(_ a: Double, _ b: Double, path: UInt64, draw: UInt64) -> Double {
    let first = logGamma(shape: a, path: path, draw: draw, lanes: 1..<0x8000)
    let second = logGamma(shape: b, path: path, draw: draw, lanes: 0x8000..<0x1_0000)
    return Elementary.logistic(first - second)
  }

  /// The logarithm of a gamma number. The first lane carries the power of a small shape, the others the
  /// attempts; each attempt succeeds with probability above 0.95, so that they never run out.
  @inlinable
  func logGamma(shape: Double, path: UInt64, draw: UInt64, lanes: Range<UInt64>) -> Double {
    precondition(shape > 0 && shape < .infinity, "a gamma shape must be above zero and finite")
    guard shape < 1 else { return logGammaByRejection(shape, path, draw, lanes) }
    let boost = Elementary.log(uniforms(path: path, draw: draw, lane: lanes.lowerBound).0)
    return logGammaByRejection(shape + 1, path, draw, lanes) + boost / shape
  }

  @inlinable
  func logGammaByRejection(
    _ shape: Double, _ path: UInt64, _ draw: UInt64, _ lanes: Range<UInt64>
  ) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    for lane in lanes.dropFirst() {
      let (u, v) = uniforms(path: path, draw: draw, lane: lane)
      let x = Normal.quantile(u)
      let root = 1 + c * x
      guard root > 0 else { continue }
      let logCube = 3 * Elementary.log(root)
      let cube = root * root * root
      if Elementary.log(v) < 0.5 * x * x + d * (1 - cube + logCube) { return Elementary.log(d) + logCube }
    }
    return Elementary.log(d)
  }
}
