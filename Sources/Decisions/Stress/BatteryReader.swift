import Finance
public import Records
import Tabular

/// Reads stress batteries: the shipped one, and what a book says over it.
public enum BatteryReader {
  /// What a book calls its own.
  public static let file = "stress-battery.yaml"

  /// The battery of a book's folder.
  /// - Throws: `BookError` with every problem of the book's file.
  public static func battery(folder path: String) throws(BookError) -> StressBattery {
    let shipped = try battery(Array(PackageResources.stress_battery_yaml), name: file, over: nil)
    guard let folder = BookFolder(path: path) else { return shipped }
    switch folder.read(file, limit: StrictYAML.sizeLimit) {
    case .absent: return shipped
    case .refused(let why):
      var problems = Problems()
      problems.error(SourceLocation(file: folder.displayName(file), line: 1), why)
      throw BookError(problems)
    case .bytes(let bytes): return try battery(bytes, name: folder.displayName(file), over: shipped)
    }
  }

  /// The battery file of a book's folder with its digest, whatever it says; `nil` where there is none that is read.
  public static func input(folder path: String) -> Book.InputFile? {
    guard case .bytes(let bytes)? = BookFolder(path: path)?.read(file, limit: StrictYAML.sizeLimit)
    else { return nil }
    return input(bytes)
  }

  private static func input(_ bytes: [UInt8]) -> Book.InputFile {
    Book.InputFile(name: file, sha256: SHA256.hexDigest(of: bytes))
  }

  /// - Parameter shipped: what the file's shocks are read over; `nil`: it must be complete.
  static func battery(_ bytes: [UInt8], name: String, over shipped: StressBattery?) throws(BookError)
    -> StressBattery
  {
    var problems = Problems()
    let root = StrictYAML.parse(bytes, file: name, &problems)
    let input = shipped.map { _ in self.input(bytes) }
    let battery = root.flatMap { self.battery($0, name: name, input, over: shipped, &problems) }
    guard let battery, !problems.hasErrors else { throw BookError(problems) }
    return battery
  }

  private static func battery(
    _ root: YAMLMapping, name: String, _ input: Book.InputFile?, over shipped: StressBattery?,
    _ problems: inout Problems
  ) -> StressBattery? {
    root.rejectUnknown(known: ["title", "signal", "remedy", "shocks"], &problems)
    let title = root.optionalString("title", &problems) ?? shipped?.title
    let signal =
      root.optionalMapping("signal", &problems).flatMap { self.signal($0, &problems) } ?? shipped?.signal
    let remedy = root.optionalMapping("remedy", &problems)
    remedy?.rejectUnknown(known: ["probability", "source"], &problems)
    let line = remedy.flatMap { probability("probability", $0, &problems) } ?? shipped?.remedy
    let source = remedy.flatMap { $0.string("source", &problems) } ?? shipped?.remedySource
    let shocks = self.shocks(root, over: shipped?.shocks ?? [], &problems)
    guard let title, let signal, let line, let source else {
      if !problems.hasErrors {
        problems.error(
          root.location, "title, signal or remedy is missing; copy them from the shipped battery")
      }
      return nil
    }
    return StressBattery(
      title: title, signal: signal, remedy: line, remedySource: source, shocks: shocks,
      source: shipped == nil ? "shipped battery" : name, input: input)
  }

  private static func signal(_ mapping: YAMLMapping, _ problems: inout Problems) -> StressBattery.SignalRule?
  {
    mapping.rejectUnknown(known: ["event", "line", "stress-line", "source"], &problems)
    if let event = mapping.optionalString("event", &problems), event != "shortfall" {
      problems.error(
        mapping.location(of: "event"), "the signal looks at 'shortfall', not at '\(event)'; write shortfall")
    }
    let line = probability("line", mapping, &problems)
    let stress = probability("stress-line", mapping, &problems)
    let source = mapping.string("source", &problems)
    guard let line, let stress, let source else { return nil }
    return StressBattery.SignalRule(line: line, stressLine: stress, source: source)
  }

  private static func probability(_ key: String, _ mapping: YAMLMapping, _ problems: inout Problems) -> Rate?
  {
    guard let rate = mapping.rate(key, &problems) else { return nil }
    if (Rate.zero ... .whole).contains(rate) { return rate }
    problems.error(mapping.location(of: key), "\(key) \(rate) is no probability; write one from 0 % to 100 %")
    return nil
  }

  // MARK: Shocks

