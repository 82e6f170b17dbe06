import Forecasting
import Tabular

extension BacktestReport {
  /// Tables of both levels sorted by skill, a verdict for each model, and what the words mean.
  public var text: String {
    let parts = BacktestResult.Level.allCases.compactMap { section($0) }
    return ([heading] + parts + [legend]).joined(separator: "\n")
  }

  private var heading: String {
    let years = "\(backtest.years.lowerBound) to \(backtest.years.upperBound)"
    let origins = backtest.origins.map { "\($0)" }.joined(separator: ", ")
    var lines = ["Backtest of \(file.name): \(BacktestText.grouped(file.rows.count)) rows, \(years)"]
    lines.append(
      "Forecasts made as of \(origins), up to \(BacktestText.years(backtest.horizon)) ahead; no model saw a "
        + "row of a later year.")
    if let training { lines.append("What models share was learned from \(training.name).") }
    lines.append(
      backtest.emptyYears == .zero
        ? "A year without any row of a fund counts as nothing received (--empty-years zero)."
        : "A year without any row of a fund counts as not reported and is not scored "
          + "(--empty-years unknown).")
    return BacktestText.paragraphs(lines)
  }

  private func section(_ level: BacktestResult.Level) -> String? {
    guard let slice = scores.slice(level, horizon: nil) else { return nil }
    let title = level == .contributor ? "Each contributor to each fund" : "Totals of funds"
    let count = BacktestText.forecasts(Int(slice.sheets[0]["n"] ?? 0))
    let order = sorted(slice)
    let lines = [BacktestText.row(columns(level))] + order.map { BacktestText.row(cells($0, slice)) }
    let verdicts = order.map { model in
      TextWidth.wrap(
        "\(models[model].name): \(verdict(model, slice))", first: "  ", rest: "    "
      ).joined(separator: "\n") + "\n"
    }
    return "\(title): \(count) in \(BacktestText.funds(slice.funds))\n" + lines.joined() + "\n"
      + verdicts.joined()
  }

  /// Models by loss, least first; equal ones as they were given.
  private func sorted(_ slice: BacktestScores.Slice) -> [Int] {
    let losses = slice.sheets.map { $0["swql10"] ?? .infinity }
    return losses.indices.sorted { (losses[$0], $0) < (losses[$1], $1) }
  }
}

// MARK: - Table
extension BacktestReport {
  /// The horizons that have a column: all up to three, else the first two and the last.
  private func shownHorizons(_ level: BacktestResult.Level) -> [Int] {
    let horizons = scores.horizons(level)
    return horizons.count <= 3 ? horizons : Array(horizons.prefix(2)) + [horizons[horizons.count - 1]]
  }

  private func columns(_ level: BacktestResult.Level) -> [String] {
    ["model", "skill", "90 % range", "swql10"] + shownHorizons(level).map { BacktestText.years($0) }
      + CentralInterval.allCases.map { "in \($0.rawValue)" }
  }

  private func cells(_ model: Int, _ slice: BacktestScores.Slice) -> [String] {
    let sheet = slice.sheets[model]
    let skill = slice.skills[model]
    let range = skill?.interval.map {
      "\(BacktestText.percent($0.lowerBound)) to \(BacktestText.percent($0.upperBound))"
    }
    let isReference = skill.map { $0.reference == model } ?? false
    return [
      models[model].name, skill.map { BacktestText.percent($0.value) } ?? "-",
      isReference ? "-" : range ?? "-", BacktestText.loss(sheet["swql10"]),
    ]
      + shownHorizons(slice.level).map { horizon in
        BacktestText.loss(scores.slice(slice.level, horizon: horizon)?.sheets[model]["swql10"])
      }
      + CentralInterval.allCases.map { BacktestText.percent(sheet["cov\($0.rawValue)"] ?? 0) }
  }
}

// MARK: - Words
extension BacktestReport {
  /// Whether the model is better than what anybody could do, and where it is weakest.
  private func verdict(_ model: Int, _ slice: BacktestScores.Slice) -> String {
    guard let skill = slice.skills[model] else {
      return "no verdict, as no simple benchmark is among the models; add one to --models"
    }
    let all = words(skill, model)
    guard !models[model].isBenchmark, let weakest = weakest(model, slice.level) else { return all }
    return "\(all); weakest \(BacktestText.years(weakest.horizon)) ahead: \(words(weakest.skill, model))"
  }

  private func words(_ skill: Skill, _ model: Int) -> String {
    let phrase = models[skill.reference].phrase
    let size = BacktestText.size(skill.value)
    return switch skill.verdict(of: model) {
    case .reference: "the best simple benchmark"
    case .better: "better than every benchmark by \(size)"
    case .noBetter: "no better than \(phrase)"
    case .worse: "worse than \(phrase) by \(size)"
    case .undecided:
      "\(skill.value < 0 ? "worse" : "better") than \(phrase) by \(size), "
        + "with too few funds to tell this from chance"
    }
  }

  /// The horizon of least skill, where there are several.
  private func weakest(_ model: Int, _ level: BacktestResult.Level) -> (horizon: Int, skill: Skill)? {
    let horizons = scores.horizons(level)
    guard horizons.count > 1 else { return nil }
    let skills = horizons.compactMap { horizon in
      scores.slice(level, horizon: horizon)?.skills[model].map { (horizon: horizon, skill: $0) }
    }
    return skills.min { $0.skill.value < $1.skill.value }
  }

  private var legend: String {
    BacktestText.paragraphs([
      "skill: how much less a model loses than the simple benchmark that loses least; below 0 it loses more. "
        + "90 % range: of the skill, by drawing the funds again a thousand times; a difference counts where "
        + "the range leaves out 0.",
      "swql10: the loss. 0 is a perfect forecast, 1 what a forecast of nothing loses; every series counts in "
        + "multiples of its own mean gift, at most ten. Then the loss so many years ahead.",
      "in 50, 80, 95: how much of what came fell into the forecasts' middle 50, 80 and 95 %; the nearer to "
        + "these the better.",
    ])
  }
}
