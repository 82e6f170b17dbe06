import Simulation

/// Files that are all the parts of one simulation.
struct PartialSet: Sendable {
  /// By shard, 1 first.
  let files: [PartialFile]

  /// Reads the heads of files in any order and holds them against each other.
  /// - Throws: `FolderError` where a file is not to be read, or is of another simulation, there twice or missing.
  init(_ paths: [String]) throws(FolderError) {
    var files: [PartialFile] = []
    for path in paths { files.append(try PartialFile(path: path)) }
    guard let first = files.first else { throw FolderError("no partial is named; name every shard") }
    for file in files {
      guard let difference = first.header.difference(from: file.header) else { continue }
      throw FolderError(
        "\(first.path) and \(file.path) are not of one simulation: \(difference.what) is \(difference.first) in the "
          + "first and \(difference.second) in the second; simulate one of them again as the other")
    }
    files.sort { ($0.header.shard, $0.path) < ($1.header.shard, $1.path) }
    try PartialSet.refuseDoubles(files)
    try PartialSet.refuseGaps(files)
    self.files = files
  }

  /// What all of them say.
  var header: PartialHeader { files[0].header }

  private static func refuseDoubles(_ files: [PartialFile]) throws(FolderError) {
    for (one, other) in zip(files, files.dropFirst()) where one.header.shard == other.header.shard {
      throw FolderError(
        "\(one.path) and \(other.path) both hold shard \(one.header.name), futures \(one.range); name each shard once"
      )
    }
  }

  private static func refuseGaps(_ files: [PartialFile]) throws(FolderError) {
    let count = files[0].header.shards
    guard files.count < count else { return }
    let there = Set(files.map(\.header.shard))
    let missing = (1...count).lazy.filter { !there.contains($0) }.prefix(5).map { "\($0)/\(count)" }
    let more = count - files.count - missing.count
    throw FolderError(
      "\(files.count) of \(count) shards are named, without \(missing.joined(separator: ", "))"
        + (more > 0 ? " and \(more) more" : "") + "; simulate them with --shard and name all \(count)")
  }
}

extension PartialFile {
  /// The futures it holds, as people count: from 1.
  var range: String {
    header.pathCount == 0 ? "none" : "\(header.firstPath + 1) to \(header.firstPath + header.pathCount)"
  }
}
