import Testing

@testable import Mainstay

@Suite("Failures and their exit codes") struct FailureTests {
  @Test("each kind of error has its code")
  func codes() {
    #expect(Failure(UsageError("a")).rawValue == 2)
    #expect(Failure(BookError(problems: [])).rawValue == 3)
    #expect(Failure(FolderError("a")).rawValue == 3)
    #expect(Failure(OutlookError("a")).rawValue == 3)
    #expect(Failure(SimulationError("a")).rawValue == 4)
    #expect(Failure(Interrupted()).rawValue == 130)
  }

  @Test("problems are printed as they stand, everything else behind the command's name")
  func messages() {
    let problem = Problem(.error, at: SourceLocation(file: "a.csv", line: 2), "wrong")
    #expect(Failure.message(BookError(problems: [problem])) == "a.csv:2: error: wrong")
    #expect(Failure.message(FolderError("a: full")) == "mainstay: error: a: full")
  }

  @Test("every name of the glossary is explained within 96 columns")
  func explanations() throws {
    for name in Glossary.names {
      let text = try Explanation.text(of: name)
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 96 }, "\(name)")
      #expect(Explanation.list.contains("  \(name) "))
    }
    #expect(throws: UsageError.self) { try Explanation.text(of: "nothing\u{1B}[2J") }
  }
}
