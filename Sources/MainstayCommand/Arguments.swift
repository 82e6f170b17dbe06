import ArgumentParser
import Mainstay

/// Reads values the parser does not know.
enum ArgumentReader {
  static func date(_ text: String) throws -> CalendarDate {
    if let date = CalendarDate(iso: text) { return date }
    throw ValidationError("not a day of the calendar; write it as 2020-12-04")
  }

  /// Years with commas between.
  static func years(_ text: String) throws -> [Int] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let digits = part.filter { $0 != " " }
      if digits.utf8.count == 4, digits.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(digits) {
        return year
      }
      throw ValidationError("'\(part)' is not a year; write years with commas between, such as 2020,2021")
    }
  }

  /// One of a few words, in capitals or not.
  static func choice<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
    _ type: Choice.Type
  ) -> @Sendable (String) throws -> Choice {
    let choices = Choice.allCases.map { (word: $0.rawValue, choice: $0) }
    return { text in
      if let choice = choices.first(where: { $0.word == text.lowercased() }) { return choice.choice }
      let words = choices.map(\.word)
      let near = nearest(to: text, among: words).map { "did you mean '\($0)'? " } ?? ""
      throw ValidationError("\(near)write \(words.joined(separator: ", "))")
    }
  }

  static func covariance(_ text: String) throws -> CovarianceChoice {
    do throws(WorkbenchError) {
      return try CovarianceChoice(text)
    } catch {
      throw ValidationError(error.description)
    }
  }
}

/// How the work is done; results do not depend on it.
struct WorkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Threads, all cores by default; the result is the same.", valueName: "number"))
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  var threadCount: Int { threads ?? RunEnvironment.cores }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads) is not a number from 1 to 1024")
    }
  }

  /// Draws the futures of a prepared run; Ctrl-C stops it.
  func report(_ run: PreparedRun, formats: Set<ReportFormat>) throws -> Report {
    let bar = ProgressBar(quiet: quiet)
    defer { bar.clear() }
    return try run.report(
      threads: threadCount, formats: formats, progress: { bar.show($0, of: $1) },
      isCancelled: { Interruption.isRequested })
  }
}
