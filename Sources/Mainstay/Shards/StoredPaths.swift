import Simulation

/// The paths of all parts of a simulation, read where they are asked for and checked each time.
struct StoredPaths: BlockSource {
  /// In the order of their paths; each path in one of them.
  let files: [PartialFile]
  let coding: BlockCoding
  let paths: Int

  func reader() -> StoredBlocks { StoredBlocks(self) }

  /// Which file holds a block.
  func file(of block: Int) -> Int {
    var (low, high) = (0, files.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].header.blocks.upperBound > block { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Reads the blocks of one thread; it holds one file open at a time.
struct StoredBlocks: BlockReader {
  private let source: StoredPaths
  private var open: (number: Int, file: OpenFile)?

  init(_ source: StoredPaths) { self.source = source }

  /// - Throws: `FolderError` where the bytes are not those that were written, or no block.
  mutating func read(_ block: PathBlock) throws {
    let index = block.first / PathBlock.capacity
    let number = source.file(of: index)
    let part = source.files[number]
    let file = if let open, open.number == number { open.file } else { try OpenFile(reading: part.path) }
    open = (number, file)
    let bytes = try part.block(index - part.header.blocks.lowerBound, from: file)
    guard bytes.withUnsafeBytes({ source.coding.decode($0, into: block) }) else {
      throw FolderError(
        "\(part.path): block \(index - part.header.blocks.lowerBound + 1) of \(part.entries.count) holds no amounts "
          + "of \(block.count) futures; simulate shard \(part.header.name) again")
    }
  }
}
