import Foundation

/// The folder of files with certified answers, kept beside the package and not part of it.
enum ValidationFolder {
  /// `MAINSTAY_VALIDATION`, or `../shared/validation` beside the package.
  static let url: URL = {
    if let path = ProcessInfo.processInfo.environment["MAINSTAY_VALIDATION"] {
      return URL(fileURLWithPath: path)
    }
    let package = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
    return package.appendingPathComponent("../shared/validation").standardized
  }()

  /// The bytes of a file, or nothing, said aloud, when the folder is absent.
  static func data(_ path: String, test: String = #function) -> Data? {
    if let data = try? Data(contentsOf: url.appendingPathComponent(path)) { return data }
    print("skipped \(test): there is no \(path) in the validation folder")
    return nil
  }

  /// A CSV file without quotes: each column's fields by name.
  static func table(_ path: String) -> [String: [String]]? {
    guard let data = data(path) else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    var table: [String: [String]] = [:]
    for (column, name) in rows[0].enumerated() { table[name] = rows.dropFirst().map { $0[column] } }
    return table
  }
}

/// Correct digits: minus the decimal logarithm of the relative error, at most 15; absolute where 0 is
/// expected.
func digits(_ found: Double, _ certified: Double) -> Double {
  let error = (found - certified).magnitude / (certified == 0 ? 1 : certified.magnitude)
  return error == 0 ? 15 : min(15, -log10(error))
}
