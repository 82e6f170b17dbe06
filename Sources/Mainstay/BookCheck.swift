import Finance
import Judgement
import OrderedCollections
import Outlook
public import Records
import Scenarios
public import Tabular

/// Everything there is to say about a book and its scenarios, at once.
public struct BookCheck: Sendable {
  /// By file and line, each once.
  public let problems: [Problem]
  /// The whole book, where nothing in it is an error.
  public let book: Book?
  /// How many scenarios were looked at.
  public let scenarioCount: Int

  /// A folder, with every scenario in it; or scenario files (`a.yaml`, `a.yaml+b.yaml`) with the book they ask.
  public init(_ argument: String) {
    let named = argument.contains(".yaml") ? ScenarioLoader.parseArgument(argument) : nil
    let folder = named.map { BookCheck.folder(of: $0[0]) } ?? argument
    let (book, found) = BookLoader.check(folder: folder)
    let scenarios = named.map { [$0] } ?? BookCheck.scenarios(in: folder)
    var check = ScenarioChecks(folder: folder, bookIsSound: book != nil)
    for paths in scenarios { check.add(paths) }
    self.book = book
    scenarioCount = scenarios.count
    problems = BookCheck.once(found + BookCheck.cutPoints(in: folder) + check.problems)
  }

  /// What is wrong with the book's own cut points, where it has any.
  private static func cutPoints(in folder: String) -> [Problem] {
    do throws(BookError) {
      _ = try RatingScales.load(folder: folder)
      return []
    } catch {
      return error.problems
    }
  }

  public var hasErrors: Bool { errorCount > 0 }

  /// One line a problem, then what it comes to.
  public var text: String {
    problems.isEmpty ? summary + "\n" : Problems.text(problems) + "\n" + summary + "\n"
  }

  private var errorCount: Int { problems.count { $0.severity == .error } }

  private var summary: String {
    if problems.isEmpty, let book {
      return "no problems: " + BookCheck.contents(book, scenarios: scenarioCount)
    }
    let notes = problems.count - errorCount
    return BookCheck.atLeast(problems) + BookCheck.count(errorCount, "error") + ", "
      + BookCheck.count(notes, "note")
  }

  private static func contents(_ book: Book, scenarios: Int) -> String {
    [
      count(book.contributors.count, "contributor"), count(book.agreements.count, "agreement"),
      count(book.contributions.count, "contribution row"), count(book.expenditures.count, "expenditure row"),
      count(book.budget.count, "budget line"), count(book.posts.count, "post"),
      count(book.balances.count, "balance"), count(scenarios, "scenario"),
    ].joined(separator: ", ")
  }

  private static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }

  /// Problems of one file beyond a limit are not kept.
  private static func atLeast(_ problems: [Problem]) -> String {
    let byFile = Dictionary(problems.map { ($0.location.file, 1) }, uniquingKeysWith: +)
    return byFile.values.contains { $0 >= Problems.keptPerFile } ? "at least " : ""
  }

  private static func folder(of scenario: String) -> String {
    guard let slash = scenario.lastIndex(of: "/") else { return "." }
    return slash == scenario.startIndex ? "/" : String(scenario[..<slash])
  }

  private static func scenarios(in folder: String) -> [[String]] {
    ScenarioLoader.list(folder: folder).map { [folder == "." ? "\($0).yaml" : "\(folder)/\($0).yaml"] }
  }

  /// Sorted by place; a parent's problem is met once for every scenario that extends it.
  private static func once(_ problems: [Problem]) -> [Problem] {
    var seen: Set<Problem> = []
    return problems.filter { seen.insert($0).inserted }.sorted()
  }
}

/// Reads scenarios on their book, each as of its own date.
private struct ScenarioChecks {
  let folder: String
  /// A scenario is held against a book that can be read, and against no other.
  let bookIsSound: Bool
  private(set) var problems: [Problem] = []
  private var books: [CalendarDate: Book] = [:]

  init(folder: String, bookIsSound: Bool) { (self.folder, self.bookIsSound) = (folder, bookIsSound) }

  mutating func add(_ paths: [String]) {
    do {
      let scenario = try ScenarioLoader.load(paths, overrides: .none).scenario
      guard bookIsSound else { return }
      problems += try PreparedRun(scenario, book: book(asOf: scenario.asOf)).notes
    } catch let error as BookError {
      problems += error.problems
    } catch {
      problems.append(Problem(.error, at: SourceLocation(file: paths[paths.count - 1], line: 1), "\(error)"))
    }
  }

  private mutating func book(asOf date: CalendarDate) throws -> Book {
    if let book = books[date] { return book }
    let book = try BookLoader.load(folder: folder, asOf: date)
    books[date] = book
    return book
  }
}
