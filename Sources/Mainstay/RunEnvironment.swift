import FoundationEssentials
import Glibc
public import Reporting

/// `environment.json`: where a report was made. It may differ between equal runs and is never compared.
public struct RunEnvironment: Sendable, Encodable {
  public let version: String
  public let swift: String
  public let threads: Int
  public let cores: Int
  public let processor: String
  public let system: String
  /// File of the OpenBLAS library in use, whose name carries its version.
  public let openblas: String

  public init(threads: Int) {
    version = RunManifest.version
    swift = RunEnvironment.swiftVersion
    self.threads = threads
    cores = RunEnvironment.cores
    processor = RunEnvironment.field("model name", separator: ":", of: "/proc/cpuinfo")
    system = RunEnvironment.field("PRETTY_NAME", separator: "=", of: "/etc/os-release")
    openblas = RunEnvironment.library("openblas")
  }

  /// Cores this process may run on, at least 1.
  public static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// As the file that is written.
  public var file: ReportFile {
    ReportFile(name: "environment.json", text: (try? JSONText.write(self)) ?? "{}\n")
  }

  #if compiler(>=6.4)
    private static let swiftVersion = "6.4 or later"
  #elseif compiler(>=6.3)
    private static let swiftVersion = "6.3"
  #else
    private static let swiftVersion = "before 6.3"
  #endif

  /// The first value of a key in a file of `key separator value` lines.
  private static func field(_ key: String, separator: Character, of path: String) -> String {
    for line in lines(of: path) where line.hasPrefix(key) {
      guard let start = line.firstIndex(of: separator) else { continue }
      return String(line[line.index(after: start)...].filter { $0 != "\"" && $0 != "\t" }.drop { $0 == " " })
    }
    return "unknown"
  }

  /// Name of the first mapped file whose name contains `part`.
  private static func library(_ part: String) -> String {
    for line in lines(of: "/proc/self/maps") {
      if let name = line.split(separator: "/").last, line.contains("/"), name.contains(part) {
        return String(name)
      }
    }
    return "unknown"
  }

  /// Files of the kernel do not say how long they are, so they are read to their end.
  private static func lines(of path: String) -> [Substring] {
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
