import ArgumentParser
import Mainstay

/// `mainstay`: what each verb does is said by its own file.
@main
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mainstay",
    abstract: "Forecasts contributions and judges the financial sustainability of small centres.",
    discussion: """
      EXAMPLES:
        mainstay run Scenarios/apctt/baseline.yaml     the main job: forecast, judge, report
        mainstay init my-centre                        a new book to fill in
        mainstay check my-centre                       every problem of a book at once
        mainstay stress Scenarios/apctt/baseline.yaml  shocks, remedies and the signal
        mainstay solve FILE --find LEVER --so-that 'P(shortfall by 2025) <= 0.05'
        mainstay verify Reports/apctt/baseline         make a report again, compare every byte
        mainstay trace Reports/X/Y/report.txt:41       a printed figure back to its sources
        mainstay update OLD_REPORT FILE                what changed since, and why
        mainstay compare A.yaml B.yaml                 what differs, and what brings how much of it
        mainstay sensitivity A.yaml                    what moves the answer most
        mainstay simulate FILE --shard 1/8 --partial P a part of a run, on one of many machines
        mainstay merge P...                            the report of all parts
        mainstay brief A.yaml --language zh            two pages for the council, English or Chinese
        mainstay backtest gifts.csv                    how well past years would have been forecast
        mainstay assess my-centre --as-of 2023-12-31   was the money sustainable, is it now
        mainstay assess --forecast DIR --actuals BOOK  an old forecast against what came
        mainstay calibrate gifts.csv --output g.json   what contributors usually do
        mainstay regress data.csv --formula 'y ~ x'     a regression on any table
        mainstay certify                               the numbers checked on this machine
        mainstay explain host-share                    what a figure means

      Results go to standard output, messages to standard error. Exit codes: 0 done, \
      1 a limit of --fail-on is passed, 2 usage, 3 bad data, 4 a numerical failure, 130 interrupted.
      """,
    version: RunManifest.version,
    subcommands: [
      InitCommand.self, CheckCommand.self, RunCommand.self, FitCommand.self, VerifyCommand.self,
      StressCommand.self, SolveCommand.self, CompareCommand.self, BriefCommand.self, SensitivityCommand.self,
      TraceCommand.self, UpdateCommand.self, SimulateCommand.self, MergeCommand.self, AssessCommand.self,
      BacktestCommand.self,
      CalibrateCommand.self, RegressCommand.self, CertifyCommand.self, ExplainCommand.self,
    ])

  static let _errorPrefix = "mainstay: error: "

  static func main() { Session.run() }
}
