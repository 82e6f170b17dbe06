public import Finance
public import Records
public import Tabular

/// A named question: what it changes in the book's story, how far it looks and with which draws.
/// A declaration only; the Outlook room says what it means.
public struct Scenario: Sendable, Hashable {
  /// `baseline`, or `a--b` for a combination: the folder its report is written to.
  public var name: String
  public var title: String
  public var author: String
  public var question: String
  public var asOf: CalendarDate
  /// The last fiscal year looked at.
  public var horizon: Int
  public var seed: UInt32
  public var paths: Int
  public var assumptions: NamedAssumptions
  /// In the order they act; a later one wins where two speak of the same.
  public var changes: [Change]
  public var response: Response
  /// What it varies beside being run as it stands.
  public var sweep: Sweep?
  /// What its author puts over the mechanical signal of stress.
  public var judgement: StatedJudgement?
  /// The files it was read from, ancestors first.
  public var files: [Book.InputFile]
  /// Where a single value stands that a file states: `response`, `as_of`, `assumptions.plan-growth`.
  public var places: [String: SourceLocation] = [:]

  public init(
    name: String, title: String, author: String = "", question: String = "", asOf: CalendarDate, horizon: Int,
    seed: UInt32 = 1, paths: Int = 100_000, assumptions: NamedAssumptions = NamedAssumptions(),
    changes: [Change] = [], response: Response = .standard, sweep: Sweep? = nil,
    judgement: StatedJudgement? = nil, files: [Book.InputFile] = []
  ) {
    (self.name, self.title, self.author, self.question) = (name, title, author, question)
    (self.asOf, self.horizon, self.seed, self.paths) = (asOf, horizon, seed, paths)
    (self.assumptions, self.changes, self.response) = (assumptions, changes, response)
    (self.sweep, self.judgement, self.files) = (sweep, judgement, files)
  }
}

extension Scenario {
  /// The same question, resting on a further file.
  public func adding(_ file: Book.InputFile) -> Scenario {
    var scenario = self
    scenario.files.append(file)
    return scenario
  }

  /// The same question, with further changes that act after its own.
  public func adding(_ changes: [Change]) -> Scenario {
    var scenario = self
    scenario.changes += changes
    return scenario
  }

  /// The same question, asked again for other values.
  func varied(by sweep: Sweep) -> Scenario {
    var scenario = self
    scenario.sweep = sweep
    return scenario
  }
}

/// Numbers of the giving and outlook models that a scenario may state. `nil`: the model's own.
public struct NamedAssumptions: Sendable, Hashable {
  public var renewalProbability: Rate?
  /// Years.
  public var renewalTerm: Int?
  public var onTimeProbability: Rate?
  public var defaultProbability: Rate?
  public var planGrowth: Rate?
  public var exchangeVolatility: Rate?
  public var interest: Rate?
  /// Of the next year's approved plan, for every fund that may pay for anything of the core, in place of the
  /// book's rule.
  public var reserveRate: Rate?

  public init() {}
}

/// What the centre does about a shortfall, in order.
public struct Response: Sendable, Hashable {
  public let order: [Step]

  public init(order: [Step]) { self.order = order }

  /// The order of the design: what hurts least comes first, the reserve is not touched.
  public static let standard = Response(
    order: [.holdVacancies, .cut(.travel), .cut(.consultants), .activities, .endPosts])

  public enum Step: Sendable, Hashable {
    /// Posts that have not begun are not filled while it lasts.
    case holdVacancies
    /// Contractual services, supplies, equipment, transfers and unclassified lines are put off.
    case activities
    /// Discretionary lines of one class are put off.
    case cut(ObjectClass)
    /// The operating reserve may pay from here on.
    case drawReserve
    /// Posts are given notice, then ended at their separation cost.
    case endPosts

    /// The word a scenario file uses.
    public var word: String {
      switch self {
      case .holdVacancies: "hold-vacancies"
      case .activities: "activities"
      case .cut(let objectClass): objectClass.rawValue
      case .drawReserve: "draw-reserve"
      case .endPosts: "end-posts"
      }
    }
  }
}
