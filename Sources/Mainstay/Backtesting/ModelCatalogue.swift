public import Forecasting
import Giving
import Tabular

/// Every model that a backtest knows. A new one is a line of `all`.
public enum ModelCatalogue {
  public struct Entry: Sendable {
    public let model: any PanelModel
    /// Whether it is a rule that anybody could use, which others have to beat.
    public let isBenchmark: Bool
    /// Behind "no better than": `the median of the last three`.
    public let phrase: String

    public var name: String { model.name }

    public init(_ model: any PanelModel, isBenchmark: Bool = true) {
      (self.model, self.isBenchmark) = (model, isBenchmark)
      phrase = ModelCatalogue.phrases[model.name] ?? "'\(model.name)'"
    }
  }

  /// In the order in which models are written; slow ones first, so that none is left for the end.
  public static let all: [Entry] =
    [
      Entry(GivingForecaster(), isBenchmark: false),
      Entry(Combination(of: BenchmarkModels.single), isBenchmark: false),
    ] + BenchmarkModels.single.map { Entry($0) }

  /// What models do, in words that follow "no better than"; others are called by their names.
  private static let phrases = [
    "naive": "the last value",
    "mean": "the mean of all years",
    "median3": "the median of the last three",
    "drift": "a line through the first and the last year",
    "ses": "simple exponential smoothing",
    "holt-damped": "a damped trend",
    "croston": "Croston's method",
    "sba": "the Syntetos-Boylan approximation",
    "tsb": "the Teunter-Syntetos-Babai method",
    "transition-table": "the table of streaks and gaps",
  ]

  /// The models of a list of names with commas between, or all for `all`; each once.
  /// - Throws: `UsageError` for a name that there is not.
  public static func select(_ list: String, from entries: [Entry] = all) throws(UsageError) -> [Entry] {
    if list == "all" { return entries }
    var chosen: [Entry] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(part.filter { $0 != " " })
      guard let entry = entries.first(where: { $0.name == name }) else { throw unknown(name, entries) }
      if !chosen.contains(where: { $0.name == name }) { chosen.append(entry) }
    }
    return chosen
  }

  private static func unknown(_ name: String, _ entries: [Entry]) -> UsageError {
    let names = entries.map(\.name)
    let near = nearest(to: name, among: names).map { "did you mean '\($0)'? " } ?? ""
    let known = "models: all, \(names.joined(separator: ", "))"
    return UsageError(
      name.isEmpty ? "--models names no model; \(known)" : "there is no model '\(name)'; \(near)\(known)")
  }
}
