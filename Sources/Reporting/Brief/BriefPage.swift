import Mustache
import Records
import Tabular

/// The brief as one self-contained page that prints on two sheets of A4. Everything said is escaped by the template
/// library.
struct BriefPage {
  let html: String

  /// - Throws: `BookError` where the shipped template is broken; a test renders it, so it is not.
  init(_ paper: BriefPaper) throws(BookError) {
    let source = String(decoding: PackageResources.brief_mustache, as: UTF8.self)
    do {
      html = try MustacheTemplate(string: source).render(BriefPage.content(paper))
    } catch {
      let place = SourceLocation(file: "brief.mustache", line: 1)
      throw BookError(problems: [Problem(.error, at: place, "the template cannot be read: \(error)")])
    }
  }

  /// How a page of ours begins.
  static func opening(_ language: BriefLanguage) -> String {
    "<!doctype html>\n<html lang=\"\(language.tag)\" data-paper=\"mainstay-brief\">"
  }

  // MARK: What the template is given

  private static func content(_ paper: BriefPaper) -> [String: Any] {
    var content: [String: Any] = [
      "tag": paper.language.tag, "kind": paper.kind, "colon": paper.colon, "centre": paper.centre,
      "standing": paper.standing,
      "status": paper.status, "disclaimer": paper.disclaimer,
      "sections": paper.sections.map { section in
        ["heading": section.heading, "blocks": section.blocks.enumerated().map { block($0, $1, section) }]
          as [String: Any]
      },
    ]
    if let indicative = paper.indicative { content["indicative"] = ["text": indicative] }
    return content
  }

  private static func block(
    _ index: Int, _ block: BriefPaper.Block, _ section: BriefPaper.Section
  ) -> [String: Any] {
    switch block {
    case .paragraph(let text): ["paragraph": ["text": text, "isNote": index > 0] as [String: Any]]
    case .points(let texts): ["points": ["items": items(texts)]]
    case .names(let texts): ["points": ["items": items(texts), "isNames": true] as [String: Any]]
    case .decision(let opening, let texts):
      ["decision": ["opening": opening, "items": items(texts)] as [String: Any]]
    case .table(let table): ["table": content(table, label: section.heading)]
    case .picture(let drawn): ["picture": BriefDrawing(drawn).content]
    case .sources(let texts): ["sources": ["items": items(texts)]]
    }
  }

  private static func items(_ texts: [String]) -> [[String: Any]] { texts.map { ["text": $0] } }

  private static func content(_ table: BriefPaper.Table, label: String) -> [String: Any] {
    func cells(_ texts: [String]) -> [[String: Any]] {
      texts.enumerated().map { index, text in
        ["text": text, "isWords": index < table.words, "isFirst": index == 0, "isEmpty": text.isEmpty]
          as [String: Any]
      }
    }
    return [
      "label": label, "columns": cells(table.columns),
      "rows": table.rows.map { ["cells": cells($0.cells), "isTotal": $0.isTotal] as [String: Any] },
    ]
  }
}
