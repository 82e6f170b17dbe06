import Probability

/// The sums of every block and of every column that holds no whole numbers, so that they can be added in the order of
/// the blocks, whichever thread came first.
final class BlockSums: Sendable {
  private let columns: [Int]
  private let sums: Places<RealSums>
  private let blocks: Int

  init(_ questions: [SampleQuestion], blocks: Int) {
    columns = questions.indices.filter { !questions[$0].isWhole }
    self.blocks = blocks
    sums = Places(repeating: RealSums(), count: columns.count * blocks)
  }

  func add(_ block: PathBlock, at index: Int) {
    for (place, column) in columns.enumerated() {
      sums[index * columns.count + place] = RealSums(block.values(column))
    }
  }

  /// `nil` for a column of whole numbers, which needs none.
  func total(_ column: Int) -> RealSums? {
    guard let place = columns.firstIndex(of: column) else { return nil }
    var total = RealSums()
    for index in 0..<blocks { total.add(sums[index * columns.count + place]) }
    return total
  }
}
