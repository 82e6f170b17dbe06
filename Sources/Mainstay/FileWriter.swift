import FoundationEssentials
import Glibc
import Reporting

/// Writes a set of files so that none of them is ever half written.
struct FileWriter {
  let folder: String

  /// Writes every file beside its place and renames them when all are complete, the last one last. Where
  /// anything fails, what stood there before is still there.
  func write(_ files: [ReportFile]) throws(FolderError) {
    try makeFolder()
    var written: [String] = []
    do throws(FolderError) {
      for file in files {
        written.append(temporary(file.name))
        try FileWriter.write(file.bytes, to: temporary(file.name))
      }
      for file in files {
        guard rename(temporary(file.name), place(file.name)) == 0 else {
          throw FileWriter.failure(place(file.name))
        }
      }
    } catch {
      for path in written { unlink(path) }
      throw error
    }
  }

  private func place(_ name: String) -> String { "\(folder)/\(name)" }
  private func temporary(_ name: String) -> String { "\(folder)/.\(name).partial-\(getpid())" }

  private func makeFolder() throws(FolderError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw FolderError("\(folder): the folder cannot be made; name another one or allow writing there")
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(FolderError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + done, $0.count - done) }
      if count < 0 {
        let error = failure(path)
        close(descriptor)
        throw error
      }
      done += count
    }
    guard close(descriptor) == 0 else { throw failure(path) }
  }

  /// What the system says about the last call.
  private static func failure(_ path: String) -> FolderError {
    let reason = String(cString: strerror(errno)).lowercased()
    return FolderError("\(path): cannot be written (\(reason)); free space or name another folder")
  }
}
