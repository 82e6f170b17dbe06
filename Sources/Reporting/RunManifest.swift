import FoundationEssentials
public import Giving
public import Records
public import Scenarios

/// `run.json`: everything needed to make a report again, and nothing that may differ between two equal runs.
public struct RunManifest: Sendable, Equatable, Codable {
  public let schema: Int
  public let product: String
  public let version: String
  public let centre: String
  /// Names of the scenarios combined, in order.
  public let scenarios: [String]
  public let asOf: String
  public let horizon: Int
  public let seed: UInt32
  public let paths: Int
  public let generator: String
  public let prior: String
  public let inputs: [File]
  public let files: [File]

  public struct File: Sendable, Hashable, Codable {
    public let name: String
    public let sha256: String
    /// What the digest is of, where it is not of the file's bytes: `cells` of a workbook.
    public let of: String?
    public init(name: String, sha256: String, of: String? = nil) {
      (self.name, self.sha256, self.of) = (name, sha256, of)
    }
  }

  /// Version of the files' layout.
  public static let schema = 1
  public static let version = "0.1.0"

  public init(scenario: Scenario, book: Book, prior: GivingPrior, files: [File]) {
    schema = RunManifest.schema
    product = "mainstay"
    version = RunManifest.version
    centre = book.centre.id
    scenarios = scenario.name.split(separator: "--").map { String($0) }
    asOf = "\(scenario.asOf)"
    horizon = scenario.horizon
    seed = scenario.seed
    paths = scenario.paths
    generator = "philox4x32-10"
    self.prior = prior.name
    inputs = (book.inputs + scenario.files).map { File(name: $0.name, sha256: $0.sha256) }
    self.files = files
  }
}

/// JSON as every file of ours is written: sorted keys, indented, shortest round-trip decimals, a final newline.
public enum JSONText {
  public static func write(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  public static func read<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
