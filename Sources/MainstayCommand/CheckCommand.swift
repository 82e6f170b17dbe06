import ArgumentParser
import Mainstay

/// Every problem of a book.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Print every problem of a book and its scenarios at once.",
    discussion: """
      EXAMPLES:
        mainstay check Scenarios/apctt
        mainstay check Scenarios/apctt/half-collected.yaml

      One line a problem: file, line, what is wrong, what was expected, what to do. \
      Notes are worth knowing and stop nothing. Exit code 3 where there is an error.
      """)

  @Argument(help: "The folder of a book, or a scenario file of it.", completion: .file())
  var book: String

  func run() throws {
    let check = BookCheck(book)
    try Output.result(check.text)
    if check.hasErrors { throw ExitCode(Failure.badData.rawValue) }
  }
}
