import Foundation
import Testing

@Suite("No text names a machine") struct MachinePathTests {
  /// Folders of somebody's machine, put together here so that this file does not name them.
  static let folders = ["work", "root", "home"].map { "/" + $0 + "/" }

  @Test("no file of the repository names a path of the machine it was written on")
  func files() throws {
    let files = Repository.files(below: Repository.root).filter { !MachinePathTests.isLocal($0) }
    #expect(files.count > 100)
    for file in files {
      guard let text = try String(data: Data(contentsOf: file), encoding: .utf8) else { continue }
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      where MachinePathTests.namesMachine(line) {
        Issue.record("\(Repository.name(file)):\(index + 1) names a path of a machine")
      }
    }
  }

  @Test("a path is told from a part of one")
  func pattern() {
    let root = MachinePathTests.folders[0]
    #expect(MachinePathTests.namesMachine("see \(root)file"[...]))
    #expect(MachinePathTests.namesMachine("\(root)file"[...]))
    #expect(!MachinePathTests.namesMachine("https://example.org\(root)file"[...]))
    #expect(!MachinePathTests.namesMachine("frame\(root)file"[...]))
  }

  /// Files that git ignores: they are a machine's own.
  private static func isLocal(_ url: URL) -> Bool {
    let name = url.lastPathComponent
    return name == "Package.resolved" || name == "environment.json" || url.path.contains(".partial-")
  }

  /// Whether a line names one of the folders at the start of a path.
  private static func namesMachine(_ line: Substring) -> Bool {
    folders.contains { folder in
      line.ranges(of: folder).contains { range in
        guard range.lowerBound > line.startIndex else { return true }
        let before = line[line.index(before: range.lowerBound)]
        return !(before.isLetter || before.isNumber || "._-~})".contains(before))
      }
    }
  }
}
