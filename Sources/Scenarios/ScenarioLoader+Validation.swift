public import Records
public import Tabular

extension ScenarioLoader {
  /// What the scenario's changes name and the book does not know, at the change's file and line; a change that acts
  /// on nothing is a note.
  public static func validate(_ scenario: Scenario, against book: Book) -> Problems {
    var checker = ChangeChecker(book: book, scenario: scenario)
    for change in scenario.changes { checker.check(change) }
    var problems = checker.problems
    if let judgement = scenario.judgement { JudgementReader.check(judgement, against: book, &problems) }
    if let sweep = scenario.sweep, !problems.hasErrors {
      problems.add(contentsOf: ScenarioLoader.validate(sweep, against: book))
    }
    return problems
  }

  /// What combinations of a sweep name and the book does not know, each once; the scenario itself is sound, so the
  /// values are to blame.
  private static func validate(_ sweep: Sweep, against book: Book) -> Problems {
    var problems = Problems()
    var seen: Set<String> = []
    for point in sweep.points {
      let found = validate(point.scenario, against: book)
      for problem in found.sorted where problem.severity == .error && seen.insert(problem.what).inserted {
        problems.error(sweep.location, "in the sweep: \(problem.what)")
      }
    }
    return problems
  }
}
