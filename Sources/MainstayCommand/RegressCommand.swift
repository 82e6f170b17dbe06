import ArgumentParser
import Mainstay

/// A regression on any table.
struct RegressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regress",
    abstract: "Fit a regression to a CSV table.",
    discussion: """
      EXAMPLES:
        mainstay regress wages.csv --formula 'log(wage) ~ education + south'
        mainstay regress a.csv --formula 'y ~ x | state' --covariance cluster:state
        mainstay regress a.csv --formula 'y ~ x' --effects random --index state,year
        mainstay regress a.csv --formula 'yes ~ x' --family binomial --link probit

      The table has a header row; empty cells and NA are missing, and rows with a missing \
      value that the formula needs are left out and counted. Columns of words are factors. \
      A formula is written as in R: + - * : ^, log exp sqrt I(), -1; effects behind | are \
      absorbed. Covariances: classical, HC0 to HC3, cluster:state, cluster:state:CR2 (CR0, \
      CR1, CR2), cluster:state,year, newey-west:2, driscoll-kraay:2.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case csv
  }

  @Argument(help: "A CSV file with a header row, or - for standard input.", completion: .file())
  var data: String

  @Option(help: ArgumentHelp("What is explained by what, as in R.", valueName: "formula"))
  var formula: String

  @OptionGroup var model: ModelOptions
  @OptionGroup var panel: PanelOptions

  @Option(
    help: ArgumentHelp(
      "How standard errors are estimated; classical unless said.", valueName: "covariance"),
    transform: ArgumentReader.covariance)
  var covariance = CovarianceChoice.classical

  @Option(help: ArgumentHelp("Of the confidence intervals, between 0 and 1.", valueName: "share"))
  var level = 0.95

  @Option(
    help: "Where a column depends on others: refuse, or drop it and say so.",
    transform: ArgumentReader.choice(AliasedColumns.self))
  var aliased = AliasedColumns.refuse

  @Option(help: "text, json or csv.", transform: ArgumentReader.choice(Format.self))
  var format = Format.text

  func run() throws {
    let result = try request.result()
    switch format {
    case .text: try Output.result(result.text)
    case .json: try Output.result(result.json)
    case .csv: try Output.result(result.csv)
    }
  }

  private var request: RegressionRequest {
    var request = RegressionRequest(file: data, formula: formula)
    (request.family, request.link, request.bias) = (model.family, model.link, model.reduction)
    (request.weights, request.index, request.effects) = (model.weights, panel.columns, panel.effects)
    (request.covariance, request.level, request.aliased) = (covariance, level, aliased)
    return request
  }
}

/// The model of the response.
struct ModelOptions: ParsableArguments {
  @Option(
    help: "gaussian, binomial, poisson or gamma.", transform: ArgumentReader.choice(ModelFamily.self))
  var family = ModelFamily.gaussian

  @Option(
    help: "logit, probit, log or inverse; the family's own unless said.",
    transform: ArgumentReader.choice(ModelLink.self))
  var link: ModelLink?

  @Option(help: ArgumentHelp("A column of weights, none below zero.", valueName: "column"))
  var weights: String?

  @Option(
    help: "Bias reduction of a binomial model: none, firth or flic (intercept corrected).",
    transform: ArgumentReader.choice(BiasReduction.self))
  var bias = BiasReduction.none

  @Flag(help: "The same as --bias firth.")
  var firth = false

  var reduction: BiasReduction { firth ? .firth : bias }

  func validate() throws {
    guard firth, bias != .none, bias != .firth else { return }
    throw ValidationError("--firth and --bias \(bias.rawValue) do not go together; leave out one")
  }
}

/// The panel the rows belong to.
struct PanelOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The columns of units and, behind a comma, of periods.", valueName: "columns"))
  var index: String?

  @Option(
    help: "pooled, within, random, between, first-difference or mixed.",
    transform: ArgumentReader.choice(PanelEffects.self))
  var effects = PanelEffects.pooled

  var columns: [String] {
    guard let index else { return [] }
    return index.split(separator: ",", omittingEmptySubsequences: false).map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
