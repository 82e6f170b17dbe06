import Giving
import OrderedCollections
import Records
import Tabular

/// When agreed money comes: what a contributor's own payments say, what the crowd says, and both.
extension FitTable {
  private static let timingColumns = ["contributor", "on time", "book", "crowd", "blend", "in a year"]
  private static let timingWidths = [30, 9, 5, 5, 5, 9]

  /// One line for each contributor that has agreed to pay; nothing where nobody has.
  static func timing(_ fit: GivingFit, _ book: Book) -> String {
    let agreed = book.contributors.values.filter { contributor in
      book.agreements.contains { $0.contributor == contributor.id }
    }
    guard !agreed.isEmpty else { return "" }
    let rows = agreed.map { cells($0, fit.timing) }
    let table = ([timingColumns] + rows).map { line($0, timingWidths, right: 1...5) }.joined()
    return "\nPaid when due\n" + table + "\n" + explanations(fit.timing).map { wrapped($0) }.joined()
  }

  private static func cells(_ contributor: Contributor, _ timing: GivingTiming) -> [String] {
    let record = timing.record(of: contributor.id)
    let curve = timing.belief(of: contributor.id).curve
    let count = record.instalments
    return [
      contributor.name, count == 0 ? "-" : "\(record.onTime)/\(count)",
      count == 0 ? "-" : percent(Double(record.onTime) / Double(count)),
      percent(timing.lateness.crowd.onTime.mean), percent(curve.onTime),
      percent(1 - curve.survival(LatenessBelief.lastMonth + 1)),
    ]
  }

  private static func explanations(_ timing: GivingTiming) -> [String] {
    let weight = timing.lateness.crowd.onTime.yes + timing.lateness.crowd.onTime.no
    let tenths = Int((weight * 10).rounded())
    return [
      "on time: instalments paid in or before the month they were due, of those this book can date. The "
        + "blend is what a run draws from: the crowd counts as \(tenths / 10).\(tenths % 10) instalments "
        + "beside the contributor's own. in a year: paid within \(LatenessBelief.lastMonth) months of the "
        + "month due, of what is paid at all.",
      "Lateness: \(timing.lateness.name), \(timing.lateness.source).",
      "Collection: \(timing.collection.name), \(timing.collection.source).",
    ]
  }
}
