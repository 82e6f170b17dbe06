public import Decisions

/// What moves a run's answer: the text, and the tornado and the shares of chance as tables.
public struct SensitivityPage {
  private let text: SensitivityText

  public init(_ tornado: Tornado, _ sobol: SobolAnalysis, of trial: Trial) {
    text = SensitivityText(tornado: tornado, sobol: sobol, base: trial.base)
  }

  public var page: DecisionPage {
    let tables = SensitivityFiles(tornado: text.tornado, sobol: text.sobol)
    return DecisionPage(text.document, csv: [tables.tornadoFile, tables.sobolFile])
  }
}
