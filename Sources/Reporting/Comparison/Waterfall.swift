/// A start, steps and an end as bars of characters on one scale: `=` for what is there, `+` and `-` for steps.
struct Waterfall {
  let start: Int
  let steps: [Int]
  /// Characters from the smallest to the largest number.
  var width = 34

  /// Of the start, every step and the end; all of one length.
  var bars: [String] {
    let ends = steps.reduce(into: [start]) { $0.append($0[$0.count - 1] + $1) }
    let (low, high) = (min(0, ends.min() ?? 0), max(0, ends.max() ?? 0))
    func bar(_ from: Int, _ to: Int, _ mark: Character) -> String {
      Waterfall.bar(place(from, low, high), place(to, low, high), mark, width)
    }
    let moves = steps.indices.map { index in
      steps[index] == 0
        ? String(repeating: " ", count: width)
        : bar(ends[index], ends[index + 1], steps[index] < 0 ? "-" : "+")
    }
    return [bar(0, start, "=")] + moves + [bar(0, ends[ends.count - 1], "=")]
  }

  private func place(_ value: Int, _ low: Int, _ high: Int) -> Int {
    guard high > low else { return 0 }
    return Int((Double(value - low) / Double(high - low) * Double(width)).rounded())
  }

  /// Characters between two places, one at least.
  static func bar(_ one: Int, _ other: Int, _ mark: Character, _ width: Int) -> String {
    let first = min(one, other, width - 1)
    let count = max(1, max(one, other) - first)
    return String(repeating: " ", count: first) + String(repeating: mark, count: count)
      + String(repeating: " ", count: max(0, width - first - count))
  }
}
