/// Memory for values that are kept, in pieces of 32 KiB out of large slabs; one for each thread.
public final class SamplePool {
  /// Values of a piece.
  static let capacity = 4096
  /// Pieces of a slab of 2 MiB.
  private static let pieces = 64
  private var slabs: [UnsafeMutablePointer<Double>] = []
  private var free: [UnsafeMutablePointer<Double>] = []

  public init() {}

  deinit { for slab in slabs { slab.deallocate() } }

  /// Memory in use, in bytes.
  public var bytes: Int {
    (slabs.count * SamplePool.pieces - free.count) * SamplePool.capacity * MemoryLayout<Double>.stride
  }

  func take() -> UnsafeMutablePointer<Double> {
    if free.isEmpty { grow() }
    return free.removeLast()
  }

  func giveBack(_ piece: UnsafeMutablePointer<Double>) { free.append(piece) }

  private func grow() {
    let count = SamplePool.pieces * SamplePool.capacity
    let slab = UnsafeMutablePointer<Double>.allocate(capacity: count)
    slabs.append(slab)
    for piece in (0..<SamplePool.pieces).reversed() { free.append(slab + piece * SamplePool.capacity) }
  }
}
