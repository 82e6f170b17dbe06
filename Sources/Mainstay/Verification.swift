import Decisions
import Finance
import FoundationEssentials
import Records
public import Reporting
import Scenarios
import Tabular

/// A report made again from its `run.json`, to be compared with what lies in its folder.
public struct Verification: Sendable {
  public let manifest: RunManifest
  /// The folder of the book it rests on.
  public let bookFolder: String
  private let folder: BookFolder
  /// The file of a prior of the run's own.
  private let prior: String?

  /// Reads the manifest of the report in `path` and finds its book: `book`, else `Scenarios/<centre>` below the
  /// working folder, else beside the `Reports` folder the report lies in.
  /// - Throws: `FolderError` where either is not there or not to be trusted.
  public init(_ path: String, book: String?, prior: String? = nil) throws(FolderError) {
    manifest = try RunManifest.read(folder: path)
    self.prior = prior
    if prior == nil, manifest.hasOwnPrior {
      throw FolderError(
        "\(path): made with the prior '\(manifest.prior)' of a file of its own; name the file with --prior")
    }
    guard let folder = BookFolder(path: path) else { throw FolderError("\(path): there is no such folder") }
    self.folder = folder
    let own = "Scenarios/\(manifest.centre)"
    let places = book.map { [$0] } ?? [own, "\(path)/../../../\(own)"]
    guard let found = places.first(where: { FolderContents.isFolder($0) == true }) else {
      throw FolderError(
        book.map { "\($0): there is no such folder; name that of the book" }
          ?? "the book '\(manifest.centre)' is not in \(own); name its folder with --book")
    }
    bookFolder = found
  }

  /// The scenario on its book as they stand now, with everything else as the report had it.
  /// - Throws: what `MainJob.prepare` throws.
  public func prepare() throws -> PreparedRun {
    let scenario = manifest.scenarios.map { "\(bookFolder)/\($0).yaml" }.joined(separator: "+")
    let overrides = ScenarioOverrides(
      asOf: CalendarDate(iso: manifest.asOf), seed: manifest.seed, paths: manifest.paths,
      horizon: manifest.horizon)
    return try MainJob(scenario: scenario, overrides: overrides, threads: 1, prior: prior).prepare()
  }

  /// One line for every input that is not what the report was made from.
  public func changedInputs(_ run: PreparedRun) -> [String] {
    let inputs = run.assumptions.book.inputs + run.assumptions.scenario.files + battery(run)
    let now = Dictionary(inputs.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    let before = Dictionary(
      manifest.inputs.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    return Set(now.keys).union(before.keys).sorted().compactMap { name in
      guard let old = before[name] else { return "\(name): was not there when the report was made" }
      guard let new = now[name] else { return "\(name): is there no more" }
      return old == new ? nil : "\(name): changed since the report was made"
    }
  }

  /// The book's own battery of shocks, where the report tells of it.
  private func battery(_ run: PreparedRun) -> [Book.InputFile] {
    guard !formats.isDisjoint(with: ReportFormat.stressed), StressJob.tells(of: run.assumptions),
      let input = BatteryReader.input(folder: bookFolder)
    else { return [] }
    return [input]
  }

  /// The formats the report was written in.
  public var formats: Set<ReportFormat> { ReportFormat.formats(of: manifest.files.map(\.name)) }

  /// The report made again with the files it had: an older one had none that later versions add.
  /// - Throws: what the JSON encoder throws.
  public func asWritten(_ report: Report) throws -> Report {
    let added = ReportFormat.addedLater.subtracting(manifest.files.map(\.name))
    return try report.only(Set(report.files.map(\.name)).subtracting(added))
  }

  /// Compares a file made again with the folder's, a packed one by its parts; one that need not be kept and is not
  /// there, with the digest in `run.json`.
  public func compare(_ file: ReportFile) -> FileComparison {
    let reading = folder.read(file.name, limit: 1 << 30)
    if case .absent = reading, ReportFormat.neverKept.contains(file.name),
      let listed = manifest.files.first(where: { $0.name == file.name })
    {
      return FileComparison(name: file.name, verdict: listed == file.listing ? .sameDigest : .otherDigest)
    }
    return FileComparison(name: file.name, reading, made: file.bytes)
  }

  /// Files the manifest lists and this run does not make.
  public func unmade(_ report: Report) -> [FileComparison] {
    let made = Set(report.files.map(\.name))
    return manifest.files.map(\.name).filter { !made.contains($0) }
      .map { FileComparison(name: $0, verdict: .notMade) }
  }
}

/// How a file of a report's folder compares with the one made again.
public struct FileComparison: Sendable, Hashable, CustomStringConvertible {
  public let name: String
  public let verdict: Verdict

  /// What the comparison comes to.
  public enum Verdict: Sendable, Hashable {
    case same
    /// The first line, from 1, in which they differ.
    case differs(line: Int)
    /// The first part of a packed file, by name, in which they differ.
    case differsInPart(String)
    case missing
    /// Not there, and need not be: made again it has the digest that `run.json` lists, or another.
    case sameDigest
    case otherDigest
    /// Listed by the manifest, made by no run of this version.
    case notMade
    /// Why the file was not read.
    case refused(String)
  }

  init(name: String, verdict: Verdict) { (self.name, self.verdict) = (name, verdict) }

  init(name: String, _ reading: BookFolder.Reading, made: [UInt8]) {
    let verdict: Verdict =
      switch reading {
      case .absent: .missing
      case .refused(let why): .refused(why)
      case .bytes(let bytes): FileComparison.compare(bytes, made)
      }
    self.init(name: name, verdict: verdict)
  }

  public var isSame: Bool { verdict == .same || verdict == .sameDigest }

  public var description: String {
    switch verdict {
    case .same: "\(name): same"
    case .differs(let line): "\(name): differs (line \(line))"
    case .differsInPart(let part): "\(name): differs (in its part \(part))"
    case .missing: "\(name): missing"
    case .sameDigest: "\(name): same (not kept here; made again it has the SHA-256 of run.json)"
    case .otherDigest: "\(name): differs (not kept here; made again it has another SHA-256 than in run.json)"
    case .notMade: "\(name): differs (this version makes no such file)"
    case .refused(let why): "\(name): \(why)"
    }
  }

  private static func compare(_ found: [UInt8], _ made: [UInt8]) -> Verdict {
    if found == made { return .same }
    if let parts = PackedParts(made) {
      guard let others = PackedParts(found) else { return .refused("is no workbook, or a damaged one") }
      return parts.firstDifference(from: others).map { .differsInPart($0) } ?? .same
    }
    let common = zip(found, made).prefix { $0 == $1 }
    return .differs(line: 1 + common.count { $0.0 == UInt8(ascii: "\n") })
  }
}
