public import Finance
public import Giving
import OrderedCollections
public import Records
import Reporting

/// The fitted sets the product ships, one for each data year.
///
/// Figures of our own fit to public panels; `make reference-classes` makes them again.
public enum ReferenceClasses {
  /// The set that a book uses as of a date: the newest whose data year was over by then and that was not
  /// fitted on a fund of the book.
  ///
  /// Trust funds go before the whole system's organisations wherever a set of theirs qualifies (data years from
  /// 2019 on; before, two years of them say too little): a small centre is more like a trust fund. Else
  /// the newest set of the system (from data year 2015 on); before, `GivingPrior.plain`.
  public static func prior(for book: Book, asOf: CalendarDate) throws -> GivingPrior {
    for shipped in all where isOver(shipped.dataYear, by: asOf) {
      let prior = try shipped.prior()
      if ownFunds(of: book, in: prior).isEmpty { return prior }
    }
    return .plain
  }

  /// The set of a file, if it may be used.
  /// - Throws: `PriorError` where it rests on years not over by `asOf`, or on a fund of the book.
  public static func prior(
    of file: PriorFile, for book: Book, asOf: CalendarDate
  ) throws(PriorError) -> GivingPrior {
    let prior = file.prior
    if let year = prior.dataYear, !isOver(year, by: asOf) {
      throw PriorError(
        "\(file.path): the prior '\(prior.name)' rests on data up to \(year)-12-31, and the run knows nothing "
          + "after \(asOf); fit one with mainstay calibrate --until \(lastYearOver(by: asOf)), or leave --prior "
          + "out")
    }
    if let fund = ownFunds(of: book, in: prior).first {
      throw PriorError(
        "\(file.path): the prior '\(prior.name)' was fitted on \(fund), which this book is about; fit one "
          + "with mainstay calibrate --without '\(fund)', or leave --prior out")
    }
    return prior
  }

  /// By the prior's own file where one is named, else by the shipped sets.
  static func prior(_ file: PriorFile?, for book: Book, asOf: CalendarDate) throws -> GivingPrior {
    guard let file else { return try prior(for: book, asOf: asOf) }
    return try prior(of: file, for: book, asOf: asOf)
  }

  private static func lastYearOver(by day: CalendarDate) -> Int {
    day.month == 12 && day.day == 31 ? day.year : day.year - 1
  }

  private static func isOver(_ year: Int, by day: CalendarDate) -> Bool { year <= lastYearOver(by: day) }

  /// Funds the prior was fitted on that are a fund of the book or its centre, by name: capitals do not count,
  /// and blanks are hyphens.
  private static func ownFunds(of book: Book, in prior: GivingPrior) -> [String] {
    let own = Set([book.centre.id] + book.centre.funds.keys.map { $0 })
    return (prior.panel?.funds ?? []).filter { fund in
      own.contains(String(fund.lowercased().map { $0 == " " ? "-" : $0 }))
    }
  }
}

/// A prior that a run may not use, with the way out.
public struct PriorError: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}

/// One shipped set, read when it is asked for.
struct ShippedSet: Sendable {
  let name: String
  let dataYear: Int
  private let json: @Sendable () -> String

  init(_ name: String, _ dataYear: Int, _ json: @escaping @Sendable () -> String) {
    (self.name, self.dataYear, self.json) = (name, dataYear, json)
  }

  func prior() throws -> GivingPrior { try JSONText.read(GivingPrior.self, from: json()) }
}
