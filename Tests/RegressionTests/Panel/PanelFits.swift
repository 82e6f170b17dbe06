import Regression

/// The fits of every panel of the validation folder, made once.
struct PanelFits: Sendable, CustomStringConvertible {
  let data: PanelData
  let sample: Sample
  let index: PanelIndex
  let pooled: PanelFit
  let within: PanelFit
  let withinTime: PanelFit
  let twoWay: PanelFit
  let between: PanelFit
  let difference: PanelFit
  let random: PanelFit

  var description: String { data.name }

  static let all: [PanelFits] = PanelData.all.compactMap {
    do {
      return try PanelFits($0)
    } catch {
      fatalError("\($0.name): \(error)")
    }
  }

  private init?(_ data: PanelData) throws {
    guard let (sample, index) = try data.load() else { return nil }
    self.data = data
    self.sample = sample
    self.index = index
    pooled = try PooledModel().fit(sample)
    within = try WithinModel(effects: [index.units]).fit(sample)
    withinTime = try WithinModel(effects: [index.periods]).fit(sample)
    twoWay = try WithinModel(effects: [index.units, index.periods], aliasing: .leftToRight).fit(sample)
    between = try BetweenModel(groups: index.units).fit(sample)
    difference = try FirstDifferenceModel(index: index, aliasing: .leftToRight).fit(sample)
    random = try RandomEffectsModel(groups: index.units).fit(sample)
  }

  /// The fits by plm's names of models.
  var byModel: [(String, PanelFit)] {
    [
      ("pooling", pooled), ("within_individual", within), ("within_time", withinTime),
      ("within_twoways", twoWay), ("between", between), ("fd", difference), ("random_swar", random),
    ]
  }
}
