/// The months and years a giving path is drawn for, as offsets from the projection's first month.
public struct GivingHorizon: Sendable, Hashable {
  /// The first fiscal year of the projection.
  public let firstYear: Int
  /// Month index at which each fiscal year begins; negative where the projection begins inside it.
  public let yearStarts: [Int]
  /// Months since year 0 of month index 0, so that draws are keyed by the calendar.
  public let firstOrdinal: Int
  /// Index of the as-of date's month: whatever is still to come comes after it. Before the projection: -1.
  public let seenThrough: Int

  public init(firstYear: Int, yearStarts: [Int], firstOrdinal: Int, seenThrough: Int) {
    (self.firstYear, self.yearStarts) = (firstYear, yearStarts)
    (self.firstOrdinal, self.seenThrough) = (firstOrdinal, seenThrough)
  }

  public var years: Int { yearStarts.count }

  /// The months of year `index` that are still to come; empty where all are seen.
  public func openMonths(of index: Int) -> Range<Int> {
    let end = yearStarts[index] + 12
    return max(yearStarts[index], seenThrough + 1, 0)..<max(end, seenThrough + 1, 0)
  }
}

/// How one giver's future is to be drawn: what is agreed, what a scenario fixes, and where habit speaks.
public struct GiverPlan: Sendable, Equatable {
  public let giver: Giver
  /// Instalments of agreements that are still to be paid, arrears included.
  public var instalments: [Instalment]
  /// Receipts of the projection's months that are known already.
  public var recorded: [Instalment]
  /// By year: inside an agreement's term, so that nothing else is drawn.
  public var covered: [Bool]
  /// The year after the last agreement ends, if renewal is a question.
  public var renewal: Renewal?
  /// By year: given for certain in place of everything else.
  public var fixed: [FixedGift?]
  /// By year: instalments are paid in full when due.
  public var punctual: [Bool]
  /// By year: everything due comes so many months later.
  public var delay: [Int]

  public init(giver: Giver, years: Int) {
    self.giver = giver
    instalments = []
    recorded = []
    covered = Array(repeating: false, count: years)
    fixed = Array(repeating: nil, count: years)
    punctual = Array(repeating: false, count: years)
    delay = Array(repeating: 0, count: years)
  }

  public struct Instalment: Sendable, Hashable {
    /// Month index; negative for arrears.
    public let due: Int
    public let cents: Double
    /// Index into the projection's currencies; 0 is the budget currency.
    public let currency: Int
    /// Index of the year in which it becomes revenue; -1: it already is.
    public let recognised: Int

    public init(due: Int, cents: Double, currency: Int, recognised: Int) {
      (self.due, self.cents, self.currency, self.recognised) = (due, cents, currency, recognised)
    }
  }

  public struct FixedGift: Sendable, Hashable {
    public let cents: Double
    public let currency: Int
    /// The same in cents of the budget currency at the as-of rate: what habit remembers of it.
    public let remembered: Double
    /// Month index.
    public let due: Int

    public init(cents: Double, currency: Int, remembered: Double, due: Int) {
      (self.cents, self.currency, self.remembered, self.due) = (cents, currency, remembered, due)
    }
  }

  public struct Renewal: Sendable, Hashable {
    /// Fiscal year in which it would be renewed.
    public let year: Int
    /// Month of the fiscal year (0 ... 11) in which its instalments fall due.
    public let monthOffset: Int
    /// Whether the whole becomes revenue when it binds.
    public let upfront: Bool

    public init(year: Int, monthOffset: Int, upfront: Bool) {
      (self.year, self.monthOffset, self.upfront) = (year, monthOffset, upfront)
    }
  }
}

/// Probabilities a scenario may state in place of the fitted ones.
public struct GivingSettings: Sendable, Hashable {
  /// P(paid in the month it is due); `nil`: drawn from what the crowd and the contributor's own payments say.
  public var onTimeProbability: Double?
  /// P(never paid), in place of everything that can fail; `nil`: of the collection model.
  public var defaultProbability: Double?
  /// Months late where late, with the same chance in every month; `nil`: of the lateness model.
  public var meanMonthsLate: Double?
  public var renewalProbability: Double
  public var renewalTerm: Int
  /// Standard deviations of the common effects in every year; `nil`: drawn, year by year. The money expected knows
  /// nothing of it.
  public var yearEffect: Double?

  public init(
    onTimeProbability: Double? = nil, defaultProbability: Double? = nil, meanMonthsLate: Double? = nil,
    renewalProbability: Double, renewalTerm: Int
  ) {
    (self.onTimeProbability, self.defaultProbability) = (onTimeProbability, defaultProbability)
    self.meanMonthsLate = meanMonthsLate
    (self.renewalProbability, self.renewalTerm) = (renewalProbability, renewalTerm)
  }
}
