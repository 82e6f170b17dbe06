import Foundation
import Testing

@testable import Mainstay

@Suite("Where a shard is written") struct PartialWriterTests {
  private let shards: Shards

  init() throws { shards = try Shards() }

  @Test("beside its place until it is complete, and gone where it is given up")
  func whole() throws {
    let job = MainJob(scenario: shards.scenario, overrides: shards.overrides(paths: 4), threads: 1)
    let run = try job.prepare()
    let path = shards.folder.path("new/shard-1.partial")
    do {
      let writer = try SimulateJob(job, shard: #require(Shard("1/1"))).writer(run, to: path)
      let names = try shards.folder.names("new")
      #expect(names.count == 1 && names[0].hasPrefix(".shard-1.partial.partial-"))
      #expect(writer.temporary == shards.folder.path("new/" + names[0]))
    }
    #expect(try shards.folder.names("new").isEmpty)
    try shards.make("1/1", as: "new/shard-1.partial")
    try shards.make("1/1", as: "new/shard-1.partial")
    #expect(try shards.folder.names("new") == ["shard-1.partial"])
  }

  @Test("what is no partial of ours stays")
  func refuses() throws {
    try shards.folder.write("mine", to: "letter.txt")
    try shards.folder.write("", to: "empty")
    for (path, why) in [
      ("letter.txt", "holds something else than a partial; name another file with --partial"),
      ("empty", "holds something else than a partial; name another file with --partial"),
      ("book", "is a folder; name a file with --partial"),
    ] {
      let place = shards.folder.path(path)
      let error = #expect(throws: FolderError.self) { try PartialWriter.checkMayWrite(to: place) }
      #expect(error?.description == "\(place): \(why)")
    }
    for path in ["", "a/", "..", ".", "-", "a/.."] {
      let error = #expect(throws: FolderError.self) { try PartialWriter.checkMayWrite(to: path) }
      #expect(
        error?.description == "--partial '\(path)' names no file; name one, such as shards/shard-1.partial")
    }
    #expect(throws: Never.self) { try PartialWriter.checkMayWrite(to: shards.folder.path("new/c.partial")) }
  }

  @Test("a scenario below the working folder is recorded, one elsewhere is not")
  func places() {
    for path in ["a.yaml", "Scenarios/apctt/a.yaml", "./a/b.yaml+c.yaml", "Länder/ü.yaml", "a..b/c.yaml"] {
      #expect(PlainPath.isBelow(path), "\(path)")
    }
    for path in [
      "/a.yaml", "../a.yaml", "a/../b.yaml", "a.yaml+/b.yaml", "a.yaml+", "", "~/a.yaml", "a\n.yaml",
    ] {
      #expect(!PlainPath.isBelow(path), "\(path)")
    }
  }
}
