/// A picture before it is drawn: what stands where, in which unit, and what it is called.
struct Chart: Sendable {
  /// A plain name, unlike that of any other picture of the document.
  let id: String
  let title: Prose
  /// What the picture shows, for who does not see it.
  let alternative: String
  let unit: Unit
  /// Names of the places along the axis: years or months.
  let places: [String]
  /// The first place that is projected; `places.count` where all are recorded.
  let firstProjected: Int
  /// From the back to the front.
  let layers: [Layer]
  /// What the layers mean and how exact they are.
  let note: Prose
  /// Whether the picture is drawn in characters too; others stand in the text as their tables alone.
  var isInText = false
  /// Places of years that were not over on the as-of date: drawn apart.
  var unfinished: Set<Int> = []
  var form = Form.columns
  /// The axis reaches this value at least.
  var reaches = 0.0

  enum Form: Sendable, Hashable {
    /// Places from left to right, values upwards.
    case columns
    /// Places from top to bottom, each under its name, values to the right.
    case rows
  }

  enum Unit: Sendable, Hashable {
    /// Values are cents of a currency.
    case amount(String)
    /// Values are parts of a whole, 1 for all of it.
    case share
  }

  enum Layer: Sendable {
    /// Between two quantiles.
    case band(Band)
    case line(Line)
    /// Amounts on top of each other, negative ones below zero.
    case stack([Stacked])
    /// One bar a place, with the error of each.
    case bars(Bars)
    /// One step a place, each from where the last one ended.
    case steps([Step])
  }

  /// Of the futures, so many lie between `low` and `high`.
  struct Band: Sendable {
    let name: Prose
    let low: [Double?]
    let high: [Double?]
    /// Whether the band lies inside a wider one.
    let isInner: Bool
  }

  struct Line: Sendable {
    let name: Prose
    let values: [Double?]
    let style: Style
    /// Whether its last value is written beside it.
    var isLabelled = false

    enum Style: Sendable, Hashable {
      case recorded, median, expected, requirement
      case measure(Int)
    }
  }

  struct Stacked: Sendable {
    let name: Prose
    let values: [Double]
  }

  struct Bars: Sendable {
    let name: Prose
    let values: [Double]
    /// Monte Carlo standard errors.
    let errors: [Double]

    /// Two standard errors down and up; no share lies below none or above all.
    func reach(_ place: Int, _ unit: Unit) -> (low: Double, high: Double) {
      let (low, high) = (values[place] - 2 * errors[place], values[place] + 2 * errors[place])
      return unit == .share ? (max(0, low), min(1, high)) : (low, high)
    }
  }

  /// An amount that stands, or the change from one to the next.
  struct Step: Sendable, Hashable {
    let start: Double
    let end: Double
    let isLevel: Bool

    var kind: Kind { isLevel ? .level : end >= start ? .rise : .fall }

    /// `870,000`, `+4,350,000`, `-12,000`.
    var text: String {
      (kind == .rise ? "+" : "") + Number.units(end - start)
    }

    enum Kind: Sendable, Hashable, CaseIterable {
      case level, rise, fall

      var name: Prose {
        switch self {
        case .level: "cash"
        case .rise: "comes in"
        case .fall: "goes out"
        }
      }

      var style: String {
        switch self {
        case .level: "s0"
        case .rise: "s2"
        case .fall: "s5"
        }
      }
    }
  }
}

extension Chart {
  /// What must stand on the picture: everything but bands, which may be cut.
  private var firm: [Double] {
    layers.flatMap { layer -> [Double] in
      switch layer {
      case .band: []
      case .line(let line): line.values.compactMap(\.self)
      case .stack(let parts): places.indices.flatMap { Chart.extent(of: parts.map { $0.values }, at: $0) }
      case .bars(let bars): places.indices.map { bars.reach($0, unit).high }
      case .steps(let steps): steps.flatMap { [$0.start, $0.end] }
      }
    }
  }

  /// The two ends of a stack.
  private static func extent(of parts: [[Double]], at place: Int) -> [Double] {
    let values = parts.map { $0[place] }
    return [values.filter { $0 > 0 }.reduce(0, +), values.filter { $0 < 0 }.reduce(0, +)]
  }

  private var bandEnds: [Double] {
    layers.flatMap { layer -> [Double] in
      guard case .band(let band) = layer else { return [] }
      return (band.low + band.high).compactMap(\.self)
    }
  }

  /// The axis: from zero or below to the largest value, but to no more than twice what must stand on it, so that
  /// the luckiest futures do not press everything else to the ground.
  var scale: ChartScale {
    let highest = firm.max() ?? 0
    let lowest = firm.min() ?? 0
    let reach = 2 * max(highest, -lowest)
    let (top, bottom) = (bandEnds.max() ?? 0, bandEnds.min() ?? 0)
    return ChartScale(
      from: min(0, lowest, reach > 0 ? max(bottom, -reach) : bottom),
      to: max(0, reaches, highest, reach > 0 ? min(top, reach) : top), unit: unit)
  }

  /// The largest value of a band that goes on beyond the picture.
  var beyond: (value: Double, place: String)? {
    let top = scale.to
    var found: (value: Double, place: String)?
    for layer in layers {
      guard case .band(let band) = layer else { continue }
      for (place, value) in band.high.enumerated() {
        if let value, value > top, value > found?.value ?? top { found = (value, places[place]) }
      }
    }
    return found
  }

  /// What is said below the picture: the note, and what is cut.
  var caption: Prose {
    guard let beyond else { return note }
    return Prose(
      note, " The widest band goes on beyond the picture, to ",
      Number.units(beyond.value).figure(of: .label("the upper end of the band")), " in \(beyond.place).")
  }
}
