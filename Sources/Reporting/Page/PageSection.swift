/// A section as the template takes it.
struct PageSection {
  private let section: DocumentSections.Section
  private let number: Int

  init(_ section: DocumentSections.Section, number: Int) { (self.section, self.number) = (section, number) }

  var context: [String: Any] {
    [
      "id": "section-\(number)", "hasHeading": section.heading != nil, "heading": section.heading?.text ?? "",
      "blocks": blocks,
    ]
  }

  /// Bullets in a row are one list.
  private var blocks: [[String: Any]] {
    var blocks: [[String: Any]] = []
    var bullets: [Prose] = []
    func closeList() {
      guard !bullets.isEmpty else { return }
      blocks.append(["isList": true, "items": bullets.map { ["pieces": PageText.pieces($0)] }])
      bullets = []
    }
    var tables = 0
    for block in section.blocks {
      if case .table = block { tables += 1 }
      if case .bullet(let text) = block {
        bullets.append(text)
      } else {
        closeList()
        blocks += context(block, id: "table-\(number)-\(tables)")
      }
    }
    closeList()
    return blocks
  }

  /// - Parameter id: of a table.
  private func context(_ block: Document.Block, id: String) -> [[String: Any]] {
    switch block {
    case .title, .heading, .bullet: []
    case .paragraph(let text):
      [["isParagraph": true, "isNotice": false, "pieces": PageText.pieces(text)]]
    case .notice(let text):
      [["isParagraph": true, "isNotice": true, "pieces": PageText.pieces(text)]]
    case .table(let table): [PageTable(table, heading: section.heading?.text ?? "", id: id).context]
    case .chart(let chart): [PageChart(chart).context]
    }
  }
}

/// Text as the template takes it: figures with where they stand.
enum PageText {
  static func pieces(_ prose: Prose) -> [[String: Any]] {
    prose.pieces.map { piece in
      switch piece {
      case .words(let text): ["words": text, "isFigure": false]
      case .figure(let figure):
        ["words": figure.text, "isFigure": true, "origin": figure.origin.reference]
      }
    }
  }
}
