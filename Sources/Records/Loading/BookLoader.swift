public import Finance
public import Tabular

/// Why a book cannot be read: every problem of it, by file and line.
public struct BookError: Error, Sendable, CustomStringConvertible {
  /// By file and line.
  public let problems: [Problem]
  /// Problems beyond those listed.
  public let more: Int

  public init(problems: [Problem], more: Int = 0) { (self.problems, self.more) = (problems, more) }

  public init(_ problems: Problems) { self.init(problems: problems.sorted, more: problems.droppedCount) }

  /// One line a problem; long lists end in `and N more`.
  public var description: String { Problems.text(problems, more: more) }
}

/// Reads the folder of a centre's book.
public enum BookLoader {
  /// The book as it could be seen on `asOf`, or whole where `asOf` is `nil`. Throws every problem at once.
  ///
  /// A row known later than `asOf` is left out before anything else of it is looked at.
  public static func load(folder: String, asOf: CalendarDate?) throws(BookError) -> Book {
    let (book, problems) = read(folder, asOf)
    guard let book else { throw BookError(problems) }
    return book
  }

  /// The whole book and everything there is to say about it; no book where anything is an error.
  public static func check(folder: String) -> (book: Book?, problems: [Problem]) {
    let (book, problems) = read(folder, nil)
    return (book, problems.sorted)
  }

  private static func read(_ path: String, _ asOf: CalendarDate?) -> (Book?, Problems) {
    guard let folder = BookFolder(path: path) else {
      var problems = Problems()
      problems.error(
        SourceLocation(file: path, line: 1),
        "there is no such folder; name the folder that holds the book's centre.yaml")
      return (nil, problems)
    }
    var reader = BookReader(folder: folder, asOf: asOf)
    let book = reader.read()
    return (book, reader.problems)
  }
}
