/// The known name that was most likely meant.
public enum NearestName {
  /// The name with the fewest letters inserted, deleted or replaced, at most a third of the longer word; the earliest
  /// of equals. `nil` where none is so near.
  public static func of(_ word: String, among known: [String]) -> String? { closest(to: word, among: known) }
}

/// The known name with the fewest letters inserted, deleted or replaced, at most a third of the longer word; the
/// earliest of equals. `nil` where none is so near. (The files' own suggestions are made in the Tabular room,
/// which measures know nothing of.)
func closest(to word: String, among known: [String]) -> String? {
  let letters = Array(word.lowercased().utf8.prefix(64))
  var best: (name: String, distance: Int)?
  for name in known {
    let other = Array(name.utf8)
    let distance = editDistance(letters, other)
    let limit = max(1, max(letters.count, other.count) / 3)
    if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var last = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var row = [i + 1]
    for (j, other) in right.enumerated() {
      row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (letter == other ? 0 : 1)))
    }
    last = row
  }
  return last[right.count]
}
