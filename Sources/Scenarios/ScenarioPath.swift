import Records
import Tabular

/// A scenario's place: a book's folder and a name in it.
struct ScenarioPath: Hashable {
  /// As the user named it, less what says nothing (`./`, doubled slashes); `.` for the current folder.
  let folder: String
  let name: String

  /// Splits `Scenarios/apctt/baseline.yaml`; reports a file that is no scenario's.
  init?(_ path: String, _ problems: inout Problems) {
    let steps = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    let file = path.hasSuffix("/") ? "" : String(steps.last ?? "")
    let root = path.hasPrefix("/") ? "/" : ""
    let place = SourceLocation(file: path, line: 1)
    guard file.hasSuffix(".yaml") else {
      problems.error(place, "'\(Phrase.shown(file))' is not a scenario file; name a file that ends in .yaml")
      return nil
    }
    folder = steps.count > 1 ? root + steps.dropLast().joined(separator: "/") : root.isEmpty ? "." : root
    name = String(file.dropLast(5))
    guard name != "centre" else {
      problems.error(
        place, "centre.yaml describes the book and is no scenario; name another file of its folder")
      return nil
    }
    guard Identifier.isValid(name) else {
      problems.error(place, ScenarioPath.badName(name))
      return nil
    }
  }

  static func badName(_ name: String) -> String {
    "scenario name '\(Phrase.shown(name))' is not an identifier; "
      + "name the file with 1 to 64 small letters, digits and hyphens, such as half-collected.yaml"
  }
}

extension ScenarioLoader {
  /// The files an argument names: `a.yaml`, or `a.yaml+b.yaml` for a combination. A later part may be a full path,
  /// or the name of a file of the first one's folder, with or without `.yaml`.
  public static func parseArgument(_ argument: String) -> [String] {
    let pieces = argument.split(separator: "+", omittingEmptySubsequences: false)
    guard let last = pieces.firstIndex(where: { $0.hasSuffix(".yaml") }) else { return [argument] }
    let first = pieces[...last].joined(separator: "+")
    let folder = first.lastIndex(of: "/").map { String(first[...$0]) } ?? ""
    let others = pieces[(last + 1)...].map { complete(String($0), folder: folder) }
    return [first] + others
  }

  private static func complete(_ part: String, folder: String) -> String {
    let path = part.contains("/") ? part : folder + part
    return path.hasSuffix(".yaml") ? path : path + ".yaml"
  }
}
