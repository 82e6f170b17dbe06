// `import Mainstay` brings every room a caller speaks to.
@_exported public import Decisions
@_exported public import Finance
@_exported public import Forecasting
@_exported public import Giving
@_exported public import Judgement
@_exported public import Measures
@_exported public import Outlook
@_exported public import Records
@_exported public import Reporting
@_exported public import Scenarios
@_exported public import Simulation
@_exported public import Tabular
@_exported public import Workbench
