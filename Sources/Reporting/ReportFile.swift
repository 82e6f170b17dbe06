/// A file of a report: its name and all that stands in it.
public struct ReportFile: Sendable, Hashable {
  public let name: String
  /// Empty where the file is no text.
  public let text: String
  /// What is written: the text in UTF-8, or what is no text.
  public var bytes: [UInt8] { binary ?? Array(text.utf8) }
  private let binary: [UInt8]?

  public init(name: String, text: String) { (self.name, self.text, binary) = (name, text, nil) }

  /// A file that is no text, such as a workbook.
  public init(name: String, bytes: [UInt8]) { (self.name, text, binary) = (name, "", bytes) }
}
