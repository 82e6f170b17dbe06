public import Measures
public import Records
import Tabular

/// The cut points of all rated indicators: the shipped file, and what a book's own file replaces of it.
public struct RatingScales: Sendable, Hashable {
  /// In the order of the shipped file.
  public let scales: [RatingScale]
  /// Indicators a book rates by its own cut points.
  public let own: [String]

  /// The name of the file in a book's folder.
  public static let fileName = "ratings.yaml"

  init(_ scales: [RatingScale], own: [String] = []) { (self.scales, self.own) = (scales, own) }

  public subscript(indicator: String) -> RatingScale? { scales.first { $0.indicator == indicator } }

  /// Those the product ships.
  /// - Throws: `BookError`; a test reads the file, so it does not.
  public static func shipped() throws(BookError) -> RatingScales {
    try RatingScales(RatingReader.read(PackageResources.ratings_yaml, file: fileName))
  }

  /// The shipped ones with a book's own in their place, where its folder has a file of them.
  /// - Throws: `BookError` with every problem of that file.
  public static func load(folder: String) throws(BookError) -> RatingScales {
    let shipped = try shipped()
    guard let book = BookFolder(path: folder) else { return shipped }
    let name = book.displayName(fileName)
    switch book.read(fileName, limit: StrictYAML.sizeLimit) {
    case .absent: return shipped
    case .refused(let why):
      throw BookError(problems: [Problem(.error, at: SourceLocation(file: name, line: 1), why)])
    case .bytes(let bytes):
      return try shipped.replacing(RatingReader.read(bytes, file: name))
    }
  }

  private func replacing(_ others: [RatingScale]) -> RatingScales {
    let names = others.map(\.indicator)
    let kept = scales.map { scale in others.first { $0.indicator == scale.indicator } ?? scale }
    let known = Set(scales.map(\.indicator))
    return RatingScales(kept + others.filter { !known.contains($0.indicator) }, own: names)
  }
}

/// Reads a file of cut points.
enum RatingReader {
  private static let keys = ["title", "unit", "range", "better", "cuts", "source"]

  /// - Throws: `BookError` with every problem of the file.
  static func read(_ bytes: [UInt8], file: String) throws(BookError) -> [RatingScale] {
    var problems = Problems()
    let mapping = StrictYAML.parse(bytes, file: file, &problems)
    let read = mapping.map { scales($0, &problems) } ?? []
    if problems.hasErrors { throw BookError(problems) }
    return read
  }

  private static func scales(_ file: YAMLMapping, _ problems: inout Problems) -> [RatingScale] {
    file.rejectUnknown(known: ["title", "ratings"], &problems)
    _ = file.displayText("title", required: false, &problems)
    guard let ratings = file.mapping("ratings", &problems) else { return [] }
    var scales: [RatingScale] = []
    for entry in ratings.entries {
      guard let mapping = entry.value.mapping else {
        problems.error(
          entry.location, "rating '\(entry.key)' has no keys; write title, unit, range, better, cuts, source")
        continue
      }
      if let scale = scale(entry.key, at: entry.location, mapping, &problems) { scales.append(scale) }
    }
    return scales
  }

  private static func scale(
    _ indicator: String, at place: SourceLocation, _ mapping: YAMLMapping, _ problems: inout Problems
  ) -> RatingScale? {
    mapping.rejectUnknown(known: keys, &problems)
    let definition = definition(indicator, at: place, &problems)
    let title = mapping.displayText("title", &problems)
    let source = mapping.displayText("source", &problems)
    let unit = unit(mapping, definition, &problems)
    let better = mapping.value(
      "better", required: true, expected: "'higher' or 'lower'", &problems
    ) { ["higher", "lower"].contains($0) ? $0 : nil }
    let range = numbers("range", count: 2, mapping, &problems)
    let cuts = numbers("cuts", count: 4, mapping, &problems)
    guard definition != nil, let title, let source, let unit, let better, let range, let cuts else {
      return nil
    }
    guard range[0] <= range[1] else {
      problems.error(
        mapping.location(of: "range"),
        "range begins at \(range[0]) and ends at \(range[1]); write the lower first")
      return nil
    }
    return check(
      cuts, range: range[0]...range[1], wantsMore: better == "higher", mapping, &problems
    )
      ? RatingScale(
        indicator: indicator, title: title, unit: unit, range: range[0]...range[1],
        wantsMore: better == "higher", cuts: cuts, source: source) : nil
  }

  private static func definition(
    _ indicator: String, at place: SourceLocation, _ problems: inout Problems
  ) -> Definition? {
    if let found = Glossary.indicator(indicator) { return found }
    let near = nearest(to: indicator, among: Glossary.indicators.map(\.id))
    let way = near.map { "did you mean '\($0)'?" } ?? "'mainstay explain' lists the indicators"
    problems.error(place, "rating '\(indicator.prefix(64))' is of no known indicator; \(way)")
    return nil
  }

  private static func unit(
    _ mapping: YAMLMapping, _ definition: Definition?, _ problems: inout Problems
  ) -> MeasureUnit? {
    guard let unit = mapping.choice("unit", of: MeasureUnit.self, &problems), let definition else {
      return nil
    }
    guard unit != .budgetCurrency else {
      problems.error(
        mapping.location(of: "unit"),
        "\(definition.id) is an amount, which no two centres share; rate a ratio in its place")
      return nil
    }
    guard unit != definition.unit else { return unit }
    problems.error(
      mapping.location(of: "unit"),
      "unit '\(unit.rawValue)' is not that of \(definition.id), '\(definition.unit.rawValue)'; write that")
    return nil
  }

  private static func check(
    _ cuts: [Double], range: ClosedRange<Double>, wantsMore: Bool, _ mapping: YAMLMapping,
    _ problems: inout Problems
  ) -> Bool {
    let place = mapping.location(of: "cuts")
    if let outside = cuts.first(where: { !range.contains($0) }) {
      problems.error(
        place,
        "cut point \(outside) is outside the range \(range.lowerBound) to \(range.upperBound); write one within it"
      )
      return false
    }
    guard RatingScale.areOrdered(cuts, wantsMore: wantsMore) else {
      let order = wantsMore ? "rise" : "fall"
      problems.error(
        place,
        "cuts \(cuts.map { "\($0)" }.joined(separator: ", ")) do not \(order) from worst to best; where "
          + "\(wantsMore ? "higher" : "lower") is better each is \(wantsMore ? "above" : "below") the one before"
      )
      return false
    }
    return true
  }

  /// A list of so many plain decimals.
  private static func numbers(
    _ key: String, count: Int, _ mapping: YAMLMapping, _ problems: inout Problems
  ) -> [Double]? {
    guard let list = mapping.list(key, &problems) else { return nil }
    let numbers = list.compactMap { $0.scalar.flatMap(decimal) }
    guard list.count == count, numbers.count == count else {
      problems.error(
        mapping.location(of: key),
        "\(key) holds \(numbers.count) plain decimals of \(list.count) values; expected \(count), such as "
          + (count == 2 ? "[0, 1]" : "[0.25, 0.5, 0.75, 0.9]"))
      return nil
    }
    return numbers
  }

  /// Digits with one point at most and a minus sign before; up to 15 of them.
  static func decimal(_ text: String) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
    }
    return isPlain && digits.utf8.count <= 16 ? Double(text) : nil
  }
}
