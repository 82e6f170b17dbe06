/// The rows of each level of a grouping, in order.
struct GroupRows {
  private let starts: [Int]
  private let rows: [Int32]

  /// All rows, or some in ascending order.
  init(_ grouping: Grouping, _ kept: [Int]? = nil) {
    let kept = kept ?? Array(grouping.codes.indices)
    var starts = [Int](repeating: 0, count: grouping.levels.count + 1)
    for row in kept { starts[Int(grouping.codes[row]) + 1] += 1 }
    for level in grouping.levels.indices { starts[level + 1] += starts[level] }
    self.starts = starts
    var next = starts
    var rows = [Int32](repeating: 0, count: kept.count)
    for row in kept {
      let level = Int(grouping.codes[row])
      rows[next[level]] = Int32(row)
      next[level] += 1
    }
    self.rows = rows
  }

  /// The levels, by index.
  var levelRange: Range<Int> { 0..<starts.count - 1 }

  /// Whether a level has no row.
  func isEmpty(_ level: Int) -> Bool { starts[level] == starts[level + 1] }

  subscript(level: Int) -> some Sequence<Int> {
    rows[starts[level]..<starts[level + 1]].lazy.map { Int($0) }
  }
}
