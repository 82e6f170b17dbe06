public import CVectors

/// Yes or no for each of eight paths.
public struct LaneMask: Sendable {
  /// -1: yes, 0: no.
  @usableFromInline var vector: SIMD8<Int>

  @inlinable @inline(__always)
  init(_ vector: SIMD8<Int>) { self.vector = vector }

  @inlinable @inline(__always)
  public init(_ answer: Bool) { vector = SIMD8(repeating: answer ? -1 : 0) }

  /// Yes where a number is above zero.
  @inlinable @inline(__always)
  public init(_ numbers: Lanes) { self = (numbers .> 0) }

  /// Yes in the first `count` lanes.
  @inlinable
  public init(first count: Int) {
    self = (Lanes(SIMD8(0, 1, 2, 3, 4, 5, 6, 7)) .< Lanes(Double(count)))
  }

  @inlinable @inline(__always)
  public subscript(lane: Int) -> Bool { vector[lane] != 0 }

  @inlinable @inline(__always)
  public var any: Bool { bits != 0 }

  @inlinable @inline(__always)
  public var all: Bool { bits == 0xFF }

  /// Bit k: whether lane k says yes.
  @inlinable @inline(__always)
  public var bits: UInt8 { lanes_bits(vector) }

  /// 1 for yes, 0 for no.
  @inlinable @inline(__always)
  public var ones: Lanes { only(Lanes(1)) }

  /// `yes` in the lanes that say yes, `no` in the others.
  @inlinable @inline(__always)
  public func select(_ yes: Lanes, _ no: Lanes) -> Lanes {
    Lanes(lanes_select(vector, yes.vector, no.vector))
  }

  @inlinable @inline(__always)
  public func select(_ yes: Double, _ no: Lanes) -> Lanes { select(Lanes(yes), no) }

  @inlinable @inline(__always)
  public func select(_ yes: Double, _ no: Double) -> Lanes { select(Lanes(yes), Lanes(no)) }

  /// `yes` in the lanes that say yes, zero in the others.
  @inlinable @inline(__always)
  public func only(_ yes: Lanes) -> Lanes {
    Lanes(bits: yes.bits & unsafeBitCast(vector, to: SIMD8<UInt64>.self))
  }

  @inlinable @inline(__always)
  public static func .& (left: LaneMask, right: LaneMask) -> LaneMask { LaneMask(left.vector & right.vector) }

  @inlinable @inline(__always)
  public static func .| (left: LaneMask, right: LaneMask) -> LaneMask { LaneMask(left.vector | right.vector) }

  @inlinable @inline(__always)
  public static prefix func .! (mask: LaneMask) -> LaneMask { LaneMask(~mask.vector) }
}

// MARK: Comparisons

extension Lanes {
  @inlinable @inline(__always)
  public static func .< (left: Lanes, right: Lanes) -> LaneMask {
    LaneMask(lanes_less(left.vector, right.vector))
  }

  @inlinable @inline(__always)
  public static func .<= (left: Lanes, right: Lanes) -> LaneMask {
    LaneMask(lanes_at_most(left.vector, right.vector))
  }

  @inlinable @inline(__always)
  public static func .== (left: Lanes, right: Lanes) -> LaneMask {
    LaneMask(lanes_equal(left.vector, right.vector))
  }

  @inlinable @inline(__always)
  public static func .> (left: Lanes, right: Lanes) -> LaneMask { right .< left }

  @inlinable @inline(__always)
  public static func .>= (left: Lanes, right: Lanes) -> LaneMask { right .<= left }

  @inlinable @inline(__always)
  public static func .< (left: Lanes, right: Double) -> LaneMask { left .< Lanes(right) }

  @inlinable @inline(__always)
  public static func .<= (left: Lanes, right: Double) -> LaneMask { left .<= Lanes(right) }

  @inlinable @inline(__always)
  public static func .== (left: Lanes, right: Double) -> LaneMask { left .== Lanes(right) }

  @inlinable @inline(__always)
  public static func .> (left: Lanes, right: Double) -> LaneMask { left .> Lanes(right) }

  @inlinable @inline(__always)
  public static func .>= (left: Lanes, right: Double) -> LaneMask { left .>= Lanes(right) }
}
