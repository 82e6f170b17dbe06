import Glibc
import Tabular

/// The bytes of a table: a file, a pipe, or `-` for standard input.
public struct DataFile: Sendable {
  /// The name as messages print it.
  public let name: String
  public let bytes: [UInt8]

  init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }

  /// Larger files are refused.
  public static let mostBytes = Int(Int32.max)

  /// Reads a whole file.
  /// - Throws: `.table` where there is none, or it cannot be read.
  public init(path: String) throws(WorkbenchError) {
    name = path == "-" ? "standard input" : path
    let start = SourceLocation(file: name, line: 1)
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .table(start, DataFile.refusal(errno)) }
    defer { if path != "-" { close(descriptor) } }
    guard let bytes = DataFile.contents(descriptor) else { throw .table(start, DataFile.refusal(errno)) }
    guard bytes.count <= DataFile.mostBytes else {
      throw .table(start, "the file has more than \(DataFile.mostBytes) bytes; leave out columns or rows")
    }
    self.bytes = bytes
  }

  private static func refusal(_ number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "there is no such file; check the path"
    case EISDIR: "this is a folder; name a CSV file"
    default: "the file cannot be read (\(String(cString: strerror(number)).lowercased())); allow reading it"
    }
  }

  /// Everything up to the end, or to one byte beyond the limit; nil where reading fails.
  private static func contents(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size(descriptor) + 1)
    while bytes.count <= mostBytes {
      let room = max(1 << 16, min(size(descriptor) + 1, mostBytes + 1) - bytes.count)
      var failed = false
      let chunk = [UInt8](unsafeUninitializedCapacity: min(room, 1 << 24)) { buffer, count in
        let got = read(descriptor, buffer.baseAddress!, buffer.count)
        failed = got < 0
        count = max(0, got)
      }
      if failed { return nil }
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
    return bytes
  }

  /// What the system says of a file's size; nothing for a pipe.
  private static func size(_ descriptor: Int32) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return max(0, min(Int(status.st_size), mostBytes))
  }
}
