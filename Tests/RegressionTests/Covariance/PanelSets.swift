import Foundation
import LinearAlgebra
import Regression

/// The panels of the validation folder as pooled regressions, with the answers of R and Python.
struct PanelSet {
  let name: String
  let sample: Sample
  let unit: Grouping
  let period: Grouping

  static let names = ["grunfeld10", "produc", "gasoline_oecd", "empluk_unbalanced", "wages_cornwell_rupert"]

  /// nil, said aloud, when the folder is absent.
  init?(_ name: String) {
    let file = name == "empluk_unbalanced" ? "empluk" : name
    guard let table = ValidationFolder.table("panel/\(file).csv") else { return nil }
    let plain = { (column: String) in table[column]!.map { Double($0)! } }
    let logs = { (column: String) in plain(column).map { Foundation.log($0) } }
    let yes = { (column: String) in table[column]!.map { $0 == "yes" ? 1.0 : 0 } }
    self.name = name
    switch name {
    case "grunfeld10":
      sample = Self.pooled(plain("inv"), [("value", plain("value")), ("capital", plain("capital"))])
    case "produc":
      sample = Self.pooled(
        logs("gsp"),
        ["pcap", "pc", "emp"].map { ("log(\($0))", logs($0)) } + [("unemp", plain("unemp"))])
    case "gasoline_oecd":
      sample = Self.pooled(plain("lgaspcar"), ["lincomep", "lrpmg", "lcarpcap"].map { ($0, plain($0)) })
    case "empluk_unbalanced":
      sample = Self.pooled(logs("emp"), ["wage", "capital", "output"].map { ("log(\($0))", logs($0)) })
    default:
      let square = ("I(exp^2)", plain("exp").map { $0 * $0 })
      sample = Self.pooled(
        plain("lwage"),
        [
          ("wks", plain("wks")), ("southyes", yes("south")), ("smsayes", yes("smsa")),
          ("marriedyes", yes("married")), ("exp", plain("exp")), square, ("bluecolyes", yes("bluecol")),
          ("ind", plain("ind")), ("unionyes", yes("union")),
        ])
    }
    let keys = [
      "produc": ("state", "year"), "gasoline_oecd": ("country", "year"),
      "wages_cornwell_rupert": ("id", "t"),
    ][name, default: ("firm", "year")]
    unit = Grouping(name: keys.0, labels: table[keys.0]!)
    period = Grouping(name: keys.1, labels: table[keys.1]!)
  }

  private static func pooled(_ response: [Double], _ columns: [(String, [Double])]) -> Sample {
    RegressionTests.sample(response, on: columns)
  }

  /// R's answers by names of coefficients, such as `answers(["lm_sandwich", "se_HC0"])`.
  func answers(_ path: [String], file: String = "ref_R") -> [Double]? {
    guard let data = ValidationFolder.data("panel/\(file)_\(name).json"),
      var found = try? JSONSerialization.jsonObject(with: data)
    else { return nil }
    for key in path {
      guard let next = (found as? [String: Any])?[key] else { return nil }
      found = next
    }
    if let number = found as? Double { return [number] }
    if let numbers = found as? [Double] { return numbers }
    guard let named = found as? [String: Double] else { return nil }
    return sample.design.names.compactMap { named[$0] }
  }
}
