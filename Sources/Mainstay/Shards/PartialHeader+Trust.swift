import Finance
import Records
import Reporting
import Simulation

extension PartialHeader {
  /// Why the header is not to be trusted with names and numbers; `nil` where it is. Every number is bounded.
  var fault: String? {
    if run.product != "mainstay" { return "it was not made by mainstay" }
    if run.schema != RunManifest.schema {
      return "its schema is \(run.schema), this version reads \(RunManifest.schema)"
    }
    if run.version != RunManifest.version {
      return "it was made by mainstay \(shown(run.version)), this is \(RunManifest.version)"
    }
    return faultOfNames ?? faultOfNumbers
  }

  private var faultOfNames: String? {
    let names = [run.centre, run.prior] + run.scenarios
    guard names.allSatisfy({ Identifier.isValid($0) }), !run.scenarios.isEmpty else {
      return "a name of its centre, scenario or prior is not plain"
    }
    guard CalendarDate(iso: run.asOf) != nil else { return "its as-of date is no date" }
    guard run.files.isEmpty, run.inputs.allSatisfy({ isPlain($0.name) && isDigest($0.sha256) }), isDigest(fit)
    else { return "it lists files by names or digests that are none" }
    let leadsOut = [scenario, prior].compactMap { $0 }.first { !PlainPath.isBelow($0) }
    return leadsOut.map { "it names the file '\(shown($0))', which leads out of the working folder" }
  }

  private var faultOfNumbers: String? {
    guard (1...PartialFormat.mostPaths).contains(run.paths), (1...9999).contains(run.horizon) else {
      return "it says \(run.paths) futures to \(run.horizon), at most \(PartialFormat.mostPaths) can be"
    }
    guard let part = Shard(shard, of: shards) else { return "there is no shard \(name)" }
    let range = part.paths(of: run.paths)
    guard (firstPath, pathCount) == (range.lowerBound, range.count) else {
      return "it says \(pathCount) futures from \(firstPath), shard \(name) of \(run.paths) holds "
        + "\(range.count) from \(range.lowerBound)"
    }
    let counts = [layout.years, layout.months, layout.funds, layout.givers, layout.columns]
    guard counts.allSatisfy({ (0...PartialFormat.mostColumns).contains($0) }), layout.columns > 0 else {
      return "its layout of \(layout) is beyond every bound"
    }
    return nil
  }

  private func isPlain(_ name: String) -> Bool {
    (1...255).contains(name.utf8.count) && !name.contains("/")
      && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  private func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}

/// A text of a file fit for a message: at most 60 characters, none of which steers a terminal.
func shown(_ text: String) -> String {
  let scalars = text.unicodeScalars.prefix(60)
  return scalars.map { $0.properties.generalCategory == .control ? "?" : String($0) }.joined()
    + (text.unicodeScalars.count > 60 ? "..." : "")
}
