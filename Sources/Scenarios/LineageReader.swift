import Records
import Tabular

/// Reads a scenario's file and those it extends, each file once.
struct LineageReader {
  let folder: BookFolder
  var problems = Problems()
  /// Ancestors before descendants; where scenarios are combined, what an earlier one brings stands before what only
  /// a later one brings, as if the later one extended the earlier.
  private(set) var sources: [ScenarioSource] = []
  /// Whether every file was found and read, so that what is missing is really missing.
  private(set) var isComplete = true

  init(folder: BookFolder) { self.folder = folder }

  /// Adds a scenario the user asked for, behind those already added.
  mutating func add(_ path: ScenarioPath, asked: SourceLocation) {
    if sources.contains(where: { $0.name == path.name }) {
      problems.error(
        asked,
        "scenario '\(path.name)' is already part of the combination, by name or by 'extends'; name it once")
      return
    }
    var line: [ScenarioSource] = []
    var next: (name: String, location: SourceLocation)? = (path.name, asked)
    while let (name, location) = next, !sources.contains(where: { $0.name == name }) {
      if let circle = circle(line, to: name) {
        problems.error(location, circle)
        isComplete = false
        break
      }
      guard let source = source(name, askedAt: location) else {
        isComplete = false
        break
      }
      line.append(source)
      next = source.parent.map { ($0, source.mapping.location(of: "extends")) }
    }
    sources += line.reversed()
  }

  /// What to say where `name` stands in the line already.
  private func circle(_ line: [ScenarioSource], to name: String) -> String? {
    guard let start = line.firstIndex(where: { $0.name == name }) else { return nil }
    let chain = (line[start...].map(\.name) + [name]).joined(separator: " -> ")
    return "extends leads back to itself: \(chain); remove one 'extends' of them"
  }

  /// A file of the folder, or what is wrong with it: in itself, or in the place that names it.
  private mutating func source(_ name: String, askedAt location: SourceLocation) -> ScenarioSource? {
    let file = name + ".yaml"
    let display = folder.displayName(file)
    switch folder.read(file, limit: StrictYAML.sizeLimit) {
    case .bytes(let bytes):
      return ScenarioSource(name: name, bytes: bytes, file: display, &problems)
    case .refused(let reason):
      problems.error(SourceLocation(file: display, line: 1), reason)
    case .absent:
      let known = ScenarioLoader.names(in: folder)
      problems.error(
        location,
        known.isEmpty
          ? "there is no file '\(display)' and no other scenario beside it; correct the path"
          : Phrase.unknown("scenario", name, known: known))
    }
    return nil
  }
}
