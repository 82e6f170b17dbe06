import Reporting

/// A place in a report: `Reports/apctt/baseline/report.txt:41`, or with a column `report.txt:41:17`.
public struct TraceTarget: Sendable, Hashable {
  /// The folder of the report.
  public let folder: String
  public let file: String
  /// From 1, as the column.
  public let line: Int
  public let column: Int?

  static let example = "such as Reports/apctt/baseline/report.txt:41"

  /// - Throws: `UsageError` where no line is named or the file is none that holds figures.
  public init(_ argument: String) throws(UsageError) {
    var parts = argument.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
    var numbers: [Int] = []
    while parts.count > 1, numbers.count < 2, let number = TraceTarget.number(parts[parts.count - 1]) {
      numbers.insert(number, at: 0)
      parts.removeLast()
    }
    let path = parts.joined(separator: ":")
    guard let line = numbers.first else {
      throw UsageError("'\(argument)' names no line; write FILE:LINE, \(TraceTarget.example)")
    }
    guard numbers.allSatisfy({ $0 > 0 }) else {
      throw UsageError("'\(argument)': lines and columns are counted from 1; write FILE:LINE")
    }
    let slash = path.lastIndex(of: "/")
    folder = slash.map { path[..<$0].isEmpty ? "/" : String(path[..<$0]) } ?? "."
    file = String(slash.map { path[path.index(after: $0)...] } ?? path[...])
    (self.line, column) = (line, numbers.dropFirst().first)
    if let fault = TraceTarget.fault(of: file) { throw UsageError("\(path): \(fault)") }
  }

  /// The table, where it is one.
  var table: ReportTable? { ReportTable(rawValue: file) }

  /// Digits alone, so that a file named `a:b` is not taken for a line.
  private static func number(_ text: String) -> Int? {
    (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  static let text = "report.txt"
  private static let names = [text] + ReportTable.allCases.map(\.rawValue)

  private static func fault(of file: String) -> String? {
    switch file {
    case let name where names.contains(name): return nil
    case "fit.json", "run.json", "environment.json":
      return "its figures say by their names what they are; trace takes \(names.joined(separator: ", "))"
    case "hindsight.txt":
      return "it holds a run against a book; trace the run's own report.txt or its tables"
    default:
      let near = nearest(to: file, among: names).map { "did you mean \($0)? " } ?? ""
      return "trace reads no such file; \(near)it takes \(names.joined(separator: ", "))"
    }
  }
}
