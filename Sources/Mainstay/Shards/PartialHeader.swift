import Giving
import Reporting
import Simulation
import Tabular

/// What a partial file says of itself: everything its paths depend on, and which of them it holds.
struct PartialHeader: Codable, Sendable, Equatable {
  /// As `run.json`, less the files that are written from all paths together.
  let run: RunManifest
  /// SHA-256 of `fit.json`.
  let fit: String
  /// The scenario as it was named; `nil` where that leads out of the working folder.
  let scenario: String?
  /// The file of a prior of the run's own; `nil` where there is none, or it leads out of the working folder.
  let prior: String?
  /// From 1.
  let shard: Int
  let shards: Int
  /// The first path it holds, from 0, and how many.
  let firstPath: Int
  let pathCount: Int
  let layout: Layout

  /// What stands in the columns of a block.
  struct Layout: Codable, Sendable, Equatable, CustomStringConvertible {
    let years: Int
    let months: Int
    let funds: Int
    let givers: Int
    let columns: Int

    init(_ layout: PathLayout) {
      (years, months, funds) = (layout.years, layout.months, layout.funds)
      (givers, columns) = (layout.givers, layout.count)
    }

    var description: String {
      "\(columns) columns (\(years) years, \(months) months, \(funds) funds, \(givers) givers)"
    }
  }

  /// That of a part of a prepared run.
  /// - Throws: what the JSON encoder throws.
  init(_ run: PreparedRun, of job: MainJob, shard: Shard) throws {
    let assumptions = run.assumptions
    self.run = RunManifest(
      scenario: assumptions.scenario, book: assumptions.book, prior: assumptions.giving.prior, files: [])
    fit = SHA256.hexDigest(of: Array(try run.fitFile().text.utf8))
    scenario = PlainPath.isBelow(job.scenario) ? job.scenario : nil
    prior = job.prior.flatMap { PlainPath.isBelow($0) ? $0 : nil }
    (self.shard, shards) = (shard.number, shard.count)
    let range = shard.paths(of: assumptions.scenario.paths)
    (firstPath, pathCount) = (range.lowerBound, range.count)
    layout = Layout(PathLayout(assumptions))
  }

  /// `3/16`.
  var name: String { "\(shard)/\(shards)" }
  /// Blocks it holds.
  var blocks: Range<Int> { Shard(shard, of: shards)?.blocks(of: run.paths) ?? 0..<0 }
}

/// Paths named by a file and not by the user.
enum PlainPath {
  /// Whether every file of an argument such as `a/b.yaml+c.yaml` lies below the working folder by its name.
  static func isBelow(_ argument: String) -> Bool {
    (1...1000).contains(argument.utf8.count)
      && !argument.unicodeScalars.contains { $0.properties.generalCategory == .control }
      && argument.split(separator: "+", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && !part.hasPrefix("/") && !part.hasPrefix("~")
          && !part.split(separator: "/").contains("..")
      }
  }
}
