import Tabular

/// A file of a report: its name and all that stands in it.
public struct ReportFile: Sendable, Hashable {
  public let name: String
  /// Empty where the file is no text.
  public let text: String
  /// What is written: the text in UTF-8, or what is no text.
  public var bytes: [UInt8] { binary ?? Array(text.utf8) }
  /// As `run.json` lists it.
  public let listing: RunManifest.File
  private let binary: [UInt8]?

  public init(name: String, text: String) {
    (self.name, self.text, binary) = (name, text, nil)
    listing = RunManifest.File(name: name, sha256: SHA256.hexDigest(of: Array(text.utf8)))
  }

  /// A workbook: its bytes are those of the packing library's version, so that its cells are listed, not they.
  init(name: String, bytes: [UInt8], cells: String) {
    (self.name, text, binary) = (name, "", bytes)
    listing = RunManifest.File(name: name, sha256: SHA256.hexDigest(of: Array(cells.utf8)), of: "cells")
  }
}
