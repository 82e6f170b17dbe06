public import Records
public import Tabular

extension ScenarioLoader {
  /// What the scenario's changes name and the book does not know, at the change's file and line; a change that acts
  /// on nothing is a note.
  public static func validate(_ scenario: Scenario, against book: Book) -> Problems {
    var checker = ChangeChecker(book: book, scenario: scenario)
    for change in scenario.changes { checker.check(change) }
    return checker.problems
  }
}
