/// Reads an expression as terms: sets of variables, crossed and removed as R's `terms()` does.
struct TermAlgebra {
  /// The variables in the order of their appearance.
  private(set) var variables: [Variable] = []
  private(set) var offsets: [Expression] = []
  private(set) var hasIntercept = true

  private let text: String
  private var indices: [String: Int] = [:]
  /// Whether what is read is added (or removed): 0 removes the intercept, and `- 0` gives it back.
  private var isAdding = true
  private var products = 0
  private var crossings = 0

  init(text: String) { self.text = text }

  /// The terms in R's order: by the number of their variables, then as they appear.
  mutating func terms(of expression: Expression) throws(FormulaError) -> [[Int]] {
    let terms = try list(of: expression).terms
    return terms.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
      .map(\.element)
  }

  private mutating func list(of expression: Expression) throws(FormulaError) -> TermList {
    switch expression.kind {
    case .number(let text): return try intercept(text, place: expression.place)
    case .parentheses(let inner): return try list(of: inner)
    case .signed(.minus, let inner):
      _ = try removed(inner)
      return TermList()
    case .signed(_, let inner): return try list(of: inner)
    case .sum(let first, let rest): return try sum(first, rest)
    case .binary(let sign, let left, let right): return try product(sign, left, right)
    case .call("offset", let inner): return try offset(inner, place: expression.place)
    case .name, .call: return try variable(expression)
    }
  }

  private mutating func intercept(_ number: String, place: Int) throws(FormulaError) -> TermList {
    switch Double(number) {
    case 1: hasIntercept = isAdding
    case 0: hasIntercept = !isAdding
    default: throw FormulaError(.numberAsTerm(number), text: text, place: place)
    }
    return TermList()
  }

  private mutating func offset(_ inner: Expression, place: Int) throws(FormulaError) -> TermList {
    guard isAdding, products == 0 else {
      throw FormulaError(.misplaced("offset()"), text: text, place: place)
    }
    try inner.checkArithmetic(text: text)
    offsets.append(inner)
    return TermList()
  }

  private mutating func variable(_ expression: Expression) throws(FormulaError) -> TermList {
    let variable = try Variable(expression, text: text)
    let index = indices[variable.label] ?? variables.count
    if index == variables.count {
      variables.append(variable)
      indices[variable.label] = index
    }
    return TermList([[index]])
  }

  private mutating func removed(_ inner: Expression) throws(FormulaError) -> TermList {
    isAdding.toggle()
    defer { isAdding.toggle() }
    return try list(of: inner)
  }

  private mutating func sum(_ first: Expression, _ rest: [Expression.Addend]) throws(FormulaError) -> TermList
  {
    var result = try list(of: first)
    for addend in rest {
      if addend.sign == .minus {
        let gone = try removed(addend.value)
        try count(result.terms.count, place: addend.value.place)
        result.remove(gone)
      } else {
        result.add(try list(of: addend.value))
      }
      try check(result, place: addend.value.place)
    }
    return result
  }

  private mutating func product(
    _ sign: Expression.Operator, _ left: Expression, _ right: Expression
  ) throws(FormulaError) -> TermList {
    products += 1
    defer { products -= 1 }
    let first = try list(of: left)
    if sign == .power { return try power(first, degree: right) }
    let second = try list(of: right)
    var result = sign == .colon ? TermList() : first
    if sign == .times { result.add(second) }
    // a / b is b within a: a + a:b, with all of a's variables at once.
    let outer = sign == .over ? TermList([Set(first.terms.joined()).sorted()]) : first
    try cross(outer, second, into: &result, place: right.place)
    return result
  }

  /// Crossed with itself until the degree is reached or nothing new comes.
  private mutating func power(_ base: TermList, degree: Expression) throws(FormulaError) -> TermList {
    guard let highest = degree.wholeNumber, highest >= 1 else {
      throw FormulaError(.degree(degree.label), text: text, place: degree.place)
    }
    var result = base
    var last = 0
    var step = 1
    while step < highest, result.terms.count > last {
      last = result.terms.count
      let before = result
      try cross(before, base, into: &result, place: degree.place)
      step += 1
    }
    return result
  }

  private mutating func cross(
    _ left: TermList, _ right: TermList, into result: inout TermList, place: Int
  ) throws(FormulaError) {
    for first in left.terms {
      try count(right.terms.reduce(0) { $0 + $1.count + first.count }, place: place)
      for second in right.terms { result.add(TermAlgebra.union(first, second)) }
      try check(result, place: place)
    }
  }

  /// The variables of two terms, ascending.
  private static func union(_ left: [Int], _ right: [Int]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(left.count + right.count)
    var next = 0
    for variable in left {
      while next < right.count, right[next] < variable {
        result.append(right[next])
        next += 1
      }
      if next < right.count, right[next] == variable { next += 1 }
      result.append(variable)
    }
    return result + right[next...]
  }

  private func check(_ list: TermList, place: Int) throws(FormulaError) {
    guard list.terms.count <= FormulaLimit.terms else {
      throw FormulaError(.tooManyTerms, text: text, place: place)
    }
  }

  private mutating func count(_ work: Int, place: Int) throws(FormulaError) {
    crossings += work
    guard crossings <= FormulaLimit.crossings else {
      throw FormulaError(.tooManyTerms, text: text, place: place)
    }
  }
}

/// Distinct terms in the order of their appearance.
private struct TermList {
  private(set) var terms: [[Int]] = []
  private var known: Set<[Int]> = []

  init(_ terms: [[Int]] = []) {
    for term in terms { add(term) }
  }

  mutating func add(_ term: [Int]) {
    if known.insert(term).inserted { terms.append(term) }
  }

  mutating func add(_ other: TermList) {
    for term in other.terms { add(term) }
  }

  mutating func remove(_ other: TermList) {
    known.subtract(other.terms)
    terms = terms.filter { known.contains($0) }
  }
}
