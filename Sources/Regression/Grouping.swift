/// Rows put into groups: a factor, a cluster, a fixed effect, a unit or a period of a panel.
public struct Grouping: Sendable, Equatable {
  /// The name of the column, such as `state`.
  public let name: String
  /// The groups, in their order.
  public let levels: [String]
  /// For each row the index of its group among the levels.
  public let codes: [Int32]

  /// A grouping from its parts; every code must be an index of a level.
  public init(name: String, levels: [String], codes: [Int32]) {
    self.name = name
    self.levels = levels
    self.codes = codes
  }

  /// A grouping of labels; levels in the order of numbers where all are whole numbers, else of the
  /// characters' code points.
  public init(name: String, labels: [String]) {
    let distinct = Set(labels)
    let numbers = distinct.compactMap { Int($0) }
    let levels =
      numbers.count == distinct.count
      ? distinct.sorted { (Int($0)!, $0) < (Int($1)!, $1) }
      : distinct.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    let indices = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, Int32($0)) })
    self.init(name: name, levels: levels, codes: labels.map { indices[$0]! })
  }

  /// The grouping of some rows; levels that no row has left are dropped.
  public func selecting(rows: [Int]) -> Grouping {
    var seen = [Bool](repeating: false, count: levels.count)
    for row in rows { seen[Int(codes[row])] = true }
    var next: Int32 = -1
    let renamed = seen.map { isSeen in
      if isSeen { next += 1 }
      return next
    }
    return Grouping(
      name: name, levels: levels.indices.filter { seen[$0] }.map { levels[$0] },
      codes: rows.map { renamed[Int(codes[$0])] })
  }
}
