import Finance
public import Giving
import Records
import Reporting
import Tabular
public import Workbench

/// A reference class in a file, as `calibrate` writes it.
public struct PriorFile: Sendable {
  /// As messages print it.
  public let path: String
  public let prior: GivingPrior
  public let sha256: String

  /// Larger files are not read as one.
  static let mostBytes = 4 << 20

  /// Reads a file.
  /// - Throws: `WorkbenchError.table` where there is none, or it holds something else.
  public init(path: String) throws(WorkbenchError) {
    if path == "-" { throw .request("--prior names a file; standard input cannot be recorded in a report") }
    let file = try DataFile(path: path)
    try self.init(bytes: file.bytes, path: file.name)
  }

  init(bytes: [UInt8], path: String) throws(WorkbenchError) {
    guard bytes.count <= PriorFile.mostBytes,
      let prior = try? JSONText.read(GivingPrior.self, from: String(decoding: bytes, as: UTF8.self))
    else {
      throw PriorFile.refusal(
        path, "this is no reference class that this version reads; make one with mainstay calibrate")
    }
    if let fault = PriorFile.fault(of: prior) {
      throw PriorFile.refusal(path, "\(fault); make the file again with mainstay calibrate")
    }
    (self.path, self.prior, sha256) = (path, prior, SHA256.hexDigest(of: bytes))
  }

  private static func refusal(_ path: String, _ what: String) -> WorkbenchError {
    var problems = Problems()
    problems.error(SourceLocation(file: path, line: 1), what)
    return .table(problems)
  }

  private static func fault(of prior: GivingPrior) -> String? {
    if !Identifier.isValid(prior.name) {
      return "its name is not one of small letters, digits and hyphens, at most 64"
    }
    return PriorName.fault(ofSource: prior.source).map { "its source \($0)" } ?? prior.fault
  }

  /// As a run's inputs list it.
  var input: Book.InputFile {
    Book.InputFile(name: path.split(separator: "/").last.map { String($0) } ?? path, sha256: sha256)
  }
}

extension CalibrationReport {
  /// The set as a file of ours: sorted keys, shortest round-trip decimals.
  public func json() throws -> String { try JSONText.write(prior) }

  /// Refuses a path where something else stands than an earlier reference class.
  /// - Throws: `FolderError`.
  public static func checkMayWrite(to path: String) throws(FolderError) {
    guard !path.isEmpty else { throw FolderError("--output is empty; name a file") }
    guard let isFolder = FolderContents.isFolder(path) else { return }
    guard !isFolder else { throw FolderError("\(path): is a folder; name a file with --output") }
    if (try? PriorFile(path: path)) == nil {
      throw FolderError("\(path): holds something else than a reference class; name another file")
    }
  }

  /// Writes the set beside its place, then renames: the file is never half written.
  /// - Throws: `FolderError`; what stood there before is still there.
  public func write(to path: String) throws {
    try CalibrationReport.checkMayWrite(to: path)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let place = parts.count == 1 ? "." : folder.isEmpty ? "/" : folder
    try FileWriter(folder: place).write([ReportFile(name: String(parts[parts.count - 1]), text: json())])
  }
}
