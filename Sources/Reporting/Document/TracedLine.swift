import Tabular

/// A line of a rendered report with the figures that stand on it.
public struct TracedLine: Sendable, Hashable {
  public let text: String
  /// From left to right.
  public let figures: [PlacedFigure]

  init(_ text: String, _ figures: [PlacedFigure] = []) { (self.text, self.figures) = (text, figures) }
}

/// A figure, or the part of it that stands on one line.
public struct PlacedFigure: Sendable, Hashable {
  /// What of it stands on the line.
  public let text: String
  /// Columns of the page, from 1.
  public let columns: ClosedRange<Int>
  public let origin: Origin
}

/// Finds the figures of a text again in the lines it was broken into: a line holds the text's characters in their
/// order, blanks aside, after what it begins with.
struct FigurePlacement {
  private let figures: [Figure]
  /// By character other than a blank: which figure it is of.
  private let owners: [Int?]
  private var next = 0

  init(_ prose: Prose) {
    var figures: [Figure] = []
    var owners: [Int?] = []
    for piece in prose.pieces {
      var owner: Int?
      if case .figure(let figure) = piece {
        owner = figures.count
        figures.append(figure)
      }
      owners += piece.text.unicodeScalars.lazy.filter { $0 != " " }.map { _ in owner }
    }
    (self.figures, self.owners) = (figures, owners)
  }

  /// The figures of the next line.
  /// - Parameters:
  ///   - prefix: what the line begins with that is not of the text.
  ///   - start: column before the line's first, where it stands beside others.
  mutating func place(_ line: String, prefix: String = "", after start: Int = 0) -> [PlacedFigure] {
    guard !figures.isEmpty else { return [] }
    var column = start
    var spans: [(figure: Int, first: Int, last: Int)] = []
    for (index, scalar) in line.unicodeScalars.enumerated() {
      let width = TextWidth.of(String(scalar))
      defer { column += width }
      guard index >= prefix.unicodeScalars.count, scalar != " ", next < owners.count else { continue }
      defer { next += 1 }
      guard let owner = owners[next] else { continue }
      let last = column + max(width, 1)
      if spans.last?.figure == owner {
        spans[spans.count - 1].last = last
      } else {
        spans.append((owner, column + 1, last))
      }
    }
    return spans.map { span in
      PlacedFigure(
        text: FigurePlacement.part(of: line, span.first - start...span.last - start),
        columns: span.first...span.last, origin: figures[span.figure].origin)
    }
  }

  /// The characters of a line between two columns, from 1.
  private static func part(of line: String, _ columns: ClosedRange<Int>) -> String {
    var column = 0
    return String(
      line.filter { character in
        let first = column + 1
        column += TextWidth.of(String(character))
        return columns.contains(first)
      })
  }
}
