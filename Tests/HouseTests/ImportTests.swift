import Foundation
import Testing

@Suite("Imports point downwards") struct ImportTests {
  @Test("the table knows every target, and puts each after those it imports")
  func table() throws {
    #expect(try Repository.targets() == Architecture.rooms.map(\.name).sorted())
    var below: Set<String> = []
    for room in Architecture.rooms {
      #expect(room.own.subtracting(below).isEmpty, "\(room.name) imports what stands above it")
      below.insert(room.name)
    }
  }

  @Test("no source file imports what its room may not", arguments: Architecture.rooms.map(\.name))
  func arrows(name: String) throws {
    let room = try #require(Architecture.rooms.first { $0.name == name })
    let allowed = room.own.union(room.outside)
    for file in Repository.sources(of: name) {
      for line in try Import.all(in: String(contentsOf: file, encoding: .utf8))
      where !allowed.contains(line.module) {
        Issue.record("\(Repository.name(file)):\(line.number): \(name) must not import \(line.module)")
      }
    }
  }

  @Test("LAPACK stays inside its room: CLAPACK is never re-exported or imported publicly")
  func lapack() throws {
    for file in Repository.sources(of: "LinearAlgebra") {
      for line in try Import.all(in: String(contentsOf: file, encoding: .utf8)) where line.module == "CLAPACK"
      {
        let words = Set(line.attributes)
        #expect(
          words.subtracting(["internal", "private", "fileprivate"]).isEmpty, "\(Repository.name(file))")
      }
    }
  }

  @Test("the reader of import lines sees every form")
  func reader() {
    let text = """
      import A
      public import B  // why
        internal import struct C.Inner
      @_exported import D; import E
      @testable @preconcurrency import F.Sub
      // import G
      let text = "import H"
      /* import I */ importance += 1
      """
    let found = Import.all(in: text)
    #expect(found.map(\.module) == ["A", "B", "C", "D", "E", "F"])
    #expect(found.map(\.number) == [1, 2, 3, 4, 4, 5])
    #expect(found[3].attributes == ["@_exported"])
  }
}

/// One import of a source file.
struct Import {
  let module: String
  /// What stands before the word `import`.
  let attributes: [String]
  let number: Int

  private static let modifiers: Set = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let"]

  static func all(in text: String) -> [Import] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      line.split(separator: ";").compactMap { Import($0, number: index + 1) }
    }
  }

  private init?(_ statement: Substring, number: Int) {
    let words = statement.split(whereSeparator: \.isWhitespace).map(String.init)
    let attributes = words.prefix { $0.hasPrefix("@") || Import.modifiers.contains($0) }
    var rest = words.dropFirst(attributes.count)
    guard rest.popFirst() == "import" else { return nil }
    if let kind = rest.first, Import.kinds.contains(kind) { rest.removeFirst() }
    guard let path = rest.first, let module = path.split(separator: ".").first else { return nil }
    (self.module, self.attributes, self.number) = (String(module), Array(attributes), number)
  }
}
