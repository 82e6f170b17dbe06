public import Records
import Tabular

/// Reads scenario files, with what they extend and what they are combined with.
public enum ScenarioLoader {
  /// The scenario of one file, or of several combined, and the folder of the book they ask about.
  ///
  /// `a` and `b` together are read as if `b` extended `a`: what both inherit counts once, and what `b` says itself
  /// goes before what `a` says. Throws every problem at once.
  public static func load(_ paths: [String], overrides: ScenarioOverrides) throws(BookError) -> (
    scenario: Scenario, bookFolder: String
  ) {
    var problems = Problems()
    guard let places = places(paths, &problems), let folder = folder(of: places, paths, &problems) else {
      throw BookError(problems)
    }
    var reader = LineageReader(folder: folder)
    for (place, path) in zip(places, paths) { reader.add(place, asked: SourceLocation(file: path, line: 1)) }
    problems.add(contentsOf: reader.problems)
    let assembly = ScenarioAssembly(
      lineage: reader.sources, parts: places.map(\.name), isComplete: reader.isComplete, overrides: overrides)
    guard let scenario = assembly.scenario(&problems), !problems.hasErrors else { throw BookError(problems) }
    return (scenario, folder.path)
  }

  /// Names of the scenarios in a book's folder, sorted: every YAML file but `centre.yaml` and `ratings.yaml`. None
  /// where there is no such folder.
  public static func list(folder: String) -> [String] {
    BookFolder(path: folder).map(names(in:)) ?? []
  }

  /// The book itself, and the cut points it rates by.
  private static let notScenarios = ["centre.yaml", "ratings.yaml"]

  static func names(in folder: BookFolder) -> [String] {
    folder.entries()
      .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") && !notScenarios.contains($0) }
      .map { String($0.dropLast(5)) }
      .sorted()
  }

  private static func places(_ paths: [String], _ problems: inout Problems) -> [ScenarioPath]? {
    precondition(!paths.isEmpty, "a run names at least one scenario")
    let places = paths.compactMap { ScenarioPath($0, &problems) }
    return places.count == paths.count ? places : nil
  }

  /// The one folder the places lie in.
  private static func folder(of places: [ScenarioPath], _ paths: [String], _ problems: inout Problems)
    -> BookFolder?
  {
    let folder = places[0].folder
    for (place, path) in zip(places, paths) where place.folder != folder {
      problems.error(
        SourceLocation(file: path, line: 1),
        "this lies in '\(place.folder)' and the first scenario in '\(folder)'; combine scenarios of one folder"
      )
    }
    if problems.hasErrors { return nil }
    if let book = BookFolder(path: folder) { return book }
    problems.error(
      SourceLocation(file: paths[0], line: 1), "there is no folder '\(folder)'; correct the path")
    return nil
  }
}
