import Finance
import Forecasting
import Judgement
import OrderedCollections
import Records
import Reporting
import Tabular

/// The tables of a run, from which its forecast is read.
struct FrozenTables {
  private let folder: String
  private var tables: [String: Table] = [:]

  init(folder: String) { self.folder = folder }

  mutating func add(_ name: String, _ bytes: [UInt8]) throws(FolderError) {
    var problems = Problems()
    guard let table = Table(csv: bytes, file: "\(folder)/\(name)", &problems), !problems.hasErrors else {
      throw FolderError(problems)
    }
    tables[name] = table
  }

  func forecast(_ manifest: RunManifest) throws(FolderError) -> FrozenForecast {
    let gifts = try giftCells()
    guard let asOf = CalendarDate(iso: manifest.asOf), let code = gifts.currency,
      let currency = Currency(code: code)
    else { throw lacking("a currency") }
    return FrozenForecast(
      centre: manifest.centre, currency: currency, asOf: asOf, seed: manifest.seed,
      gifts: try distributions(gifts.cells), plans: try plans())
  }

  // MARK: contributions-outlook.csv

  private struct GiftKey: Hashable {
    let year: Int
    let contributor: String
    let fund: String
    let stage: Stage
  }

  private typealias GiftCells = OrderedDictionary<GiftKey, [String: Double]>

  private func giftCells() throws(FolderError) -> (cells: GiftCells, currency: String?) {
    let name = FrozenForecast.contributionsFile
    let rows = try rows(
      name, ["year", "contributor", "fund", "stage", "statistic", "value", "currency"])
    var cells: GiftCells = [:]
    var currency: String?
    for row in rows {
      guard let year = Int(row[0]), let stage = Stage(rawValue: row[3]), let value = Double(row[5]),
        value.isFinite
      else {
        throw FolderError("\(folder)/\(name): '\(row[5])' is no value of \(row[0]); run the scenario again")
      }
      let key = GiftKey(year: year, contributor: row[1], fund: row[2], stage: stage)
      cells[key, default: [:]][row[4]] = value
      if !row[6].isEmpty { currency = row[6] }
    }
    return (cells, currency)
  }

  private func distributions(_ cells: GiftCells) throws(FolderError) -> [FrozenForecast.Gift] {
    guard cells.keys.contains(where: { $0.contributor == FrozenForecast.total }) else {
      throw lacking("rows of the contributor '*', a fund's total")
    }
    var gifts: [FrozenForecast.Gift] = []
    for (key, values) in cells {
      let quantiles = FrozenForecast.quantileNames.compactMap { values[$0] }
      guard let mean = values["mean"], let gives = values["probability"],
        quantiles.count == FrozenForecast.quantileNames.count
      else { throw lacking("mean, probability and the quantiles q025 to q975 of \(key.contributor)") }
      gifts.append(
        FrozenForecast.Gift(
          year: key.year, contributor: key.contributor, fund: key.fund, stage: key.stage,
          amount: PredictiveDistribution(
            mean: cents(mean), zeroProbability: 1 - gives, quantiles: quantiles.map(cents))))
    }
    return gifts
  }

  // MARK: summary.csv and statements.csv

  private func plans() throws(FolderError) -> [FrozenForecast.Plan] {
    var planned: [String: Double] = [:]
    for row in try rows("statements.csv", ["year", "fund", "basis", "line", "amount"])
    where row[2] == "central" && row[3] == "planned.total" {
      planned["\(row[0]) \(row[1])"] = Double(row[4])
    }
    var values: [String: Double] = [:]
    var keys: OrderedSet<[String]> = []
    for row in try rows("summary.csv", ["year", "fund", "measure", "unit", "statistic", "value"]) {
      // Rows of all funds together have no cash of their own.
      if row[2] == "closing-cash" { keys.append([row[0], row[1]]) }
      values["\(row[0]) \(row[1]) \(row[2]) \(row[4])"] = Double(row[5])
    }
    var plans: [FrozenForecast.Plan] = []
    for key in keys {
      let place = "\(key[0]) \(key[1])"
      func value(_ measure: String, _ statistic: String) -> Double? {
        values["\(place) \(measure) \(statistic)"]
      }
      let closing = ["q05", "q50", "q95"].compactMap { value("closing-cash", $0) }
      guard let year = Int(key[0]), let plan = planned[place],
        let reserve = value("reserve-required", "value"), closing.count == 3,
        let shortfall = value("shortfall", "probability"),
        let byThen = value("shortfall-by-year-end", "probability")
      else {
        throw FolderError(
          "\(folder): summary.csv and statements.csv lack the plan, the cash or the risk of \(key[0]) of fund "
            + "\(key[1]); run the scenario again with this version")
      }
      plans.append(
        FrozenForecast.Plan(
          year: year, fund: key[1], planned: Int(cents(plan)), reserve: Int(cents(reserve)),
          closingCash: closing.map(cents), shortfall: shortfall, shortfallByThen: byThen))
    }
    return plans
  }

  // MARK: Cells

  /// The cells of the columns asked for, row by row.
  private func rows(_ name: String, _ columns: [String]) throws(FolderError) -> [[String]] {
    guard let table = tables[name] else { throw FolderError("\(folder)/\(name): not read") }
    let places = columns.compactMap(table.index(of:))
    guard places.count == columns.count else {
      throw FolderError(
        "\(folder)/\(name): its columns are \(table.columns.joined(separator: ", ")), expected are "
          + "\(columns.joined(separator: ", ")); run the scenario again with this version")
    }
    return table.rows.map { row in places.map { row.cells[$0] } }
  }

  /// Units with two decimals as whole cents.
  private func cents(_ units: Double) -> Double { (units * 100).rounded() }

  private func lacking(_ what: String) -> FolderError {
    FolderError(
      "\(folder)/\(FrozenForecast.contributionsFile): lacks \(what); the run was made by an earlier version: run "
        + "the scenario again with this one")
  }
}
