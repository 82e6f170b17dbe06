/// Rounding in which a column of rounded parts adds up to its rounded total.
enum Footing {
  static func nearest(_ value: Double) -> Int { Int(value.rounded(.toNearestOrAwayFromZero)) }

  /// Whole numbers near `values` that add to `total`: all are rounded down, and what is missing goes to those with the
  /// largest remainders, the earlier of equals.
  static func parts(_ values: [Double], total: Int) -> [Int] {
    guard !values.isEmpty else { return [] }
    let floors = values.map { Int($0.rounded(.down)) }
    let missing = total - floors.reduce(0, +)
    let count = values.count
    let each = (missing - (missing % count + count) % count) / count
    let rest = missing - each * count
    let remainders = zip(values, floors).map { $0 - Double($1) }
    let order = values.indices.sorted {
      remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
    }
    var parts = floors.map { $0 + each }
    for index in order.prefix(rest) { parts[index] += 1 }
    return parts
  }
}
