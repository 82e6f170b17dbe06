/// A piece of a formula as it was written: what it says and where it starts.
///
/// The same shape is read as arithmetic (inside functions, left of `~`) or as an algebra of terms.
struct Expression: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case number(String)
    case name(String)
    indirect case call(String, Expression)
    indirect case parentheses(Expression)
    indirect case signed(Operator, Expression)
    /// Flat, so that a thousand addends are not a thousand levels deep.
    indirect case sum(Expression, [Addend])
    indirect case binary(Operator, Expression, Expression)
  }

  struct Addend: Sendable, Equatable {
    let sign: Operator
    let value: Expression
  }

  enum Operator: Character, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case colon = ":"
    case power = "^"

    /// What binds closer is higher, as in R; a sign binds closer than `:` and looser than `^`.
    var precedence: Int {
      switch self {
      case .plus, .minus: 1
      case .times, .over: 2
      case .colon: 3
      case .power: 5
      }
    }

    static let signPrecedence = 4

    var isSign: Bool { self == .plus || self == .minus }
  }

  let kind: Kind
  /// The character of the formula at which it starts, from 1.
  let place: Int
  /// Levels of brackets and operators inside.
  let depth: Int

  init(_ kind: Kind, place: Int) {
    self.kind = kind
    self.place = place
    depth =
      switch kind {
      case .number, .name: 1
      case .call(_, let inner), .parentheses(let inner), .signed(_, let inner): inner.depth + 1
      case .sum(let first, let rest): rest.reduce(first.depth) { max($0, $1.value.depth) } + 1
      case .binary(_, let left, let right): max(left.depth, right.depth) + 1
      }
  }
}

extension Expression {
  /// The columns it reads, from left to right, with their places.
  var columns: [(name: String, place: Int)] {
    switch kind {
    case .number: []
    case .name(let name): [(name, place)]
    case .call(_, let inner), .parentheses(let inner), .signed(_, let inner): inner.columns
    case .sum(let first, let rest): first.columns + rest.flatMap(\.value.columns)
    case .binary(_, let left, let right): left.columns + right.columns
    }
  }

  /// The number it is without any column, by signs and brackets alone.
  var wholeNumber: Int? {
    switch kind {
    case .number(let text): Double(text).flatMap(Int.init(exactly:))
    case .parentheses(let inner): inner.wholeNumber
    case .signed(let sign, let inner): inner.wholeNumber.map { sign == .minus ? -$0 : $0 }
    default: nil
    }
  }
}
