import ArgumentParser
import Mainstay

/// The numerical self-test.
struct CertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "Check the product's numbers against certified ones, on this machine.",
    discussion: """
      EXAMPLES:
        mainstay certify
        mainstay certify --format json

      Runs every built-in set: the linear, univariate and analysis-of-variance sets of NIST \
      by the path a user's table takes, the known answers of the random number generator, \
      and tables of distribution functions. Prints correct digits beside what is required. \
      Exit code 4 where any falls short. No other file is needed.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Option(help: "text or json.", transform: ArgumentReader.choice(Format.self))
  var format = Format.text

  func run() throws {
    let certificate = Certificate()
    try Output.result(format == .json ? certificate.json : certificate.text)
    if !certificate.isReached { throw ExitCode(Failure.numerical.rawValue) }
  }
}
