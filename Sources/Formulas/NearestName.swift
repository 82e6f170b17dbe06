/// The name a misspelt one was probably meant to be.
enum NearestName {
  /// The nearest candidate within a third of the longer name (at least one edit), without regard to case;
  /// the earliest of equally near ones.
  static func nearest(to name: String, among candidates: [String]) -> String? {
    let target = Array(name.lowercased())
    guard !target.isEmpty, target.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      // Of a single letter nothing would be left.
      let limit = min(target.count - 1, max(1, max(target.count, letters.count) / 3))
      guard abs(letters.count - target.count) <= limit else { continue }
      let distance = edits(target, letters)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Fewest insertions, deletions, replacements and swaps of neighbours.
  private static func edits(_ left: [Character], _ right: [Character]) -> Int {
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
}
