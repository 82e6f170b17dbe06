import Finance
import Records
import Tabular

/// Reads the named numbers of a line of scenarios; a later file's replace an earlier one's, name by name.
enum AssumptionReader {
  static let names = [
    "renewal-probability", "renewal-term", "on-time-probability", "default-probability", "plan-growth",
    "exchange-volatility", "interest", "reserve-rate",
  ]

  static func read(_ lineage: [ScenarioSource], _ problems: inout Problems) -> NamedAssumptions {
    var result = NamedAssumptions()
    for source in lineage {
      guard let mapping = source.mapping.optionalMapping("assumptions", &problems) else { continue }
      for entry in mapping.entries where !names.contains(entry.key) {
        problems.error(entry.location, Phrase.unknown("assumption", entry.key, known: names))
      }
      readProbabilities(mapping, into: &result, &problems)
      readOthers(mapping, into: &result, &problems)
    }
    return result
  }

  private static func readProbabilities(
    _ mapping: YAMLMapping, into result: inout NamedAssumptions, _ problems: inout Problems
  ) {
    func probability(_ name: String, _ problems: inout Problems) -> Rate? {
      mapping.rate(name, within: .zero ... .whole, required: false, &problems)
    }
    replace(&result.renewalProbability, probability("renewal-probability", &problems))
    replace(&result.onTimeProbability, probability("on-time-probability", &problems))
    replace(&result.defaultProbability, probability("default-probability", &problems))
  }

  private static func readOthers(
    _ mapping: YAMLMapping, into result: inout NamedAssumptions, _ problems: inout Problems
  ) {
    replace(&result.renewalTerm, mapping.integer("renewal-term", in: 1...20, required: false, &problems))
    replace(
      &result.planGrowth, mapping.rate("plan-growth", within: .yearlyChange, required: false, &problems))
    replace(
      &result.exchangeVolatility,
      mapping.rate(
        "exchange-volatility", within: .zero...Rate(basisPoints: 20_000), required: false, &problems))
    replace(
      &result.reserveRate,
      mapping.rate("reserve-rate", within: .zero ... .whole, required: false, &problems))
    replace(&result.interest, mapping.rate("interest", within: .yearlyChange, required: false, &problems))
  }

  private static func replace<Value>(_ old: inout Value?, _ new: Value?) {
    if let new { old = new }
  }
}
