import Glibc
import Mainstay

/// Standard output for results, standard error for messages.
enum Output {
  /// Writes a result, its headings in bold on a terminal. A reader that has gone away is no error.
  /// - Throws: `FolderError` where the output cannot take it, such as a full disk.
  static func result(_ text: String) throws {
    let failure = write(Emphasis.isOn ? Emphasis.headings(text) : text, to: STDOUT_FILENO)
    guard failure != 0, failure != EPIPE else { return }
    throw FolderError(
      "standard output cannot be written (\(String(cString: strerror(failure)).lowercased())); free space")
  }

  /// Writes a line about what happens.
  static func message(_ text: String) { _ = write(text + "\n", to: STDERR_FILENO) }

  /// Writes to the terminal's message side as it stands.
  static func draw(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Writes all of it; returns the system's error number, 0 for none.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + done, $0.count - done) }
      if count < 0, errno != EINTR { return errno }
      done += max(0, count)
    }
    return 0
  }
}
