import ArgumentParser
import Mainstay

/// A new book.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a small new book that runs as it is.",
    discussion: """
      EXAMPLES:
        mainstay init my-centre
        mainstay init Scenarios/icc --name 'Island Climate Centre' --host Palau

      Every figure is an example and says so; replace them file by file. The folder \
      must be new or empty.
      """)

  @Argument(help: "The folder to write; its name becomes the centre's identifier.", completion: .directory)
  var folder: String

  @Option(help: "Identifier of the centre: small letters, digits, hyphens.")
  var id: String?

  @Option(help: "Name of the centre.")
  var name: String?

  @Option(help: "Name of the host.")
  var host: String?

  func run() throws {
    let last = folder.split(separator: "/").last.map { String($0) } ?? ""
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    try NewBook(id: id ?? last, name: name, host: host).write(to: path)
    try Output.result(
      """
      A new book is in \(path). Every figure in it is an example; README.md there says what to replace.
        mainstay check \(path)
        mainstay run \(path)/baseline.yaml

      """)
  }
}
