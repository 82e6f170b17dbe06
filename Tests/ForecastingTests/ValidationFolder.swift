import Foundation

/// The folder of files with answers of peers, kept beside the package and not part of it.
enum ValidationFolder {
  /// `MAINSTAY_VALIDATION`, or `../shared/validation` beside the package.
  static let url: URL = {
    if let path = ProcessInfo.processInfo.environment["MAINSTAY_VALIDATION"] {
      return URL(fileURLWithPath: path)
    }
    let package = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
    return package.appendingPathComponent("../shared/validation").standardized
  }()

  /// The bytes of a file, or nothing, said aloud, when the folder is absent. A `.gz` file is unpacked.
  static func data(_ path: String, test: String = #function) -> Data? {
    let file = url.appendingPathComponent(path)
    guard let data = try? Data(contentsOf: file) else {
      print("skipped \(test): there is no \(path) in the validation folder")
      return nil
    }
    return path.hasSuffix(".gz") ? unpacked(file) : data
  }

  /// A CSV file without quotes: its rows, fields by the header's names.
  static func rows(_ path: String, test: String = #function) -> [[String: String]]? {
    guard let data = data(path, test: test) else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  private static func unpacked(_ file: URL) -> Data? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }
}

/// Numbers between semicolons; empty ones are left out.
func numbers(_ text: String?) -> [Double] { (text ?? "").split(separator: ";").compactMap { Double($0) } }

/// |found - expected| relative to the larger of 1 and |expected|, or to |expected| where that is not 0.
func relativeError(_ found: Double, _ expected: Double) -> Double {
  (found - expected).magnitude / (expected == 0 ? 1 : expected.magnitude)
}
