internal import LinearAlgebra

/// The elements of S as they are added up, group by group of the inner effect.
struct SchurSums {
  private let bases: [Int]
  private let positions: [Int]
  private(set) var elements: [Double]

  init(_ bases: [Int], _ positions: [Int], count: Int) {
    self.bases = bases
    self.positions = positions
    elements = [Double](repeating: 0, count: count)
  }

  mutating func add(_ layout: EffectLayout, _ groups: Range<Int>) {
    var tally = GroupTally(count: positions.count)
    for group in groups {
      tally.count(group, of: layout)
      add(tally, inverse: layout.inverseWeights[group].hi)
      guard layout.others > 1 else { continue }
      for place in layout.starts[group]..<layout.starts[group + 1] { addRow(place, of: layout) }
    }
  }

  /// The weights of a group's levels on the diagonal, less the products of all pairs over its weight.
  private mutating func add(_ tally: GroupTally, inverse: Double) {
    let (bases, positions) = (bases, positions)
    elements.withUnsafeMutableBufferPointer { elements in
      for (number, level) in tally.levels.enumerated() {
        let row = positions[level]
        let weight = tally.weights[level]
        elements[bases[row] + row] += weight
        let share = weight * inverse
        for other in tally.levels[...number] {
          elements[SchurSums.index(bases, row, positions[other])] -= share * tally.weights[other]
        }
      }
    }
  }

  /// The weight of one row among the levels of different outer effects.
  private mutating func addRow(_ place: Int, of layout: EffectLayout) {
    let weight = layout.weights?[place] ?? 1
    for effect in 1..<layout.others {
      let row = positions[Int(layout.outerLevels[effect * layout.rows + place])]
      for other in 0..<effect {
        let column = positions[Int(layout.outerLevels[other * layout.rows + place])]
        elements[SchurSums.index(bases, row, column)] += weight
      }
    }
  }

  @inline(__always)
  private static func index(_ bases: [Int], _ row: Int, _ column: Int) -> Int {
    row > column ? bases[row] + column : bases[column] + row
  }
}
