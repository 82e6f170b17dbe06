public import Tabular

/// A value of a YAML file. Every scalar is text: `NO` is Norway.
public struct YAMLNode: Sendable, Hashable {
  /// What it is.
  public let value: Value
  /// Where it begins.
  public let location: SourceLocation

  public indirect enum Value: Sendable, Hashable {
    /// Text as written, without its quotes. Nothing after a key is the empty text.
    case scalar(String)
    case list([YAMLNode])
    case mapping(YAMLMapping)
  }

  public init(_ value: Value, at location: SourceLocation) { (self.value, self.location) = (value, location) }

  /// The text of a scalar.
  public var scalar: String? {
    if case .scalar(let text) = value { text } else { nil }
  }

  /// The items of a list.
  public var list: [YAMLNode]? {
    if case .list(let items) = value { items } else { nil }
  }

  /// The keys and values of a mapping.
  public var mapping: YAMLMapping? {
    if case .mapping(let mapping) = value { mapping } else { nil }
  }

  /// Nothing stands after the key.
  public var isEmpty: Bool { scalar == "" }

  /// What kind of value it is, for messages.
  var kindName: String {
    switch value {
    case .scalar(let text): text.isEmpty ? "nothing" : "the text '\(Wording.shown(text))'"
    case .list: "a list"
    case .mapping: "a mapping of keys"
    }
  }
}

/// Keys and values of a YAML mapping, in file order, no key twice.
///
/// The reading members report what is wrong into a collector and return `nil`, so that one pass finds every
/// problem: `let title = scenario.string("title", &problems)`.
public struct YAMLMapping: Sendable, Hashable {
  /// A key with its value.
  public struct Entry: Sendable, Hashable {
    public let key: String
    /// Where the key stands.
    public let location: SourceLocation
    public let value: YAMLNode

    public init(key: String, location: SourceLocation, value: YAMLNode) {
      (self.key, self.location, self.value) = (key, location, value)
    }
  }

  /// In file order.
  public let entries: [Entry]
  /// Where the first key stands.
  public let location: SourceLocation

  public init(entries: [Entry], at location: SourceLocation) {
    (self.entries, self.location) = (entries, location)
  }

  /// In file order.
  public var keys: [String] { entries.map(\.key) }

  /// The entry of a key.
  public func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

  /// The value of a key; `nil` where the key is absent.
  public subscript(key: String) -> YAMLNode? { entry(key)?.value }

  /// Where a key stands, or the mapping itself where it is absent.
  public func location(of key: String) -> SourceLocation { entry(key)?.location ?? location }
}
