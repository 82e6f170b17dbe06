/// A document by its sections: the title, then what stands under each heading.
struct DocumentSections {
  private(set) var title = Prose()
  private(set) var sections: [Section] = []

  struct Section {
    /// `nil` for what stands between the title and the first heading.
    let heading: Prose?
    var blocks: [Document.Block] = []
  }

  init(_ document: Document) {
    for block in document.blocks {
      switch block {
      case .title(let text): title = text
      case .heading(let text): sections.append(Section(heading: text))
      case .paragraph, .notice, .bullet, .table, .chart:
        if sections.isEmpty { sections.append(Section(heading: nil)) }
        sections[sections.count - 1].blocks.append(block)
      }
    }
  }
}
