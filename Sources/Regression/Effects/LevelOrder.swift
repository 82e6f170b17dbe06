/// An order of the outer levels in which the factor of their normal equations stays narrow.
///
/// Levels met in the same inner group are neighbours. Neighbours are numbered close together, breadth first
/// from a level at the end of its connected part, then backwards; the levels of effects with few levels,
/// neighbours of all, come last, where full rows cost least. Panels on which alternating projections crawl
/// (chains, rings) are those that come out narrow.
/// Source: Cuthill and McKee 1969; George and Liu 1981, chapter 4.
struct LevelOrder {
  /// Effects of at most this many levels come last.
  private static let fewLevels = 128

  /// For each outer level its position.
  let positions: [Int]
  /// For each position the first one with which it shares an inner group.
  let firsts: [Int]

  init(_ layout: EffectLayout) {
    let isLate = LevelOrder.lateLevels(layout)
    var walk = LevelWalk(layout, isLate)
    var order: [Int] = []
    for level in 0..<layout.outerCount where !isLate[level] && !walk.isMet(level) {
      order += walk.restart(from: walk.visit(from: level))
    }
    order.reverse()
    order += isLate.indices.filter { isLate[$0] }
    var positions = [Int](repeating: 0, count: order.count)
    for (position, level) in order.enumerated() { positions[level] = position }
    self.positions = positions
    firsts = LevelOrder.firsts(layout, positions)
  }

  /// How many elements the factor's triangle has.
  var elements: Int { firsts.enumerated().reduce(0) { $0 + $1.offset - $1.element + 1 } }

  /// At most how many products factoring takes.
  var products: Double {
    var before = [0.0]
    for (row, first) in firsts.enumerated() { before.append(before[row] + Double(row - first + 1)) }
    return firsts.enumerated().reduce(0) { $0 + before[$1.offset + 1] - before[$1.element] }
  }

  private static func lateLevels(_ layout: EffectLayout) -> [Bool] {
    var isLate = [Bool](repeating: false, count: layout.outerCount)
    for (effect, start) in layout.outerStarts.enumerated() {
      let end = effect + 1 < layout.others ? layout.outerStarts[effect + 1] : layout.outerCount
      if end - start <= fewLevels { for level in start..<end { isLate[level] = true } }
    }
    return isLate
  }

  private static func firsts(_ layout: EffectLayout, _ positions: [Int]) -> [Int] {
    var firsts = Array(positions.indices)
    for group in 0..<layout.groups {
      var lowest = Int.max
      layout.forEachLevel(of: group) { lowest = min(lowest, positions[$0]) }
      layout.forEachLevel(of: group) { firsts[positions[$0]] = min(firsts[positions[$0]], lowest) }
    }
    return firsts
  }
}

/// Walks through the levels that are not late, breadth first, each group of rows looked at once a walk.
private struct LevelWalk {
  private let layout: EffectLayout
  private let isLate: [Bool]
  /// For each level the places of its rows: those of level l from `starts[l]` to `starts[l + 1]`.
  private var starts: [Int]
  private var groups: [Int32]
  /// The walk in which a level or a group was met last.
  private var levelMet: [Int]
  private var groupMet: [Int]
  private var walk = 0

  init(_ layout: EffectLayout, _ isLate: [Bool]) {
    self.layout = layout
    self.isLate = isLate
    levelMet = [Int](repeating: 0, count: layout.outerCount)
    groupMet = [Int](repeating: 0, count: layout.groups)
    var starts = [Int](repeating: 0, count: layout.outerCount + 1)
    for level in layout.outerLevels where !isLate[Int(level)] { starts[Int(level) + 1] += 1 }
    for level in isLate.indices { starts[level + 1] += starts[level] }
    var next = starts
    var groups = [Int32](repeating: 0, count: starts[isLate.count])
    for group in 0..<layout.groups {
      layout.forEachLevel(of: group) { level in
        guard !isLate[level] else { return }
        groups[next[level]] = Int32(group)
        next[level] += 1
      }
    }
    self.starts = starts
    self.groups = groups
  }

  func isMet(_ level: Int) -> Bool { levelMet[level] > 0 }

  /// Walks again from the last level of a walk: near an end of the connected part.
  mutating func restart(from order: [Int]) -> [Int] { visit(from: order[order.count - 1]) }

  /// The levels of a connected part, nearest first.
  mutating func visit(from first: Int) -> [Int] {
    walk += 1
    var order = [first]
    levelMet[first] = walk
    var next = 0
    while next < order.count {
      for place in starts[order[next]]..<starts[order[next] + 1] {
        let group = Int(groups[place])
        guard groupMet[group] != walk else { continue }
        groupMet[group] = walk
        layout.forEachLevel(of: group) { level in
          guard !isLate[level], levelMet[level] != walk else { return }
          levelMet[level] = walk
          order.append(level)
        }
      }
      next += 1
    }
    return order
  }
}

extension EffectLayout {
  /// Gives the outer level of every row of an inner group, effect after effect; repeated where rows share it.
  @inline(__always)
  func forEachLevel(of group: Int, _ body: (Int) -> Void) {
    for effect in 0..<others {
      for place in starts[group]..<starts[group + 1] { body(Int(outerLevels[effect * rows + place])) }
    }
  }
}
