/// How many values lie in each bin, and which bins' values are kept.
///
/// By bin a table holds twice the number of values and 1 more where they are kept: one load for each value answers
/// both. Of two tables values use one and the other in turn, so that a value need not wait for the one before it where
/// both lie in one bin. They are small, and emptied into totals before they overflow.
final class BinTable {
  private let bins: UnsafeMutablePointer<UInt16>
  /// By bin; nothing before the tables were emptied for the first time.
  private var totals: [Int] = []
  private var blocks = 0

  init(isKeeping: Bool) {
    bins = .allocate(capacity: 2 * BinScale.count)
    bins.initialize(repeating: 0, count: 2 * BinScale.count)
    if isKeeping { for bin in 0..<BinScale.count { keep(bin, true) } }
  }

  init(copying other: BinTable) {
    bins = .allocate(capacity: 2 * BinScale.count)
    bins.initialize(from: other.bins, count: 2 * BinScale.count)
    (totals, blocks) = (other.totals, other.blocks)
  }

  deinit { bins.deallocate() }

  /// How many values lie in a bin.
  func count(in bin: Int) -> Int {
    (totals.isEmpty ? 0 : totals[bin]) + Int(bins[bin] >> 1) + Int(bins[BinScale.count + bin] >> 1)
  }

  /// Whether every value of a bin is kept.
  func keeps(_ bin: Int) -> Bool { bins[bin] & 1 == 1 }

  /// Keeps the values of a bin from now on, or no longer.
  func keep(_ bin: Int, _ isKept: Bool) {
    for place in [bin, BinScale.count + bin] { bins[place] = bins[place] & ~1 | (isKept ? 1 : 0) }
  }

  /// Brings the tables near.
  func touch(_ scratch: SampleScratch) { scratch.touch(bins, 2 * BinScale.count) }

  /// Counts the values of a block, whose bins `scratch` holds, and writes those that are kept, one after the other, to
  /// `room`.
  ///
  /// - Returns: how many are kept.
  func count(
    _ values: UnsafeBufferPointer<Double>, _ scratch: SampleScratch,
    to room: UnsafeMutablePointer<Double>
  ) -> Int {
    guard let first = values.baseAddress else { return 0 }
    let (places, even) = (scratch.bins, bins)
    let odd = even + BinScale.count
    var next = 0
    func count(_ index: Int, in table: UnsafeMutablePointer<UInt16>) {
      let place = places[index]
      let bin = table[place]
      table[place] = bin &+ 2
      room[next] = first[index]
      next &+= Int(bin & 1)
    }
    for pair in 0..<values.count / 2 {
      count(2 &* pair, in: even)
      count(2 &* pair &+ 1, in: odd)
    }
    if values.count % 2 == 1 { count(values.count - 1, in: even) }
    blocks += 1
    if blocks % 64 == 0 { empty() }
    return next
  }

  /// Those of a block's values that are kept, without counting them.
  func choose(
    _ values: UnsafeBufferPointer<Double>, _ scratch: SampleScratch,
    to room: UnsafeMutablePointer<Double>
  ) -> Int {
    scratch.choose(values, bins, to: room)
  }

  /// Adds the tables to the totals: in 64 blocks a table counts at most 16,384 values in a bin.
  private func empty() {
    totals = (0..<BinScale.count).map { count(in: $0) }
    for place in 0..<2 * BinScale.count { bins[place] &= 1 }
  }
}
