import Reporting
import Simulation

/// Where one figure comes from: everything `trace` says about it.
struct Derivation {
  /// What it is.
  var title: String
  /// As it stands in a table, with the place.
  var value: String?
  var formula: String?
  /// Where formula or threshold come from.
  var source: String?
  /// Figures that go into it.
  var parts: [Origin] = []
  /// Rows of the book behind it.
  var rows: [LedgerRow] = []
  /// What is assumed, or has to be known beside.
  var notes: [String] = []
  /// Where all futures were counted or measured.
  var futures: FuturesCount?

  init(_ title: String) { self.title = title }
}

/// A statistic over all futures and how to find futures that show it.
struct FuturesCount {
  enum Statistic {
    /// On how many it happens.
    case happens([PathCondition])
    /// Of order: a single future has it, or two beside each other.
    case quantile(PathQuantity, level: Double, value: Double)
    /// Of all of them, such as a mean.
    case all
  }

  let statistic: Statistic
  /// Of a probability.
  var frequency: Frequency?
  /// Monte Carlo error as printed in a table, with its place.
  var error: String?
  /// Contributor and fund whose draws it rests on; `nil`: all of them.
  var giver: (contributor: String, fund: String)?
  /// Amounts are whole cents, shares are not.
  var isMoney = true

  var question: PathQuestion? {
    switch statistic {
    case .happens(let conditions): .happens(conditions)
    case .quantile(let quantity, _, let value): .nearest(quantity, to: value)
    case .all: nil
    }
  }
}
