/// Collects every problem of a book in one pass.
///
/// A file may hold a million bad rows: the first `keptPerFile` problems of each file are kept, the others are
/// counted.
public struct Problems: Sendable {
  /// How many problems of one file are kept in full.
  public static let keptPerFile = 1_000
  /// How many lines `text` prints before it says how many more there are.
  public static let printed = 200

  private var kept: [Problem] = []
  private var countByFile: [String: Int] = [:]
  /// Errors seen, kept or not.
  public private(set) var errorCount = 0
  /// Problems seen beyond those kept.
  public private(set) var droppedCount = 0

  public init() {}

  /// Whether something makes the book unreadable; notes do not.
  public var hasErrors: Bool { errorCount > 0 }

  /// The problems kept, by file and line, in the order of arrival within a line.
  public var sorted: [Problem] {
    kept.indices.sorted { (kept[$0].location, $0) < (kept[$1].location, $1) }.map { kept[$0] }
  }

  /// Adds a problem.
  public mutating func add(_ problem: Problem) {
    if problem.severity == .error { errorCount += 1 }
    let count = countByFile[problem.location.file, default: 0]
    countByFile[problem.location.file] = count + 1
    if count < Problems.keptPerFile { kept.append(problem) } else { droppedCount += 1 }
  }

  /// Adds an error; the wording is not worked out for a problem that is only counted.
  public mutating func error(_ location: SourceLocation, _ what: @autoclosure () -> String) {
    if isFull(location.file) {
      errorCount += 1
      droppedCount += 1
    } else {
      add(Problem(.error, at: location, what()))
    }
  }

  /// Adds a note.
  public mutating func note(_ location: SourceLocation, _ what: @autoclosure () -> String) {
    if isFull(location.file) { droppedCount += 1 } else { add(Problem(.note, at: location, what())) }
  }

  private func isFull(_ file: String) -> Bool { countByFile[file, default: 0] >= Problems.keptPerFile }

  /// Takes over what another collector has seen.
  public mutating func add(contentsOf other: Problems) {
    for problem in other.kept { add(problem) }
    errorCount += other.errorCount - other.kept.count { $0.severity == .error }
    droppedCount += other.droppedCount
  }

  /// One line a problem, at most `printed` of them, then how many more there are.
  public var text: String { Problems.text(sorted, more: droppedCount) }

  /// The same for problems already sorted; `more` were seen beside them.
  public static func text(_ problems: [Problem], more: Int = 0) -> String {
    let hidden = max(0, problems.count - printed) + more
    var lines = problems.prefix(printed).map(\.description)
    if hidden > 0 { lines.append("and \(hidden) more") }
    return lines.joined(separator: "\n")
  }
}
