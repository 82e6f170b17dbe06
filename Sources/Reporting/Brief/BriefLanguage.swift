/// The languages of the council brief.
public enum BriefLanguage: String, Sendable, CaseIterable {
  case english = "en"
  /// An unofficial translation, and marked as such.
  case chinese = "zh"

  /// The language's tag in a page: `zh-Hans`.
  var tag: String { self == .english ? "en" : "zh-Hans" }
}
