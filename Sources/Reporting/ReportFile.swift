/// A file of a report: its name and its whole text.
public struct ReportFile: Sendable, Hashable {
  public let name: String
  public let text: String

  public init(name: String, text: String) { (self.name, self.text) = (name, text) }
}
