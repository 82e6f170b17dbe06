import Finance
public import Judgement
import Records
public import Reporting
import Tabular

/// A run's folder read back: what it told, held to the digests of its `run.json`.
public struct FrozenRun: Sendable {
  public let manifest: RunManifest
  /// SHA-256 of `run.json` itself.
  public let digest: String
  public let forecast: FrozenForecast
  /// What its report answered, sentence by sentence.
  public let answer: [String]

  /// The files an audit rests on.
  public static let files = ["report.txt"] + tables
  private static let tables = [FrozenForecast.contributionsFile, "summary.csv", "statements.csv"]

  /// Largest file that is read, in bytes.
  private static let sizeLimit = 1 << 28

  /// Reads the folder of a run.
  /// - Throws: `FolderError` where it is no run of ours, or a file is missing, changed since the run or not
  ///   readable; both digests are shown.
  public init(folder path: String) throws(FolderError) {
    manifest = try RunManifest.read(folder: path)
    guard let folder = BookFolder(path: path),
      case .bytes(let bytes) = folder.read("run.json", limit: 1 << 20)
    else { throw FolderError("\(path)/run.json: cannot be read; name the folder of a report") }
    digest = SHA256.hexDigest(of: bytes)
    answer = AuditedRun.answer(
      in: String(decoding: try FrozenRun.read("report.txt", folder, manifest), as: UTF8.self))
    var tables = FrozenTables(folder: path)
    for name in FrozenRun.tables { try tables.add(name, FrozenRun.read(name, folder, manifest)) }
    forecast = try tables.forecast(manifest)
  }

  /// A file with the digest of the manifest.
  static func read(
    _ name: String, _ folder: BookFolder, _ manifest: RunManifest
  ) throws(FolderError) -> [UInt8] {
    let place = folder.displayName(name)
    guard let listed = manifest.files.first(where: { $0.name == name }) else {
      throw FolderError(
        "\(place): run.json lists no such file; run the scenario again, with text and csv among the words of "
          + "--format")
    }
    switch folder.read(name, limit: sizeLimit) {
    case .absent: throw FolderError("\(place): not found; run the scenario again, or bring the file back")
    case .refused(let why): throw FolderError("\(place): \(why)")
    case .bytes(let bytes):
      let digest = SHA256.hexDigest(of: bytes)
      guard digest == listed.sha256 else {
        throw FolderError(
          "\(place): changed since the run: its SHA-256 is \(digest), run.json says \(listed.sha256); "
            + "bring the frozen file back, or run the scenario again")
      }
      return bytes
    }
  }
}

extension FolderError {
  /// Problems of a file of a run.
  init(_ problems: Problems) { self.init(problems.text) }
}
