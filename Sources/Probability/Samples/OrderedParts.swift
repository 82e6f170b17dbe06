/// Values cut into parts that follow one another in order, of which some stand for many values that are the same.
struct OrderedParts {
  private enum Content {
    /// In any order.
    case values(ArraySlice<Double>)
    case same(Double)
  }

  private struct Part {
    let content: Content
    /// Ranks of its values.
    let ranks: Range<Int>
  }

  private var parts: [Part] = []

  /// Adds the values of the next bin.
  ///
  /// - Parameters:
  ///   - values: none of them below those of an earlier bin.
  ///   - apart: values of the bin that are counted and not among `values`, ascending.
  ///   - below: the rank of the least.
  mutating func add(_ values: ArraySlice<Double>, apart: [(value: Double, count: Int)], from below: Int) {
    var (rest, below) = (values, below)
    for (value, count) in apart {
      let less = rest.filter { $0 < value }[...]
      let more = rest.filter { $0 > value }[...]
      below = append(.values(less), less.count, from: below)
      below = append(.same(value), count + rest.count - less.count - more.count, from: below)
      rest = more
    }
    _ = append(.values(rest), rest.count, from: below)
  }

  private mutating func append(_ content: Content, _ count: Int, from below: Int) -> Int {
    if count > 0 { parts.append(Part(content: content, ranks: below..<below + count)) }
    return below + count
  }

  /// The values at ranks, which are sorted and all lie in parts that were added.
  func orderStatistics(_ ranks: [Int]) -> [Int: Double] {
    var result: [Int: Double] = [:]
    var rest = ranks[...]
    for part in parts {
      rest = rest.drop { $0 < part.ranks.lowerBound }
      let own = rest.prefix { $0 < part.ranks.upperBound }
      guard !own.isEmpty else { continue }
      switch part.content {
      case .same(let value): for rank in own { result[rank] = value }
      case .values(let values):
        let found = values.withUnsafeBufferPointer {
          Quantiles.orderStatistics(own, of: $0, offset: part.ranks.lowerBound)
        }
        result.merge(found) { first, _ in first }
      }
    }
    return result
  }

  /// Calls for every value above a number, with how often it stands there; in the order of the parts.
  func forEach(above number: Double, _ body: (_ value: Double, _ times: Int) -> Void) {
    for part in parts {
      switch part.content {
      case .same(let value): if value > number { body(value, part.ranks.count) }
      case .values(let values): for value in values where value > number { body(value, 1) }
      }
    }
  }
}
