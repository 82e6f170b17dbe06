/// Which factors of a term are coded by contrasts (the first level dropped) and which in full.
///
/// R's rule (`TermCode` and `modelmatrix` in its C sources): a factor of a term is coded by contrasts if
/// what is left of the term without it is empty, or is contained in an earlier term. Without an intercept the
/// first factor of the first term that has one is coded in full. Effects behind `|` count as an intercept.
struct ContrastCoding: Sendable {
  /// For each term the factors coded in full.
  private let full: [Set<Int>]

  /// The coding of terms (ascending variables) of which some variables are factors.
  init(terms: [[Int]], factors: Set<Int>, hasIntercept: Bool) {
    var full: [Set<Int>] = []
    var seen: Set<Int> = []
    for (index, term) in terms.enumerated() {
      full.append(
        Set(
          term.filter { variable in
            let rest = term.filter { $0 != variable }
            return factors.contains(variable)
              && !ContrastCoding.isContained(rest, in: terms[..<index], seen: seen)
          }))
      seen.formUnion(term)
    }
    let first = terms.firstIndex { !factors.isDisjoint(with: $0) }
    if !hasIntercept, let first { full[first].insert(terms[first].first(where: factors.contains)!) }
    self.full = full
  }

  /// Whether a factor has a column for every level in a term.
  func isFull(term: Int, variable: Int) -> Bool { full[term].contains(variable) }

  private static func isContained(_ rest: [Int], in earlier: ArraySlice<[Int]>, seen: Set<Int>) -> Bool {
    if rest.isEmpty { return true }
    if rest.count == 1 { return seen.contains(rest[0]) }
    return earlier.contains { term in term.count >= rest.count && rest.allSatisfy(term.contains) }
  }
}
