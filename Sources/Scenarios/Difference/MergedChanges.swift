/// The changes of two scenarios in one order in which both keep theirs, so that any mixture of them is a scenario.
///
/// What both say stands once; between two such places what only one of them says is ordered by its subject, whichever of
/// the two is called the first.
struct MergedChanges {
  struct Place {
    /// `nil`: the first scenario does not say it.
    let first: Change?
    let second: Change?

    /// `nil` where both say it.
    var subject: Change.Subject? {
      if first != nil, second != nil { return nil }
      return (first ?? second)?.subject
    }
  }

  private(set) var places: [Place] = []

  init(_ first: [Change], _ second: [Change]) {
    var (i, j) = (0, 0)
    for pair in MergedChanges.common(first, second) + [(first.count, second.count)] {
      addBetween(first[i..<pair.0], second[j..<pair.1])
      if pair.0 < first.count { places.append(Place(first: first[pair.0], second: second[pair.1])) }
      (i, j) = (pair.0 + 1, pair.1 + 1)
    }
  }

  /// Each side in its own order, the smaller subject first.
  private mutating func addBetween(_ first: ArraySlice<Change>, _ second: ArraySlice<Change>) {
    var (first, second) = (first, second)
    while let left = first.first, let right = second.first {
      if right.subject < left.subject {
        places.append(Place(first: nil, second: second.removeFirst()))
      } else {
        places.append(Place(first: first.removeFirst(), second: nil))
      }
    }
    places += first.map { Place(first: $0, second: nil) } + second.map { Place(first: nil, second: $0) }
  }

  /// Indices of the longest common part, in order.
  private static func common(_ first: [Change], _ second: [Change]) -> [(Int, Int)] {
    var longest = Array(
      repeating: Array(repeating: 0, count: second.count + 1), count: first.count + 1)
    for i in first.indices.reversed() {
      for j in second.indices.reversed() {
        longest[i][j] =
          first[i].isSame(as: second[j])
          ? longest[i + 1][j + 1] + 1 : max(longest[i + 1][j], longest[i][j + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < first.count, j < second.count {
      if first[i].isSame(as: second[j]) {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if longest[i + 1][j] >= longest[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  /// The changes that remain where the subjects for which `isSecond` holds are as in the second scenario.
  func changes(isSecond: (Change.Subject) -> Bool) -> [Change] {
    places.compactMap { place in
      guard let subject = place.subject else { return place.first }
      return isSecond(subject) ? place.second : place.first
    }
  }
}
