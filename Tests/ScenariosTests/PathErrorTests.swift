import Foundation
import Records
import Scenarios
import Testing

@Suite("Errors of places") struct PathErrorTests {
  @Test("a path that is no scenario's")
  func paths() throws {
    let folder = try TemporaryFolder(["baseline.yaml": standalone(), "centre.yaml": ""])
    #expect(
      folder.messages("baseline.yml") == [
        "book/baseline.yml:1: error: 'baseline.yml' is not a scenario file; name a file that ends in .yaml"
      ])
    #expect(
      folder.messages("centre.yaml") == [
        "book/centre.yaml:1: error: centre.yaml describes the book and is no scenario; "
          + "name another file of its folder"
      ])
    #expect(
      folder.messages("Base line.yaml") == [
        "book/Base line.yaml:1: error: scenario name 'Base line' is not an identifier; "
          + "name the file with 1 to 64 small letters, digits and hyphens, such as half-collected.yaml"
      ])
    #expect(
      folder.messages("baselin.yaml") == [
        "book/baselin.yaml:1: error: scenario 'baselin' is unknown; did you mean 'baseline'?"
      ])
    #expect(
      folder.messages("xyz.yaml") == [
        "book/xyz.yaml:1: error: scenario 'xyz' is unknown; expected one of baseline"
      ])
  }

  @Test("a folder that is not there, and scenarios of two folders")
  func folders() throws {
    let folder = try TemporaryFolder(["a.yaml": standalone()])
    #expect(
      folder.messages("absent/a.yaml").map { $0.replacingOccurrences(of: folder.folder.path, with: "book") }
        == [
          "book/absent/a.yaml:1: error: there is no folder 'book/absent'; correct the path"
        ])
    #expect(
      folder.messages("a.yaml", "../b.yaml") == [
        "book/../b.yaml:1: error: this lies in 'book/..' and the first scenario in 'book'; "
          + "combine scenarios of one folder"
      ])
    #expect(folder.messages("./a.yaml") == [])
  }

  @Test(
    "extends stays in its folder",
    arguments: [
      (
        "../other/baseline",
        "extends '../other/baseline' names a path; scenarios stay in their folder: copy the scenario and write its name alone"
      ),
      ("baseline.yaml", "extends 'baseline.yaml' names a file; write the scenario's name alone: 'baseline'"),
      (
        "Base line",
        "extends 'Base line' is not an identifier; write the name of a scenario of this folder without .yaml"
      ),
      ("centre", "extends 'centre' names the book and no scenario; name another file of the folder"),
      ("baselin", "scenario 'baselin' is unknown; did you mean 'baseline'?"),
    ])
  func extends(parent: String, expected: String) throws {
    let folder = try TemporaryFolder([
      "baseline.yaml": standalone(), "a.yaml": "title: A\nextends: \(parent)\n",
    ])
    #expect(
      folder.messages("a.yaml").filter { $0.contains("extends") || $0.contains("scenario") }
        == ["book/a.yaml:2: error: \(expected)"])
  }

  @Test("a link that leads out of the folder is refused, one within it is followed")
  func links() throws {
    let folder = try TemporaryFolder(["a.yaml": "title: A\nextends: out\n", "in.yaml": standalone()])
    try folder.write(standalone(), to: "../outside.yaml")
    try folder.link("out.yaml", to: "../outside.yaml")
    try folder.link("inner.yaml", to: "in.yaml")
    #expect(
      folder.messages("a.yaml") == [
        "book/out.yaml:1: error: the link leads out of the book's folder; put a copy of the file here"
      ])
    #expect(folder.messages("inner.yaml") == [])
  }

  @Test("the name of a combination is an identifier too")
  func longName() throws {
    let (first, second) = (String(repeating: "a", count: 40), String(repeating: "b", count: 40))
    let folder = try TemporaryFolder(["\(first).yaml": standalone(), "\(second).yaml": standalone()])
    #expect(
      folder.messages("\(first).yaml", "\(second).yaml") == [
        "book/\(second).yaml:1: error: the combination's name '\(first)--\(second.prefix(18))...' has 82 characters, "
          + "more than 64; shorten the names of the files"
      ])
  }
}

/// The books of the repository.
let shippedBooks = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Scenarios")
