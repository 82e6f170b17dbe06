import Glibc
import Judgement
import Outlook
import Reporting
import Scenarios
import Simulation
import Tabular

/// Every figure of every future as a CSV file: `path,year,fund,measure,value`, amounts in units, written beside its place
/// and renamed.
///
/// `missing-amount` above zero is a shortfall, `missing-reserve` above zero a breach, `lowest-month-cash` below zero a
/// cash-out; `<rule>-broken` is 1 where a rule of the mandate is broken.
public final class PathExport {
  public let path: String
  /// Where it is written until it is complete; gone with the value.
  public let temporary: String
  private let run: PreparedRun
  private let file: OpenFile
  private var end = 0

  /// - Throws: `FolderError` where the path is a folder or holds something that is no such file.
  public init(_ run: PreparedRun, to path: String) throws {
    (self.run, self.path) = (run, path)
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last.map { String($0) } ?? ""
    guard !name.isEmpty, ![".", "..", "-"].contains(name) else {
      throw FolderError("--export-paths '\(path)' names no file; name one, such as paths.csv")
    }
    if FolderContents.isFolder(path) == true {
      throw FolderError("\(path): is a folder; name a file with --export-paths")
    }
    if FolderContents.isFolder(path) == false {
      let found = try OpenFile(reading: path)
      let head = Array((PathExport.header + "\n").utf8)
      guard try found.size() >= head.count, try found.read(head.count, at: 0) == head else {
        throw FolderError(
          "\(path): holds something else than exported paths; name another file with --export-paths")
      }
    }
    let mark = String(UInt32.random(in: .min ... .max), radix: 16)
    temporary = "\(path.dropLast(name.count)).\(name).partial-\(getpid())-\(mark)"
    file = try OpenFile(making: temporary)
  }

  deinit { unlink(temporary) }

  static let header = "path,year,fund,measure,value"

  /// Draws the run's futures again and writes them.
  /// - Returns: how many rows.
  /// - Throws: `FolderError`, what a simulation throws, `Interrupted`.
  public func write(
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }, isCancelled: () -> Bool = { false }
  ) throws -> Int {
    let rows = PathRows(run.assumptions)
    let source = SimulatedPaths(run.assumptions)
    var reader = try source.reader()
    let block = rows.block()
    let keys = rows.figures.map { ",\($0.year),\($0.fund),\($0.measure)," }
    try append(PathExport.header + "\n")
    for index in 0..<PathBlock.blocks(of: source.paths) {
      if isCancelled() { throw Interrupted() }
      block.begin(index, of: source.paths)
      try reader.read(block)
      rows.measure(block)
      try append(text(block, rows, keys))
      progress(block.first + block.count, source.paths)
    }
    try file.synchronize()
    guard rename(temporary, path) == 0 else { throw OpenFile.unwritten(path) }
    return source.paths * rows.figures.count
  }

  private func text(_ block: PathBlock, _ rows: PathRows, _ keys: [String]) -> String {
    var text = ""
    for path in 0..<block.count {
      let number = "\(block.first + path)"
      for (column, key) in zip(rows.figures, keys) {
        text += number
        text += key
        text += PathExport.number(rows.value(column, block, path: path), isAmount: column.isAmount)
        text += "\n"
      }
    }
    return text
  }

  /// Empty where it cannot be measured on the path.
  private static func number(_ value: Double, isAmount: Bool) -> String {
    if value.isNaN { return "" }
    return isAmount ? decimal(cents: Int(value)) : "\(value)"
  }

  private static func decimal(cents: Int) -> String {
    let size = cents.magnitude
    let rest = size % 100
    return "\(cents < 0 ? "-" : "")\(size / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func append(_ text: String) throws(FolderError) {
    let bytes = Array(text.utf8)
    try file.write(bytes, at: end)
    end += bytes.count
  }
}
