import Finance
import Records
import Tabular

/// What kind of value a lever moves, and how such a value is read.
enum LeverQuantity {
  case rate
  case amount
  case number
  case word

  /// Of a named assumption.
  init(assumption: String) { self = assumption == "renewal-term" ? .number : .rate }

  /// Of a key of a change.
  init(_ kind: ChangeReader.Word, key: String) {
    self =
      switch key {
      case "share", "percent": .rate
      case "amount", "yearly_cost", "separation_cost": .amount
      case "month", "months", "count", "notice_months": .number
      case "from", "to": kind == .addPosts ? .word : .number
      default: .word
      }
  }

  /// The value of a key that must be there; whether it lies in its range is seen where the scenario is read with it.
  func value(_ key: String, in mapping: YAMLMapping, _ problems: inout Problems) -> Sweep.Value? {
    switch self {
    case .rate: mapping.rate(key, &problems).map { .rate($0) }
    case .amount: mapping.cents(key, &problems).map { .amount(cents: $0) }
    case .number: mapping.integer(key, in: 0...9999, &problems).map { .number($0) }
    case .word: mapping.string(key, &problems).map { .word($0) }
    }
  }

  /// The number of smallest units, reversed; a word has none.
  func value(units: Int) -> Sweep.Value {
    switch self {
    case .rate: .rate(Rate(basisPoints: units))
    case .amount: .amount(cents: units)
    case .number, .word: .number(units)
    }
  }
}

extension Sweep.Value {
  /// Basis points, hundredths or the number itself; `nil` for a word.
  var units: Int? {
    switch self {
    case .rate(let rate): rate.basisPoints
    case .amount(let cents): cents
    case .number(let number): number
    case .word: nil
    }
  }
}
