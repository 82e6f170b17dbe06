import Finance
import Tabular

/// The brief as plain text of 96 columns, about two printed pages.
struct BriefText {
  private let paper: BriefPaper
  private static let width = TextWidth.page

  init(_ paper: BriefPaper) { self.paper = paper }

  var text: String { lines.map { $0 + "\n" }.joined() }

  /// How a brief in text begins.
  static func opening(_ words: BriefWords) -> String { words(.kind) + words.colon }

  private var lines: [String] {
    var lines = wrap("\(paper.kind)\(paper.colon)\(paper.centre)")
    lines.append(String(repeating: "=", count: BriefText.width))
    lines += wrap(paper.standing) + wrap(paper.status)
    if let indicative = paper.indicative { lines += wrap(indicative) }
    for section in paper.sections {
      lines += [""] + wrap(section.heading.uppercased())
      for block in section.blocks { lines += render(block) }
    }
    return lines + [""] + wrap(paper.disclaimer)
  }

  private func wrap(_ text: String, first: String = "", rest: String = "") -> [String] {
    LineBreaker.lines(text, width: BriefText.width, first: first, rest: rest)
  }

  private func render(_ block: BriefPaper.Block) -> [String] {
    switch block {
    case .paragraph(let text): wrap(text)
    case .points(let texts): texts.flatMap { wrap($0, first: "- ", rest: "  ") }
    case .names(let texts): wrap(texts.joined(separator: paper.language == .english ? "; " : "；"))
    case .decision(let opening, let paragraphs):
      wrap(opening)
        + paragraphs.enumerated().flatMap { index, text in
          wrap(text, first: "(\(BriefPaper.letter(index))) ", rest: "    ")
        }
    case .table(let table): render(table)
    case .picture(let picture): render(picture)
    case .sources(let texts):
      texts.enumerated().flatMap { index, text in
        let mark = TextWidth.pad("[\(index + 1)]", to: 5, right: true)
        return wrap(text, first: mark, rest: "     ")
      }
    }
  }

  // MARK: Tables

  private func render(_ table: BriefPaper.Table) -> [String] {
    let all = [table.columns] + table.rows.map(\.cells)
    var widths = table.columns.indices.map { column in all.map { TextWidth.of($0[column]) }.max() ?? 0 }
    let excess = widths.reduce(0, +) + 2 * (widths.count - 1) - BriefText.width
    if excess > 0 { widths[0] = max(12, widths[0] - excess) }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        TextWidth.pad(cells[column], to: widths[column], right: column < table.words)
      }
      return BriefText.trimmed(padded.joined(separator: "  "))
    }
    // A label too long for its column goes on in lines above its figures.
    func lines(_ cells: [String]) -> [String] {
      let label = LineBreaker.lines(cells[0], width: widths[0], first: "", rest: "  ")
      return label.dropLast() + [line([label.last ?? ""] + cells.dropFirst())]
    }
    return lines(table.columns) + [rule]
      + table.rows.flatMap { row in (row.isTotal ? [rule] : []) + lines(row.cells) }
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  // MARK: The picture

  /// Columns of the longest bar.
  private static let span = 56

  private func render(_ drawn: BriefPaper.DrawnPicture) -> [String] {
    let picture = drawn.picture
    let bases = picture.bars.map { drawn.basis($0.basis) }
    let width = bases.map(TextWidth.of).max() ?? 0
    let amounts = picture.bars.map { drawn.amount($0.total) }
    let digits = amounts.map(TextWidth.of).max() ?? 0
    let bars = picture.bars.indices.map { index in
      let basis = TextWidth.pad(bases[index], to: width, right: true)
      let amount = TextWidth.pad(amounts[index], to: digits, right: false)
      return BriefText.trimmed("\(picture.bars[index].year) \(basis) \(amount) \(bar(index, of: picture))")
    }
    return wrap("\(drawn.title)\(paper.colon)\(legend(drawn))") + bars + wrap(drawn.note)
  }

  private func legend(_ drawn: BriefPaper.DrawnPicture) -> String {
    let host = drawn.picture.hasHost ? ["# \(drawn.host)"] : []
    let plan = drawn.picture.hasPlan ? ["| \(drawn.plan)"] : []
    return (host + ["+ \(drawn.others)"] + plan).joined(separator: "  ")
  }

  private func bar(_ index: Int, of picture: BriefPicture) -> String {
    let bar = picture.bars[index]
    guard picture.largest > 0 else { return "" }
    func columns(_ cents: Double) -> Int {
      Int((cents / picture.largest * Double(BriefText.span)).rounded())
    }
    let (host, total) = (columns(bar.host), columns(bar.total))
    var cells = Array(repeating: Character("#"), count: host)
    cells += Array(repeating: Character("+"), count: max(0, total - host))
    if let plan = bar.plan, plan > 0 {
      let place = max(0, columns(plan) - 1)
      cells += Array(repeating: Character(" "), count: max(0, place + 1 - cells.count))
      cells[place] = "|"
    }
    return String(cells)
  }
}

extension BriefPaper {
  /// `a` for the first paragraph of a decision.
  static func letter(_ index: Int) -> String { String(UnicodeScalar(UInt8(97 + index))) }
}
