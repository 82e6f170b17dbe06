/// The rows of each level of a grouping, in order.
struct GroupRows {
  private let starts: [Int]
  private let rows: [Int32]

  init(_ grouping: Grouping) {
    var starts = [Int](repeating: 0, count: grouping.levels.count + 1)
    for code in grouping.codes { starts[Int(code) + 1] += 1 }
    for level in grouping.levels.indices { starts[level + 1] += starts[level] }
    self.starts = starts
    var next = starts
    var rows = [Int32](repeating: 0, count: grouping.codes.count)
    for (row, code) in grouping.codes.enumerated() {
      rows[next[Int(code)]] = Int32(row)
      next[Int(code)] += 1
    }
    self.rows = rows
  }

  /// The levels, by index.
  var levelRange: Range<Int> { 0..<starts.count - 1 }

  subscript(level: Int) -> some Sequence<Int> {
    rows[starts[level]..<starts[level + 1]].lazy.map { Int($0) }
  }
}

/// Weights added up by level, cleared at the cost of what was touched.
struct LevelCounts {
  private var counts: [Double]
  private var touched: [Int] = []

  init(size: Int) { counts = [Double](repeating: 0, count: size) }

  mutating func add(_ weight: Double, to level: Int) {
    guard weight > 0 else { return }
    if counts[level] == 0 { touched.append(level) }
    counts[level] += weight
  }

  /// Hands over the levels touched and the counts, then clears them.
  mutating func drain(_ body: (_ touched: [Int], _ counts: [Double]) -> Void) {
    body(touched, counts)
    for level in touched { counts[level] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}
