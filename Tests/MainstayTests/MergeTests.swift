import Foundation
import Testing

@testable import Mainstay

@Suite("The report of shards") struct MergeTests {
  private let shards: Shards

  init() throws { shards = try Shards() }

  private func texts(_ report: Report) -> [String] { report.files.map { "\($0.name)\n\($0.text)" } }

  @Test("is that of the single run, byte for byte, for any number of shards in any order")
  func same() throws {
    let single = try MainJob(scenario: shards.scenario, overrides: shards.overrides(), threads: 2).run()
    for count in [1, 2, 3, 7] {
      let names = (1...count).map { "\($0)-of-\(count).partial" }
      for (index, name) in names.enumerated() { try shards.make("\(index + 1)/\(count)", as: name) }
      for order in [names, names.reversed(), Array(names[(count / 2)...] + names[..<(count / 2)])] {
        let job = try MergeJob(
          files: order.map(shards.folder.path), scenario: shards.scenario, prior: nil, threads: 3)
        #expect(texts(try job.report(try job.prepare())) == texts(single))
      }
    }
  }

  @Test("a shard has the same bytes whatever the number of threads")
  func threads() throws {
    let bytes = try (1...3).map { threads in
      try shards.bytes(
        String(
          try shards.make("1/1", as: "\(threads).partial", threads: threads).split(separator: "/").last ?? "")
      )
    }
    #expect(bytes[0] == bytes[1] && bytes[0] == bytes[2])
  }

  @Test("a prior of the run's own is asked for, and held to its digest")
  func prior() throws {
    let text = try JSONText.write(ReferenceClasses.plainForTests)
    try shards.folder.write(text, to: "own.json")
    let own = shards.folder.path("own.json")
    try shards.make("1/1", as: "a.partial", prior: own)
    #expect(
      shards.refusal(["a.partial"])
        == "a.partial: made with the prior 'plain' of a file elsewhere; name it with --prior")
    #expect(shards.refusal(["a.partial"], prior: own) == nil)
    try shards.folder.write(text + " ", to: "own.json")
    #expect(shards.refusal(["a.partial"], prior: own)?.contains("SHA-256 of own.json was ") == true)
  }
}

extension ReferenceClasses {
  fileprivate static var plainForTests: GivingPrior { .plain }
}
