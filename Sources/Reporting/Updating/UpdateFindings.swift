public import Finance

/// What changed between two runs of a centre, and why: everything `mainstay update` tells.
public struct UpdateFindings: Sendable {
  public var centre: String
  public var currency: String
  public var old: Side
  public var new: Side
  /// Years that are compared: both runs project them, and they are not over on the new date.
  public var commonYears: ClosedRange<Int>
  /// Files of the book as known on the old date that are not what the old run read.
  public var changedInputs: [ChangedInput] = []
  public var funds: [Fund] = []
  /// Rows known since the old run, in file order.
  public var rows: [NewRow] = []
  /// The same by contributor and stage.
  public var sums: [Sum] = []
  public var receipts: [Receipt] = []
  /// What keeps a part of the attribution from being told, and what else has to be known.
  public var notes: [String] = []

  public init(centre: String, currency: String, old: Side, new: Side, commonYears: ClosedRange<Int>) {
    (self.centre, self.currency, self.old, self.new) = (centre, currency, old, new)
    self.commonYears = commonYears
  }

  /// One of the two runs.
  public struct Side: Sendable {
    /// `Reports/apctt/baseline`, or the scenario's file.
    public let place: String
    public let asOf: CalendarDate
    public let paths: Int
    public let seed: UInt32
    public let prior: String

    public init(place: String, asOf: CalendarDate, paths: Int, seed: UInt32, prior: String) {
      (self.place, self.asOf, self.paths, self.seed, self.prior) = (place, asOf, paths, seed, prior)
    }
  }

  /// A file of the book, and SHA-256 of what of it was known on the old date: then and now; `nil`: no such file.
  public struct ChangedInput: Sendable, Hashable {
    public let name: String
    public let before: String?
    public let now: String?

    public init(name: String, before: String?, now: String?) {
      (self.name, self.before, self.now) = (name, before, now)
    }
  }

  /// A fund's headline figures, and why its chance of a shortfall changed.
  public struct Fund: Sendable {
    public let id: String
    public let headlines: [Headline]
    /// The chance of a shortfall by the last common year: as the old report has it, after each replacement, and
    /// as the new run has it. Each step names what was replaced to come to it.
    public let steps: [Step]

    public init(id: String, headlines: [Headline], steps: [Step]) {
      (self.id, self.headlines, self.steps) = (id, headlines, steps)
    }
  }

  public struct Headline: Sendable, Hashable {
    public enum Unit: Sendable { case share, money, number }
    public let title: String
    public let unit: Unit
    /// Cents, shares or numbers; `nil`: not in that run's tables.
    public let old: Double?
    public let new: Double?

    public init(_ title: String, _ unit: Unit, old: Double?, new: Double?) {
      (self.title, self.unit, self.old, self.new) = (title, unit, old, new)
    }
  }

  public struct Step: Sendable, Hashable {
    public let title: String
    public let probability: Double
    /// Whether book, date and scenario are still those of the old run.
    public let isOfOldRun: Bool

    public init(_ title: String, _ probability: Double, isOfOldRun: Bool = false) {
      (self.title, self.probability, self.isOfOldRun) = (title, probability, isOfOldRun)
    }
  }

  /// A row of the book.
  public struct NewRow: Sendable, Hashable {
    /// `Scenarios/apctt/contributions.csv:23`
    public let place: String
    public let text: String
    public let source: String

    public init(place: String, text: String, source: String) {
      (self.place, self.text, self.source) = (place, text, source)
    }
  }

  /// New rows of one contributor and stage, in cents of the budget currency.
  public struct Sum: Sendable, Hashable {
    public let contributor: String
    public let stage: String
    public let rows: Int
    public let cents: Int

    public init(contributor: String, stage: String, rows: Int, cents: Int) {
      (self.contributor, self.stage, self.rows, self.cents) = (contributor, stage, rows, cents)
    }
  }

  /// What one contributor was to give in a year that has passed since, and gave; cents of the budget currency.
  public struct Receipt: Sendable {
    public let year: Int
    /// Whether the year was over on the new date.
    public let isWhole: Bool
    public let contributor: String
    public let fund: String
    /// Instalments of agreements known then.
    public let promised: Int
    /// On the money expected, and in 5 and 95 of 100 futures at most; `nil`: the old run did not know it.
    public let expected: (central: Double, low: Double, high: Double)?
    public let came: Int

    public init(
      year: Int, isWhole: Bool, contributor: String, fund: String, promised: Int,
      expected: (central: Double, low: Double, high: Double)?, came: Int
    ) {
      (self.year, self.isWhole, self.contributor, self.fund) = (year, isWhole, contributor, fund)
      (self.promised, self.expected, self.came) = (promised, expected, came)
    }
  }
}
