public import CVectors

/// Eight numbers that go through the same arithmetic: one for each of eight paths in a row.
///
/// Every operation gives in each lane the bits the operation on a `Double` gives, whatever instructions the
/// processor has; nothing is fused.
public struct Lanes: Sendable, Real {
  public var vector: SIMD8<Double>

  /// How many.
  public static let count = 8

  @inlinable @inline(__always)
  public init(_ vector: SIMD8<Double>) { self.vector = vector }

  /// The same number in every lane.
  @inlinable @inline(__always)
  public init(_ number: Double) { vector = SIMD8(repeating: number) }

  /// Eight numbers in a row.
  @inlinable @inline(__always)
  public init(_ values: UnsafeBufferPointer<Double>, from start: Int) {
    precondition(start >= 0 && start <= values.count - Lanes.count, "eight numbers must stand there")
    vector = UnsafeRawBufferPointer(values).loadUnaligned(
      fromByteOffset: start * MemoryLayout<Double>.stride, as: SIMD8<Double>.self)
  }

  /// Numbers of given bits.
  @inlinable @inline(__always)
  public init(bits: SIMD8<UInt64>) { vector = unsafeBitCast(bits, to: SIMD8<Double>.self) }

  @inlinable @inline(__always)
  public var bits: SIMD8<UInt64> { unsafeBitCast(vector, to: SIMD8<UInt64>.self) }

  @inlinable
  public subscript(lane: Int) -> Double {
    @inline(__always) get { vector[lane] }
    @inline(__always) set { vector[lane] = newValue }
  }
}

// MARK: Arithmetic

extension Lanes {
  @inlinable @inline(__always)
  public static func + (left: Lanes, right: Lanes) -> Lanes { Lanes(lanes_add(left.vector, right.vector)) }

  @inlinable @inline(__always)
  public static func - (left: Lanes, right: Lanes) -> Lanes {
    Lanes(lanes_subtract(left.vector, right.vector))
  }

  @inlinable @inline(__always)
  public static func * (left: Lanes, right: Lanes) -> Lanes {
    Lanes(lanes_multiply(left.vector, right.vector))
  }

  @inlinable @inline(__always)
  public static func / (left: Lanes, right: Lanes) -> Lanes { Lanes(lanes_divide(left.vector, right.vector)) }

  @inlinable @inline(__always)
  public static func + (left: Double, right: Lanes) -> Lanes { Lanes(left) + right }

  @inlinable @inline(__always)
  public static func - (left: Double, right: Lanes) -> Lanes { Lanes(left) - right }

  @inlinable @inline(__always)
  public static func * (left: Double, right: Lanes) -> Lanes { Lanes(left) * right }

  @inlinable @inline(__always)
  public static func / (left: Double, right: Lanes) -> Lanes { Lanes(left) / right }

  @inlinable @inline(__always)
  public static func + (left: Lanes, right: Double) -> Lanes { left + Lanes(right) }

  @inlinable @inline(__always)
  public static func - (left: Lanes, right: Double) -> Lanes { left - Lanes(right) }

  @inlinable @inline(__always)
  public static func * (left: Lanes, right: Double) -> Lanes { left * Lanes(right) }

  @inlinable @inline(__always)
  public static func / (left: Lanes, right: Double) -> Lanes { left / Lanes(right) }

  @inlinable @inline(__always)
  public static func += (left: inout Lanes, right: Lanes) { left = left + right }

  @inlinable @inline(__always)
  public static func -= (left: inout Lanes, right: Lanes) { left = left - right }

  /// With every sign turned.
  @inlinable @inline(__always)
  public static prefix func - (lanes: Lanes) -> Lanes { Lanes(bits: lanes.bits ^ 0x8000_0000_0000_0000) }

  @inlinable @inline(__always)
  public var magnitude: Lanes { Lanes(bits: bits & 0x7FFF_FFFF_FFFF_FFFF) }

  @inlinable @inline(__always)
  public func squareRoot() -> Lanes { Lanes(lanes_square_root(vector)) }

  /// The largest whole numbers not above.
  @inlinable @inline(__always)
  public var roundedDown: Lanes { Lanes(lanes_down(vector)) }

  /// Whole numbers from 0 to 2^52 - 1 as integers.
  @inlinable @inline(__always)
  public var whole: SIMD8<UInt64> { (self + 0x1p52).bits & 0xF_FFFF_FFFF_FFFF }

  /// The nearest whole numbers, halves away from zero: the rule of the ledger.
  @inlinable @inline(__always)
  public var rounded: Lanes { Lanes(lanes_nearest(vector)) }
}

/// The smaller of two numbers in each lane; the first where they are equal.
@inlinable @inline(__always)
public func min(_ left: Lanes, _ right: Lanes) -> Lanes { (right .< left).select(right, left) }

/// The larger of two numbers in each lane; the second where they are equal.
@inlinable @inline(__always)
public func max(_ left: Lanes, _ right: Lanes) -> Lanes { (right .< left).select(left, right) }