  private static func shocks(
    _ root: YAMLMapping, over shipped: [StressBattery.Shock], _ problems: inout Problems
  ) -> [StressBattery.Shock] {
    guard let mapping = root.optionalMapping("shocks", &problems) else { return shipped }
    var shocks = shipped
    for entry in mapping.entries {
      guard Identifier.isValid(entry.key) else {
        problems.error(entry.location, "'\(entry.key)' is no identifier; write small letters, digits and '-'")
        continue
      }
      guard let body = entry.value.mapping else {
        problems.error(
          entry.location, "shock '\(entry.key)' has no keys; write title, kind, size and source below it")
        continue
      }
      let place = shocks.firstIndex { $0.id == entry.key }
      if body.yesOrNo("use", required: false, &problems) == false {
        if let place { shocks.remove(at: place) }
        continue
      }
      guard let shock = shock(entry.key, body, entry.location, old: place.map { shocks[$0] }, &problems)
      else { continue }
      if let place { shocks[place] = shock } else { shocks.append(shock) }
    }
    checkParts(shocks, &problems)
    return shocks
  }

  private static func shock(
    _ id: String, _ body: YAMLMapping, _ location: SourceLocation, old: StressBattery.Shock?,
    _ problems: inout Problems
  ) -> StressBattery.Shock? {
    body.rejectUnknown(
      known: ["use", "title", "kind", "unit", "size", "range", "of", "source"], &problems)
    let title =
      old == nil
      ? body.displayText("title", &problems)
      : body.displayText("title", required: false, &problems) ?? old?.title
    let kind = body.choice("kind", required: old == nil, &problems) ?? old?.kind
    let unit = body.optionalString("unit", &problems) ?? old?.unit ?? "share"
    let source =
      old == nil ? body.string("source", &problems) : body.optionalString("source", &problems) ?? old?.source
    guard let kind else { return nil }
    let form = Form(isMonths: kind == .hostLate)
    let size = form.size(body, required: old == nil, &problems) ?? old?.size
    let range = form.range(body, &problems) ?? old?.range
    let parts = body.optionalList("of", &problems).compactMap(\.scalar)
    if kind == .combination, parts.isEmpty, old == nil {
      problems.error(location, "a combination names its parts; write of: [host-late, host-currency]")
    }
    guard let title, let size, let source else { return nil }
    return StressBattery.Shock(
      id: id, title: title, kind: kind, unit: unit, size: size, range: range,
      parts: parts.isEmpty ? old?.parts ?? [] : parts, source: source, location: location)
  }

  private static func checkParts(_ shocks: [StressBattery.Shock], _ problems: inout Problems) {
    for shock in shocks {
      for part in shock.parts {
        let found = shocks.first { $0.id == part }
        if found == nil || found?.kind == .combination {
          let known = shocks.filter { $0.kind != .combination }.map(\.id)
          let near =
            nearest(to: part, among: known).map { "; did you mean '\($0)'?" } ?? "; leave it out of 'of'"
          problems.error(
            shock.location, "shock '\(part)' of combination '\(shock.id)' is not in the battery\(near)")
        }
      }
    }
  }

  /// How sizes of a kind are written.
  private struct Form {
    let isMonths: Bool

    func size(_ body: YAMLMapping, required: Bool, _ problems: inout Problems) -> Int? {
      if isMonths { return body.integer("size", in: 0...120, required: required, &problems) }
      guard let rate = body.rate("size", required: required, &problems) else { return nil }
      if (0...100_000).contains(rate.basisPoints) { return rate.basisPoints }
      problems.error(
        body.location(of: "size"), "size \(rate) is outside 0 % to 1000 %; write a size within them")
      return nil
    }

    /// `0% to 200%`, `0 to 36`.
    func range(_ body: YAMLMapping, _ problems: inout Problems) -> ClosedRange<Int>? {
      guard let text = body.optionalString("range", &problems) else { return nil }
      let bounds = text.split(separator: " ", omittingEmptySubsequences: true).filter { $0 != "to" }.map {
        isMonths ? Int($0) : Rate(percent: $0)?.basisPoints
      }
      if bounds.count == 2, let low = bounds[0], let high = bounds[1], 0 <= low, low < high, high <= 100_000 {
        return low...high
      }
      let example = isMonths ? "0 to 36" : "0% to 100%"
      problems.error(body.location(of: "range"), "'\(text)' is no range of sizes; write \(example)")
      return nil
    }
  }
}
