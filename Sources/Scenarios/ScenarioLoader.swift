public import Records
public import Tabular

/// Reads scenario files, with what they extend and what they are combined with.
public enum ScenarioLoader {
  /// The scenario of one file, or of several combined, and the folder of the book they ask about. Throws every
  /// problem at once.
  public static func load(_ paths: [String], overrides: ScenarioOverrides) throws(BookError) -> (
    scenario: Scenario, bookFolder: String
  ) {
    throw BookError(problems: [])
  }

  /// The files an argument such as `a.yaml+b.yaml` names.
  public static func parseArgument(_ argument: String) -> [String] { [argument] }

  /// What the scenario names and the book does not know.
  public static func validate(_ scenario: Scenario, against book: Book) -> Problems { Problems() }

  /// Names of the scenarios in a book's folder, sorted.
  public static func list(folder: String) -> [String] { [] }
}
