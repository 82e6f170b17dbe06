/// Yearly amounts of many contributors to many funds, as far as a forecaster may see.
///
/// Series are sorted by fund and contributor (bytes of their names), so that nothing depends on a file's order.
public struct Panel: Sendable, Equatable {
  /// The first and the last year that any series holds.
  public let years: ClosedRange<Int>
  public let series: [Series]
  /// The first year in which each fund reported at all: an earlier year without a row is unknown, not empty.
  public let firstReported: [String: Int]

  /// One contributor's rows in one fund.
  public struct Series: Sendable, Equatable {
    public let contributor: String
    public let fund: String
    /// What kind of contributor it is, such as `Government`; `nil` where the panel does not say.
    public let group: String?
    /// One amount for each year of the panel, negative ones (write-downs, refunds) as recorded; 0: no row.
    public let amounts: [Double]

    public init(contributor: String, fund: String, group: String?, amounts: [Double]) {
      (self.contributor, self.fund, self.group, self.amounts) = (contributor, fund, group, amounts)
    }

    /// Whether it holds a positive gift.
    public var hasGift: Bool { amounts.contains { $0 > 0 } }
  }

  /// One row of a panel's file.
  public struct Row: Sendable, Equatable {
    public let contributor: String
    public let fund: String
    public let group: String?
    public let year: Int
    public let amount: Double

    public init(contributor: String, fund: String, group: String?, year: Int, amount: Double) {
      (self.contributor, self.fund, self.group) = (contributor, fund, group)
      (self.year, self.amount) = (year, amount)
    }
  }

  /// Gathers rows into series; rows of one contributor, fund and year are added up. `nil`: there is no row.
  /// - Parameter through: rows of later years are left out, as if they had never been written.
  public init?(rows: [Row], through last: Int? = nil) {
    let seen = rows.filter { last == nil || $0.year <= last! }.sorted(by: Panel.precedes)
    guard let first = seen.map(\.year).min(), let latest = seen.map(\.year).max() else { return nil }
    years = first...max(last ?? latest, latest)
    var reported: [String: Int] = [:]
    var gathered: [Series] = []
    var start = 0
    while start < seen.count {
      let head = seen[start]
      var end = start
      var amounts = [Double](repeating: 0, count: years.count)
      while end < seen.count, seen[end].fund == head.fund, seen[end].contributor == head.contributor {
        amounts[seen[end].year - first] += seen[end].amount
        reported[head.fund] = min(reported[head.fund] ?? seen[end].year, seen[end].year)
        end += 1
      }
      gathered.append(
        Series(contributor: head.contributor, fund: head.fund, group: head.group, amounts: amounts))
      start = end
    }
    (series, firstReported) = (gathered, reported)
  }

  private static func precedes(_ left: Row, _ right: Row) -> Bool {
    if left.fund != right.fund { return left.fund.utf8.lexicographicallyPrecedes(right.fund.utf8) }
    if left.contributor != right.contributor {
      return left.contributor.utf8.lexicographicallyPrecedes(right.contributor.utf8)
    }
    // Sums of rows do not depend on their order in the file.
    return left.year != right.year ? left.year < right.year : left.amount < right.amount
  }
}

extension Panel {
  /// The funds, each with the range of its series; in the panel's order.
  public var funds: [(name: String, series: Range<Int>)] {
    var found: [(name: String, series: Range<Int>)] = []
    for (index, series) in series.enumerated() {
      if let last = found.last, last.name == series.fund {
        found[found.count - 1].series = last.series.lowerBound..<index + 1
      } else {
        found.append((series.fund, index..<index + 1))
      }
    }
    return found
  }
}
