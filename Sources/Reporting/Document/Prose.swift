import Tabular

/// Text in which figures keep what they are: `"shares of \(figure)"`.
///
/// Words are written as string literals, figures as interpolations; joined with `+` or by `Prose(part, part)`.
/// What is interpolated otherwise is words.
struct Prose: Sendable, Hashable {
  private(set) var pieces: [Piece]

  enum Piece: Sendable, Hashable {
    case words(String)
    case figure(Figure)

    var text: String {
      switch self {
      case .words(let text): text
      case .figure(let figure): figure.text
      }
    }
  }

  /// Parts in a row.
  init(_ parts: Prose...) { pieces = parts.flatMap(\.pieces) }

  /// Words that hold no figure.
  init(plain text: String) { pieces = text.isEmpty ? [] : [.words(FreeText.shown(text))] }

  init(_ figure: Figure) { pieces = [.figure(figure)] }

  /// As a reader sees it.
  var text: String { pieces.map(\.text).joined() }

  var isEmpty: Bool { pieces.allSatisfy { $0.text.isEmpty } }

  /// In capitals, figures with it.
  func uppercased() -> Prose {
    var copy = self
    copy.pieces = pieces.map { piece in
      switch piece {
      case .words(let text): .words(text.uppercased())
      case .figure(let figure): .figure(Figure(figure.text.uppercased(), figure.origin))
      }
    }
    return copy
  }

  static func + (left: Prose, right: Prose) -> Prose { Prose(left, right) }
}

extension Prose: ExpressibleByStringInterpolation {
  init(stringLiteral text: String) { self.init(plain: text) }

  init(stringInterpolation parts: StringInterpolation) { pieces = parts.pieces }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    mutating func appendLiteral(_ text: String) { pieces += Prose(plain: text).pieces }
    mutating func appendInterpolation(_ prose: Prose) { pieces += prose.pieces }
    mutating func appendInterpolation(_ figure: Figure) { pieces.append(.figure(figure)) }
    mutating func appendInterpolation(_ value: some CustomStringConvertible) { appendLiteral("\(value)") }
  }
}

/// A printed number, or words that stand for one, and what it is.
struct Figure: Sendable, Hashable {
  /// As it is shown.
  let text: String
  let origin: Origin

  init(_ text: String, _ origin: Origin) { (self.text, self.origin) = (FreeText.shown(text), origin) }
}

extension String {
  /// This text as a figure: `Number.units(cents).figure(of: origin)`.
  func figure(of origin: Origin) -> Prose { Prose(Figure(self, origin)) }
}

extension Sequence<Prose> {
  /// `a, b and c`.
  var list: Prose {
    let all = Array(self)
    guard all.count > 1, let last = all.last else { return all.first ?? Prose() }
    return Prose(all.dropLast().joined(by: ", "), " and ", last)
  }

  func joined(by separator: Prose = "") -> Prose {
    var result = Prose()
    for (index, part) in enumerated() { result = index == 0 ? part : Prose(result, separator, part) }
    return result
  }
}
