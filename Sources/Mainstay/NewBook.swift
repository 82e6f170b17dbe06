import Records
import Reporting
import Tabular

/// A small book that runs as it is, every figure an example to be replaced: what `init` writes.
public struct NewBook: Sendable {
  /// Identifier of the centre.
  public let id: String
  /// Name of the centre.
  public let name: String
  /// Name of the host.
  public let host: String
  /// Identifier of the host.
  let hostId: String

  /// - Throws: `UsageError` where a name cannot be used.
  public init(id: String, name: String? = nil, host: String? = nil) throws(UsageError) {
    guard Identifier.isValid(id) else {
      throw UsageError(
        "'\(id.filter { $0.isASCII && !$0.isNewline }.prefix(64))' is no identifier of a centre; "
          + "name one with --id: 1 to 64 small letters, digits and hyphens")
    }
    self.id = id
    self.name = try NewBook.displayName(name ?? "Centre \(id)", option: "--name")
    self.host = try NewBook.displayName(host ?? "Host country", option: "--host")
    hostId = try NewBook.identifier(of: self.host)
  }

  /// The files of the book, by the order in which they are filled in.
  var files: [ReportFile] {
    [
      ReportFile(name: "README.md", text: guide), ReportFile(name: "centre.yaml", text: centre),
      ReportFile(name: "contributors.csv", text: contributors), ReportFile(name: "levels.csv", text: levels),
      ReportFile(name: "agreements.csv", text: agreements),
      ReportFile(name: "contributions.csv", text: contributions),
      ReportFile(name: "expenditures.csv", text: NewBook.expenditures),
      ReportFile(name: "budget.csv", text: NewBook.budget),
      ReportFile(name: "posts.csv", text: NewBook.posts),
      ReportFile(name: "balances.csv", text: NewBook.balances),
      ReportFile(name: "baseline.yaml", text: NewBook.baseline),
    ]
  }

  /// Writes the book into a folder that is new or empty.
  /// - Throws: `FolderError` for any other.
  public func write(to path: String) throws(FolderError) {
    if let isFolder = FolderContents.isFolder(path) {
      guard isFolder else { throw FolderError("\(path): is a file; name a new folder") }
      let count = FolderContents.names(path).count
      guard count == 0 else {
        throw FolderError(
          "\(path): is not empty (\(count) \(count == 1 ? "file" : "files")); name a new folder")
      }
    }
    try FileWriter(folder: path).write(files)
  }

  /// A name in double quotes of YAML.
  static func quoted(_ name: String) -> String {
    "\"" + name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
  }

  /// A name as a cell of CSV.
  static func cell(_ name: String) -> String {
    name.contains(",") || name.contains("\"")
      ? "\"" + name.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined() + "\"" : name
  }
}

extension NewBook {
  private static func displayName(_ name: String, option: String) throws(UsageError) -> String {
    let name = String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    guard (1...200).contains(name.count) else { throw UsageError("\(option) has no text, or too much of it") }
    guard !FreeText.looksLikeFormula(name) else {
      throw UsageError("\(option) begins like a formula of a spreadsheet; begin it with a letter")
    }
    guard name.unicodeScalars.allSatisfy({ $0.value >= 32 && !(127...159).contains($0.value) }) else {
      throw UsageError("\(option) holds a control character; write plain text in one line")
    }
    return name
  }

  /// Small letters, digits and hyphens of a name: `sri-lanka`; `host-country` for one with other letters.
  private static func identifier(of name: String) throws(UsageError) -> String {
    guard !name.contains(where: { $0.isLetter && !$0.isASCII }) else { return "host-country" }
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let id = words.joined(separator: "-")
    guard Identifier.isValid(id), !others.contains(id) else {
      throw UsageError(
        "--host '\(name)' makes no identifier of its own; name a country, and change the name later")
    }
    return id
  }

  /// Identifiers of the other contributors.
  private static let others = ["member-one", "member-two", "member-three", "foundation"]
}
