import Forecasting
import Records
import Reporting
import Tabular

/// `run.json` of a backtest: what it was made from, and nothing that may differ between two equal runs.
struct BacktestManifest: Sendable, Equatable, Codable {
  let schema: Int
  let product: String
  let version: String
  let verb: String
  let origins: [Int]
  let horizon: Int
  let emptyYears: String
  let models: [String]
  /// The panel, then the panel that was trained on if another.
  let inputs: [RunManifest.File]
  let files: [RunManifest.File]

  static let verb = "backtest"

  init(_ report: BacktestReport, files: [ReportFile]) {
    (schema, product, version) = (RunManifest.schema, "mainstay", RunManifest.version)
    verb = BacktestManifest.verb
    (origins, horizon) = (report.backtest.origins, report.backtest.horizon)
    emptyYears = report.backtest.emptyYears.rawValue
    models = report.result.models
    inputs = [report.file, report.training].compactMap { $0 }.map { panel in
      let name = panel.name.split(separator: "/").last.map { String($0) } ?? panel.name
      return RunManifest.File(name: name, sha256: panel.sha256)
    }
    self.files = files.map(\.listing)
  }

  var file: ReportFile {
    get throws { ReportFile(name: "run.json", text: try JSONText.write(self)) }
  }

  /// Whether a folder holds a backtest of ours.
  static func stands(in path: String) -> Bool {
    guard let folder = BookFolder(path: path),
      case .bytes(let bytes) = folder.read("run.json", limit: 1 << 20),
      let manifest = try? JSONText.read(BacktestManifest.self, from: String(decoding: bytes, as: UTF8.self))
    else { return false }
    return manifest.product == "mainstay" && manifest.verb == verb
  }
}
