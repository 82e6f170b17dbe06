import Records
import Reporting

/// A file named with `--output` that is written alone, beside whatever else its folder holds.
struct OneFile {
  let path: String
  private let name: String
  private let folder: String

  init(_ path: String) {
    self.path = path
    name = path.split(separator: "/", omittingEmptySubsequences: false).last.map { String($0) } ?? ""
    let rest = path.count > name.count ? String(path.dropLast(name.count + 1)) : "."
    folder = rest.isEmpty ? "/" : rest
  }

  /// Refuses a folder, and a file that does not begin with `opening`.
  /// - Parameter what: what is written, for the message: `a page of mainstay assess`.
  /// - Throws: `FolderError`.
  func checkMayWrite(over opening: String, what: String) throws(FolderError) {
    guard !name.isEmpty, name != ".", name != "..", FolderContents.isFolder(path) != true else {
      throw FolderError("\(path): is a folder; name a file with --output, such as page.txt")
    }
    guard FolderContents.isFolder(path) == false else { return }
    guard case .bytes(let bytes)? = BookFolder(path: folder)?.read(name, limit: 1 << 28),
      bytes.starts(with: opening.utf8)
    else {
      throw FolderError("\(path): holds something else than \(what); name another file with --output")
    }
  }

  /// Writes beside its place and renames: it is never half written.
  /// - Throws: `FolderError`.
  func write(_ text: String) throws(FolderError) {
    try FileWriter(folder: folder).write([ReportFile(name: name, text: text)])
  }

  /// The same name with another ending.
  func with(ending: String) -> OneFile {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return OneFile(path + ending) }
    return OneFile(String(path.dropLast(name.distance(from: dot, to: name.endIndex))) + ending)
  }
}
