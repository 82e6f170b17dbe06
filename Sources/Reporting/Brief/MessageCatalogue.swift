import Records
import Tabular

/// The wording of one language: a template for every message, with places named in braces.
struct MessageCatalogue: Sendable {
  /// By key; `KEY-one` is the wording for the number one.
  let templates: [String: String]
  /// What shipped books say, by the book's own words.
  let phrases: [String: String]

  /// - Throws: `BookError` with every message that is missing, unknown or no text; a test reads the shipped files, so
  ///   they are whole.
  init(_ language: BriefLanguage) throws(BookError) {
    switch language {
    case .english:
      try self.init(messages: PackageResources.messages_en_yaml, phrases: nil, file: "messages-en.yaml")
    case .chinese:
      try self.init(
        messages: PackageResources.messages_zh_yaml, phrases: PackageResources.phrases_zh_yaml,
        file: "messages-zh.yaml")
    }
  }

  init(messages: [UInt8], phrases: [UInt8]?, file: String) throws(BookError) {
    var problems = Problems()
    templates = MessageCatalogue.read(messages, file: file, &problems)
    self.phrases = phrases.map { MessageCatalogue.read($0, file: "phrases of \(file)", &problems) } ?? [:]
    for message in BriefMessage.allCases where templates[message.rawValue] == nil {
      problems.error(SourceLocation(file: file, line: 1), "message '\(message.rawValue)' is missing; add it")
    }
    for key in templates.keys.sorted() where MessageCatalogue.message(of: key) == nil {
      problems.error(SourceLocation(file: file, line: 1), "message '\(key)' is used nowhere; take it out")
    }
    if problems.hasErrors { throw BookError(problems) }
  }

  /// The message a key words, for any number or for one.
  static func message(of key: String) -> BriefMessage? {
    BriefMessage(rawValue: key)
      ?? (key.hasSuffix("-one") ? BriefMessage(rawValue: String(key.dropLast(4))) : nil)
  }

  /// The wording of a message, for the number it speaks of where it speaks of one.
  func template(_ message: BriefMessage, count: Int? = nil) -> String {
    (count == 1 ? templates[message.rawValue + "-one"] : nil) ?? templates[message.rawValue] ?? ""
  }

  private static func read(_ bytes: [UInt8], file: String, _ problems: inout Problems) -> [String: String] {
    let entries = StrictYAML.parse(bytes, file: file, &problems)?.entries ?? []
    var read: [String: String] = [:]
    for entry in entries {
      guard let text = entry.value.scalar else {
        problems.error(entry.location, "'\(entry.key)' is no text; write it in quotes")
        continue
      }
      read[entry.key] = text
    }
    return read
  }
}

extension MessageCatalogue {
  /// Pieces of a template: words, and the names of places.
  enum Piece: Equatable {
    case words(String)
    case place(String)
  }

  /// A template taken apart. A brace that is not closed is words.
  static func pieces(_ template: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      pieces.append(.place(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    return rest.isEmpty ? pieces : pieces + [.words(String(rest))]
  }
}
