#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The folder of a book, through which alone its files are reached: nothing outside it is read.
public struct BookFolder: Sendable {
  /// The folder as the user named it.
  public let path: String
  private let realPath: String

  /// `nil` where there is no such folder.
  public init?(path: String) {
    guard let real = BookFolder.resolved(path), FileStatus(path: real)?.isFolder == true else { return nil }
    (self.path, realPath) = (path, real)
  }

  /// What reading a file came to.
  public enum Reading: Sendable {
    case bytes([UInt8])
    case absent
    /// Why it is not read.
    case refused(String)
  }

  /// A file's name as messages print it: below the folder as the user named it.
  public func displayName(_ name: String) -> String { BookFolder.displayName(name, in: path) }

  static func displayName(_ name: String, in folder: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Reads a file of at most `limit` bytes; a larger one, and one that a symbolic link leads out of the folder,
  /// is refused before a byte is read.
  public func read(_ name: String, limit: Int) -> Reading {
    let path = realPath + "/" + name
    guard let real = BookFolder.resolved(path) else {
      return FileStatus(linkAt: path) == nil ? .absent : .refused("the link leads nowhere; put the file here")
    }
    guard real.hasPrefix(realPath == "/" ? "/" : realPath + "/") else {
      return .refused("the link leads out of the book's folder; put a copy of the file here")
    }
    guard let status = FileStatus(path: real) else { return .absent }
    guard status.isFile else { return .refused("this is not a file; put a plain file here") }
    guard status.size <= limit else { return .refused(BookFolder.tooLarge(status.size, limit)) }
    return BookFolder.contents(real, limit: limit)
  }

  /// Names of the folder's entries, sorted.
  public func entries() -> [String] {
    guard let handle = opendir(realPath) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func tooLarge(_ size: Int, _ limit: Int) -> String {
    "the file has \(size) bytes, more than the limit of \(limit); split the book or drop rows it does not need"
  }

  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The whole file in one reading; at most one byte beyond `limit` is ever read.
  private static func contents(_ path: String, limit: Int) -> Reading {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .refused("the file cannot be opened; allow reading it") }
    defer { close(descriptor) }
    guard let size = FileStatus(descriptor: descriptor)?.size, size <= limit else {
      return .refused("the file changed while it was read; try again")
    }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = readOn(descriptor, buffer.baseAddress, count, size)
        if got <= 0 {
          failed = got < 0
          break
        }
        count += got
      }
    }
    return failed ? .refused("the file cannot be read; check the disk and its permissions") : .bytes(bytes)
  }
}

/// Reads on at `offset` of the buffer, up to `size` bytes in all.
private func readOn(_ descriptor: Int32, _ base: UnsafeMutablePointer<UInt8>?, _ offset: Int, _ size: Int)
  -> Int
{
  guard let base else { return 0 }
  return read(descriptor, base + offset, size - offset)
}

/// Kind and size of a file.
private struct FileStatus {
  private let status: stat

  var isFile: Bool { status.st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
  var size: Int { Int(status.st_size) }

  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.status = status
  }

  init?(linkAt path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.status = status
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.status = status
  }
}
