import Records
import Reporting

/// A file named by the user, into which one text is written.
struct SingleFile {
  private let path: String
  private let beginning: String
  private let what: String
  private let such: String

  /// - Parameters:
  ///   - beginning: how every text of the kind begins: what begins otherwise is another's and not written over.
  ///   - what: the kind, for messages.
  ///   - such: a name that would do.
  init(_ path: String, beginning: String, what: String, such: String) {
    (self.path, self.beginning, self.what, self.such) = (path, beginning, what, such)
  }

  private var name: String {
    path.split(separator: "/", omittingEmptySubsequences: false).last.map { String($0) } ?? ""
  }

  private var folder: String {
    let folder = path.count > name.count ? String(path.dropLast(name.count + 1)) : "."
    return folder.isEmpty ? "/" : folder
  }

  /// - Throws: `FolderError` where the place is a folder, or holds something of another kind.
  func write(_ text: String) throws(FolderError) {
    guard !name.isEmpty, name != ".", name != "..", FolderContents.isFolder(path) != true else {
      throw FolderError("\(path): is a folder; name a file with --output, such as \(such)")
    }
    if FolderContents.isFolder(path) == false {
      guard case .bytes(let bytes)? = BookFolder(path: folder)?.read(name, limit: 1 << 28),
        bytes.starts(with: beginning.utf8)
      else {
        throw FolderError("\(path): holds something else than a \(what); name another file with --output")
      }
    }
    try FileWriter(folder: folder).write([ReportFile(name: name, text: text)])
  }
}
