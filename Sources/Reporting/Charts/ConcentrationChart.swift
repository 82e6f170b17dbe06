import Finance
import Outlook

/// How much of the core money comes from one contributor, and how concentrated all of it is, by year.
struct ConcentrationChart {
  private let reader: FindingsReader

  init(_ findings: Findings) { reader = FindingsReader(findings) }

  private var years: [Int] {
    reader.yearsBefore(since: reader.recordedYears.first) + reader.years.map(\.year)
  }

  private var measures: [(name: Prose, indicator: String)] {
    let share: (Prose, String) =
      reader.hostName == nil
      ? ("share of the largest contributor", "largest-other-share") : ("share of the host", "host-share")
    return [share, ("HHI, the sum of squared shares", "hhi")]
  }

  private func values(_ indicator: String) -> [Double?] { years.map { reader.value(indicator, $0) } }

  /// `nil` where no core money is recorded or expected.
  var chart: Chart? {
    guard measures.contains(where: { values($0.indicator).contains { $0 != nil } }) else { return nil }
    return Chart(
      id: "concentration", title: "Concentration of \(reader.recipient)'s core money",
      alternative: alternative, unit: .share, places: years.map(String.init),
      firstProjected: years.firstIndex { $0 >= reader.years[0].year } ?? years.count,
      layers: measures.enumerated().map { index, measure in
        .line(Chart.Line(name: measure.name, values: values(measure.indicator), style: .measure(index)))
      },
      note: Prose(
        "All from one contributor: \("100 %".figure(of: .label("a share of one"))) for both. Recorded years are the ",
        "ledger's, projected ones the money expected.",
        reader.recordedYears.allSatisfy(reader.isWhole)
          ? "" : " So far: what others gave in the year was not known yet."),
      unfinished: reader.unfinished(years))
  }

  private var alternative: String {
    let columns = measures.map { (name: $0.name.text, values: values($0.indicator)) }
    return years.enumerated().compactMap { place, year in
      let parts = columns.compactMap { column in
        column.values[place].map { "\(column.name) \(Number.percent($0))" }
      }
      let basis = reader.unfinished(years).contains(place) ? " so far" : ""
      return parts.isEmpty ? nil : "\(year)\(basis): \(parts.joined(separator: ", "))."
    }.joined(separator: " ")
  }
}
