import Finance
import Records
public import Reporting

extension RunManifest {
  /// Largest manifest that is read, in bytes.
  private static let sizeLimit = 1 << 20

  /// The manifest of a report folder.
  /// - Throws: `FolderError` where there is none, or none of ours, or one that names files elsewhere.
  public static func read(folder path: String) throws(FolderError) -> RunManifest {
    let file = "\(path)/run.json"
    guard let folder = BookFolder(path: path) else {
      throw FolderError(
        "\(path): there is no such folder; name that of a report, such as Reports/apctt/baseline")
    }
    switch folder.read("run.json", limit: sizeLimit) {
    case .absent:
      throw FolderError("\(file): not found; name the folder of a report, such as Reports/apctt/baseline")
    case .refused(let why): throw FolderError("\(file): \(why)")
    case .bytes(let bytes):
      guard let manifest = try? JSONText.read(RunManifest.self, from: String(decoding: bytes, as: UTF8.self))
      else { throw FolderError("\(file): not a manifest of mainstay; run the scenario again to make one") }
      if let fault = manifest.fault { throw FolderError("\(file): \(fault)") }
      return manifest
    }
  }

  /// Whether an input is neither a table of the book nor a scenario: a prior named with `--prior`.
  var hasOwnPrior: Bool {
    inputs.contains { !$0.name.hasSuffix(".csv") && !$0.name.hasSuffix(".yaml") }
  }

  /// Why the manifest is not to be trusted with names and numbers; `nil` where it is.
  private var fault: String? {
    let again = "run the scenario again to make one"
    if product != "mainstay" { return "not a manifest of mainstay; \(again)" }
    if schema != RunManifest.schema {
      return "its schema is \(schema), this version reads \(RunManifest.schema); \(again)"
    }
    if let name = ([centre] + scenarios).first(where: { !Identifier.isValid($0) }) {
      return "'\(name.prefix(64).filter(\.isLetter))' is no name of a centre or scenario; \(again)"
    }
    if hasOwnPrior, !Identifier.isValid(prior) { return "its prior has no plain name; \(again)" }
    if scenarios.isEmpty { return "it names no scenario; \(again)" }
    if !files.allSatisfy({ RunManifest.isPlain($0.name) }) {
      return "it names a file that does not lie plainly in this folder; \(again)"
    }
    return CalendarDate(iso: asOf) == nil ? "its asOf is no date; \(again)" : nil
  }

  /// Letters, digits, hyphens and single points: nothing that leads elsewhere, hides or steers a terminal.
  private static func isPlain(_ name: String) -> Bool {
    (1...100).contains(name.utf8.count) && !name.hasPrefix(".") && !name.contains("..")
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
