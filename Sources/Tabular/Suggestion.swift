/// The candidate nearest to a word that was probably misspelt, or `nil` where none is near.
///
/// Near is an edit distance (insert, delete, replace, swap neighbours; letters without regard to case) of at
/// most a third of the longer word, and at least 1. The earliest of equally near candidates wins.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let target = comparable(word)
  guard !target.isEmpty, target.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let letters = comparable(candidate)
    let limit = max(1, max(target.count, letters.count) / 3)
    guard abs(letters.count - target.count) <= limit else { continue }
    let distance = editDistance(target, letters)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

private func comparable(_ word: String) -> [UInt8] {
  word.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
}

/// Fewest insertions, deletions, replacements and swaps of neighbours that make one word of the other.
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var row = [i + 1]
    for (j, other) in right.enumerated() {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter == other ? 0 : 1))
      if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
