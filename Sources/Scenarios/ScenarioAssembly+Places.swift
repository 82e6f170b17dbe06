import Records
import Tabular

extension ScenarioAssembly {
  /// Where each single value stands that a file of the line states: the last one's.
  var places: [String: SourceLocation] {
    var places: [String: SourceLocation] = [:]
    for source in lineage {
      for key in ["as_of", "horizon", "seed", "paths", "response"] {
        guard let entry = source.mapping.entry(key), !entry.value.isEmpty else { continue }
        places[key] = entry.location
      }
      for entry in source.mapping["assumptions"]?.mapping?.entries ?? [] {
        places["assumptions.\(entry.key)"] = entry.location
      }
    }
    if overrides.asOf != nil { places["as_of"] = nil }
    return places
  }
}
