import Foundation
import Testing

@Suite("Headings on a terminal") struct EmphasisTests {
  private static let terminal = "/usr/bin/script"

  /// What `run` says, as a terminal gets it.
  private func onTerminal(_ settings: String) throws -> String {
    let workshop = try Workshop()
    try workshop.addFoundingCase()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: EmphasisTests.terminal)
    process.currentDirectoryURL = workshop.folder
    process.arguments = [
      "-qec", "env \(settings) \(Workshop.command.path) run \(RunTests.baseline) --paths 8 2> /dev/null",
      "/dev/null",
    ]
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test("are bold; plain where NO_COLOR is set, on a dumb terminal, and in a file")
  func bold() throws {
    let bold = try onTerminal("-u NO_COLOR TERM=xterm")
    #expect(bold.contains("\u{1B}[1mTHE ANSWER\u{1B}[0m"))
    let plain = try onTerminal("NO_COLOR=1 TERM=xterm")
    #expect(plain.contains("Bangladesh") && !plain.contains("\u{1B}"))
    #expect(try !onTerminal("-u NO_COLOR TERM=dumb").contains("\u{1B}"))
    #expect(
      bold.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "") == plain)
    let workshop = try Workshop()
    try workshop.addFoundingCase()
    let file = try workshop.mainstay("run", RunTests.baseline, "--paths", "8").output
    #expect(!file.contains("\u{1B}") && plain.replacing("\r\n", with: "\n") == file)
  }
}
