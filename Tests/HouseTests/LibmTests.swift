import Foundation
import Testing

/// The same bytes on every machine: no object file of ours calls a C library's transcendental function.
@Suite("No transcendental of a C library") struct LibmTests {
  static let refused: Set<String> = {
    let names = [
      "log", "log2", "log10", "log1p", "exp", "exp2", "exp10", "expm1", "pow", "sin", "cos", "sincos", "tan",
      "asin",
      "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "cbrt", "hypot", "erf",
      "erfc",
      "tgamma", "lgamma", "lgamma_r",
    ]
    return Set(names.flatMap { [$0, $0 + "f", $0 + "l", "__\($0)_finite"] })
  }()

  @Test("object files of our targets refer to none")
  func objects() throws {
    let objects = try ObjectFiles.ofOurTargets()
    #expect(
      objects.count >= Architecture.rooms.count - 1, "too few object files in \(ObjectFiles.folder.path)")
    for (object, symbols) in try ObjectFiles.undefinedSymbols(of: objects) {
      let found = symbols.intersection(LibmTests.refused).sorted()
      #expect(found.isEmpty, "\(object) calls \(found.joined(separator: ", ")); use Probability's Elementary")
    }
  }

  @Test("the reader of symbols finds such a call where there is one")
  func reader() throws {
    let text =
      "\nA.swift.o:\n                 U pow@GLIBC_2.29\n                 U swift_release\n\nB.o:\n U logf\n"
    let found = ObjectFiles.parse(text)
    #expect(found.map(\.object) == ["A.swift.o", "B.o"])
    #expect(found.map { $0.symbols.intersection(LibmTests.refused) } == [["pow"], ["logf"]])
  }
}

/// What the build left beside the running tests.
enum ObjectFiles {
  /// The folder the test executable was started from: `.build/<triple>/<configuration>`.
  static let folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// Objects of every target whose source still exists; a build keeps those of files that were renamed.
  static func ofOurTargets() throws -> [URL] {
    try Repository.targets().flatMap { target in
      let names = Set(Repository.sources(of: target).map { $0.lastPathComponent + ".o" })
      return Repository.files(below: folder.appendingPathComponent(target + ".build")).filter {
        $0.pathExtension == "o" && (names.contains($0.lastPathComponent) || !$0.path.hasSuffix(".swift.o"))
      }
    }
  }

  static func undefinedSymbols(of objects: [URL]) throws -> [(object: String, symbols: Set<String>)] {
    guard !objects.isEmpty else { return [] }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["nm", "--undefined-only"] + objects.map(\.path)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "nm failed; install binutils")
    return parse(String(decoding: output, as: UTF8.self))
  }

  /// Reads what `nm` prints for several files: a heading `file:`, then `U symbol` lines.
  static func parse(_ text: String) -> [(object: String, symbols: Set<String>)] {
    var found: [(object: String, symbols: Set<String>)] = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.last?.hasSuffix(":") == true {
        found.append((String(line.dropLast()), []))
      } else if words.count >= 2, let symbol = words.last?.split(separator: "@").first, !found.isEmpty {
        found[found.count - 1].symbols.insert(String(symbol))
      }
    }
    return found
  }
}
