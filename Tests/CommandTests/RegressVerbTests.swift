import Foundation
import Testing

@Suite("mainstay regress, certify") struct RegressVerbTests {
  static let table = "y,x,g\n1.1,1,a\n1.9,2,a\n3.2,3,b\n3.9,4,b\n5.1,5,c\n5.8,6,c\n"

  /// A folder with a small table.
  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(RegressVerbTests.table, to: "t.csv")
    return workshop
  }

  @Test("text, JSON and CSV go to standard output and nothing else is written")
  func formats() throws {
    let workshop = try workshop()
    let text = try workshop.mainstay("regress", "t.csv", "--formula", "y ~ x")
    #expect(text.code == 0 && text.messages.isEmpty)
    #expect(text.output.hasPrefix("Least squares\nFormula: y ~ x\nData:    t.csv, 6 rows\n"))
    let json = try workshop.mainstay("regress", "t.csv", "--formula", "y ~ x", "--format", "JSON")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["observations"] as? Int == 6)
    let csv = try workshop.mainstay("regress", "t.csv", "--formula", "y ~ x", "--format", "csv")
    #expect(csv.output.split(separator: "\n").count == 3)
    #expect(try workshop.files().count == 1)
  }

  @Test("words of options are read in capitals or not")
  func words() throws {
    let workshop = try workshop()
    let one = try workshop.mainstay(
      "regress", "t.csv", "--formula", "y ~ x", "--covariance", "CLUSTER:g:cr1", "--family", "Gaussian")
    let other = try workshop.mainstay("regress", "t.csv", "--formula", "y ~ x", "--covariance", "cluster:g")
    #expect(one.code == 0 && one.output == other.output)
  }

  static let misuse: [(arguments: [String], code: Int32, message: String)] = [
    (
      ["--formula", "y ~ x", "--covariance", "HC7"], 2,
      "'HC7' is no covariance; write one of classical, HC0"
    ),
    (["--formula", "y ~ x", "--family", "binomail"], 2, "did you mean 'binomial'?"),
    (["--formula", "y ~ "], 2, "formula: expected"),
    (["--formula", "y ~ z"], 2, "unknown column 'z'"),
    ([], 2, "Missing expected argument '--formula <formula>'"),
    (["--formula", "y ~ x", "--level", "2"], 2, "level 2.0 does not lie between 0 and 1"),
    (["--formula", "g ~ x"], 3, "t.csv:1: error: the response 'g' is text with 3 levels"),
    (["--formula", "y ~ log(x - 1)"], 3, "t.csv:2: error: "),
    (["--formula", "y ~ x + I(2 * x)"], 4, "column 'I(2 * x)' depends on columns further left"),
  ]

  @Test("wrong use exits 2, bad data 3, numbers that give out 4", arguments: misuse.indices)
  func refusals(_ index: Int) throws {
    let (arguments, code, message) = RegressVerbTests.misuse[index]
    let workshop = try workshop()
    let process = try workshop.start(["regress", "t.csv"] + arguments)
    process.waitUntilExit()
    let outcome = try workshop.outcome(of: process)
    #expect(outcome.code == code)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test("certify needs no file, says the same twice and passes")
  func certify() throws {
    let workshop = try Workshop()
    let certificate = try workshop.mainstay("certify")
    #expect(certificate.code == 0)
    #expect(certificate.output.split(separator: "\n").last?.hasPrefix("Passed: ") == true)
    #expect(try workshop.mainstay("certify").output == certificate.output)
    #expect(try workshop.files().isEmpty)
  }
}
