import ArgumentParser
import Mainstay

/// What a word means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain an indicator, a model or a word of the field.",
    discussion: """
      EXAMPLES:
        mainstay explain                 every name
        mainstay explain host-share      definition, formula, threshold, source
        mainstay explain 'as-of date'
      """)

  @Argument(help: "A name; capitals and blanks do not matter.", completion: .list(Glossary.names))
  var term: [String] = []

  func run() throws {
    let text = term.isEmpty ? Explanation.list : try Explanation.text(of: term.joined(separator: " "))
    try Output.result(text)
  }
}
