public import Budgeting
import Finance
public import Giving
public import Records
public import Scenarios

/// Book + scenario + fit with nothing left open: what the kernel and the sampler are run on.
public struct Assumptions: Sendable {
  public let book: Book
  public let scenario: Scenario
  public let timeline: Timeline
  /// In the order of `centre.yaml`.
  public let funds: [FundPlan]
  /// Receivable on the first day, by fund: instalments that are revenue already and not yet paid.
  public let openingReceivable: [Double]
  public let givers: [GiverPlan]
  public let giving: GivingFit
  public var settings: GivingSettings
  public let horizon: GivingHorizon
  public let exchange: ExchangeOutlook
  /// Everything the result rests on that is not a ledger row, in the order a reader would ask.
  public let notes: [Note]
  /// Whether plan, posts or opening balance are assumed: reports then say "indicative" first.
  public let indicative: Bool
  /// Draws taken from another seed than the scenario's; `nil`: none.
  public var redrawn: RedrawnGroups? = nil

  /// Index of the fund a giver gives to.
  public func fund(of giver: Int) -> Int {
    funds.firstIndex { $0.fund.id == givers[giver].giver.fund } ?? 0
  }
}

/// One thing assumed or stated, and where it comes from.
public struct Note: Sendable, Hashable {
  public let text: String
  public let source: String

  public init(_ text: String, source: String) { (self.text, self.source) = (text, source) }
  public var isAssumption: Bool { source.lowercased().hasPrefix("assumption") }
}

/// Why a scenario cannot be run on its book, with the way out.
public struct OutlookError: Error, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
