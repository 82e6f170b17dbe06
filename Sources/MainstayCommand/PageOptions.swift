import ArgumentParser
import Mainstay

/// Where a page of a decision goes.
struct PageOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Folder for the page and its tables; nothing is written without it.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("What is printed: text, csv or both with a comma.", valueName: "formats"),
    transform: PageOptions.formats)
  var format: [Format] = [.text]

  enum Format: String, CaseIterable {
    case text
    case csv
  }

  static func formats(_ text: String) throws -> [Format] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      let word = word.filter { $0 != " " }
      guard let format = Format(rawValue: word) else {
        let near =
          nearest(to: word, among: Format.allCases.map(\.rawValue)).map { "did you mean '\($0)'? " } ?? ""
        throw ValidationError("'\(word)' is no format; \(near)write text, csv or text,csv")
      }
      return format
    }
  }

  /// Prints the page and writes it, where a folder is named.
  func write(_ page: DecisionPage, named name: String, quiet: Bool) throws {
    if let output {
      let files = page.files(named: name)
      try Interruption.uninterrupted { try PageFolder(output).write(files) }
      if !quiet {
        Output.message("Written to \(output): \(files.map(\.name).joined(separator: ", "))")
      }
    }
    guard !quiet else { return }
    if format.contains(.text) { try Output.result(page.text) }
    if format.contains(.csv) { for file in page.csv { try Output.result(file.text) } }
  }
}
