import Budgeting
import Finance
import Measures
import Outlook
import Probability
import Simulation
import Vectors

/// What a question looks at on every path: one column, 1 and 0 for an occurrence, the number itself for a measure.
struct AskedMeasure: PathMeasure {
  let columns: [MeasuredColumn]
  private let program: Program

  /// A question with names turned into columns.
  private indirect enum Program {
    /// An event in some of these columns.
    case happens([Int], isBelowZero: Bool)
    /// A measure on the one side of a line in some of these columns.
    case compares([Int], Comparison, Double)
    case all([Program])
    case any([Program])
    /// The number itself, divided.
    case value(Int, by: Double)
  }

  /// - Throws: `QuestionError` where it is not measured.
  init(_ occurrence: Occurrence, _ names: PathNames, in columns: PathColumns) throws(QuestionError) {
    program = try AskedMeasure.program(occurrence, names, columns)
    self.columns = [AskedMeasure.column("\(occurrence)", .frequency)]
  }

  init(_ reading: Reading, year: Int, _ names: PathNames, in columns: PathColumns) throws(QuestionError) {
    let index = names.assumptions.timeline.years.firstIndex { $0.year == year } ?? 0
    let places = try names.columns(of: reading, year: index, in: columns)
    program = .value(places[0], by: names.isAmount(reading.name) ? 100 : 1)
    self.columns = [
      AskedMeasure.column("\(reading) in \(year)", SampleQuestion(levels: [], isWhole: false))
    ]
  }

  private static func column(_ name: String, _ question: SampleQuestion) -> MeasuredColumn {
    MeasuredColumn(MeasureName(name, fund: MeasureName.centre, year: 0), question)
  }

  // MARK: Names to columns

  private static func program(
    _ occurrence: Occurrence, _ names: PathNames, _ columns: PathColumns
  ) throws(QuestionError) -> Program {
    switch occurrence {
    case .happens(let reading, let period):
      let places = try self.places(reading, period, names, columns)
      return .happens(places, isBelowZero: reading.name == YearEvent.cashOut.rawValue)
    case .compares(let reading, let comparison, let value, let period):
      let line = names.isAmount(reading.name) ? (value * 100).rounded(.toNearestOrAwayFromZero) : value
      return .compares(try places(reading, period, names, columns), comparison, line)
    case .all(let parts): return .all(try programs(parts, names, columns))
    case .any(let parts): return .any(try programs(parts, names, columns))
    }
  }

  private static func programs(
    _ parts: [Occurrence], _ names: PathNames, _ columns: PathColumns
  ) throws(QuestionError) -> [Program] {
    var programs: [Program] = []
    for part in parts { programs.append(try program(part, names, columns)) }
    return programs
  }

  private static func places(
    _ reading: Reading, _ period: Period, _ names: PathNames, _ columns: PathColumns
  ) throws(QuestionError) -> [Int] {
    let years = names.assumptions.timeline.years.map(\.year)
    let meant = period.years(of: years[0]...years[years.count - 1])
    var places: [Int] = []
    for year in meant {
      places += try names.columns(of: reading, year: year - years[0], in: columns)
    }
    return places
  }

  // MARK: Paths

  func fill(_ block: PathBlock, from first: Int) {
    for vector in 0..<block.vectors {
      block[first, vector] =
        if case .value(let column, let divisor) = program {
          block[column, vector] / divisor
        } else {
          AskedMeasure.holds(program, block, vector).only(Lanes(1))
        }
    }
  }

  private static func holds(_ program: Program, _ block: PathBlock, _ vector: Int) -> LaneMask {
    switch program {
    case .happens(let columns, let isBelowZero):
      columns.reduce(LaneMask(false)) {
        $0 .| (isBelowZero ? (block[$1, vector] .< 0) : (block[$1, vector] .> 0))
      }
    case .compares(let columns, let comparison, let line):
      columns.reduce(LaneMask(false)) { $0 .| comparison.holds(block[$1, vector], against: line) }
    case .all(let parts):
      parts.reduce(LaneMask(true)) { $0 .& holds($1, block, vector) }
    case .any(let parts):
      parts.reduce(LaneMask(false)) { $0 .| holds($1, block, vector) }
    case .value: LaneMask(false)
    }
  }
}
