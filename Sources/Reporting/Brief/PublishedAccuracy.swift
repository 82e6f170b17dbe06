import Records
import Tabular

/// What a published backtest of the giving model came to, carried as data with its source.
struct PublishedAccuracy: Sendable {
  let panel: String
  let rows: Int
  let years: ClosedRange<Int>
  /// Years from whose ends was forecast.
  let origins: [Int]
  /// Of 100 totals, those inside the range meant for 80 and for 95.
  let held80: Int
  let held95: Int
  /// Per cent by which the loss was lower than that of the best simple rule: the 90 % range. The brief words it for a
  /// range that holds zero, and the file may state no other.
  let skill: ClosedRange<Int>
  let source: String

  /// The shipped figures.
  /// - Throws: `BookError` with every problem of the file; a test reads it, so it is whole.
  static func shipped() throws(BookError) -> PublishedAccuracy {
    var problems = Problems()
    let file = StrictYAML.parse(PackageResources.accuracy_yaml, file: "accuracy.yaml", &problems)
    let read = file.flatMap { PublishedAccuracy($0, &problems) }
    guard let read, !problems.hasErrors else { throw BookError(problems) }
    return read
  }

  private init?(_ file: YAMLMapping, _ problems: inout Problems) {
    let panel = file.displayText("panel", &problems)
    let source = file.displayText("source", &problems)
    let rows = file.integer("rows", in: 1...1_000_000_000, &problems)
    let first = file.integer("first-year", in: 1900...2999, &problems)
    let last = file.integer("last-year", in: 1900...2999, &problems)
    let origins = file.displayText("origins", &problems)
    let held80 = file.integer("held-of-80", in: 0...100, &problems)
    let held95 = file.integer("held-of-95", in: 0...100, &problems)
    let from = file.integer("skill-from", in: -100...0, &problems)
    let to = file.integer("skill-to", in: 0...100, &problems)
    guard let panel, let source, let rows, let first, let last, let origins, let held80, let held95,
      let from, let to, first <= last, from <= to
    else { return nil }
    (self.panel, self.source, self.rows) = (panel, source, rows)
    (years, skill) = (first...last, from...to)
    self.origins = origins.split(separator: ",").compactMap { Int($0.filter { $0 != " " }) }
    (self.held80, self.held95) = (held80, held95)
  }
}
