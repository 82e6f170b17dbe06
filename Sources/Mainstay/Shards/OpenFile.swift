import Glibc

/// A file that is open, closed with the value. What is read or written names its place, so that threads may share it.
final class OpenFile: Sendable {
  let path: String
  private let descriptor: Int32

  /// Opens a file to read it.
  /// - Throws: `FolderError` where there is none, or something that is no file.
  init(reading path: String) throws(FolderError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw OpenFile.unread(path, "correct its name or allow reading it") }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FolderError("\(path): is no file; name files that mainstay simulate wrote")
    }
  }

  /// Makes a file that was not there.
  /// - Throws: `FolderError`.
  init(making path: String) throws(FolderError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OpenFile.unwritten(path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func size() throws(FolderError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw OpenFile.unread(path, "check the disk") }
    return Int(status.st_size)
  }

  /// So many bytes from a place.
  /// - Throws: `FolderError` where there are not so many.
  func read(_ count: Int, at offset: Int) throws(FolderError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count, let base = buffer.baseAddress {
        let got = pread(descriptor, base + done, count - done, off_t(offset + done))
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        guard got > 0 else { return }
        done += got
      }
    }
    guard code == 0 else {
      errno = code
      throw OpenFile.unread(path, "check the disk")
    }
    guard bytes.count == count else {
      throw FolderError(
        "\(path): ends at byte \(offset + bytes.count) while it is read; simulate the shard again")
    }
    return bytes
  }

  /// Writes bytes at a place.
  /// - Throws: `FolderError`.
  func write(_ bytes: [UInt8], at offset: Int) throws(FolderError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        pwrite(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw OpenFile.unwritten(path) }
      done += count
    }
  }

  /// Waits until the disk holds what was written.
  /// - Throws: `FolderError`.
  func synchronize() throws(FolderError) {
    guard fsync(descriptor) == 0 else { throw OpenFile.unwritten(path) }
  }

  private static func unread(_ path: String, _ wayOut: String) -> FolderError {
    failure(path, "cannot be read", wayOut)
  }

  static func unwritten(_ path: String) -> FolderError {
    failure(path, "cannot be written", "free space or name another place with --partial")
  }

  /// What the system says about the last call.
  private static func failure(_ path: String, _ what: String, _ wayOut: String) -> FolderError {
    FolderError("\(path): \(what) (\(String(cString: strerror(errno)).lowercased())); \(wayOut)")
  }
}
