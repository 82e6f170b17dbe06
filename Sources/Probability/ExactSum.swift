/// The sum of whole numbers held in doubles (cents), exact and so the same in every order.
public struct ExactSum: Sendable, Equatable {
  /// The sum so far.
  public private(set) var total: Int128
  /// How many values were added.
  public private(set) var count: Int

  /// An empty sum.
  public init() {
    total = 0
    count = 0
  }

  /// The sum of some values.
  public init(_ values: some Sequence<Double>) {
    self.init()
    for value in values { add(value) }
  }

  /// Adds a value, which must be whole and at most 2^62 in magnitude.
  @inlinable
  public mutating func add(_ value: Double) {
    precondition(value.magnitude <= 0x1p62, "a value is too large for an exact sum, or not a number")
    let whole = Int64(value)
    precondition(Double(whole) == value, "a value with a fraction cannot be summed exactly")
    add(whole: whole)
  }

  /// Adds another sum.
  public mutating func add(_ other: ExactSum) {
    total += other.total
    count += other.count
  }

  /// The sum rounded to double.
  public var value: Double { Double(total) }

  /// The mean, rounded from the exact sum; nan if nothing was added.
  public var mean: Double { Double(total) / Double(count) }

  @usableFromInline
  mutating func add(whole: Int64) {
    total += Int128(whole)
    count += 1
  }
}
