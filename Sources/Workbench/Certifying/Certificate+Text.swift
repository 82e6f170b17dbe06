import Certification
import Tabular

extension Certificate {
  /// A table a kind of set, at most 96 columns wide; the verdict on the last line.
  public var text: String {
    let blocks = [
      ["Correct digits on certified data; required: \(NumberText.decimals(Certificate.requirement, 0))."],
      table("Linear regression", regressions, [.coefficients, .standardErrors, .residualDeviation]),
      table("Univariate", samples, [.mean, .standardDeviation, .autocorrelation]),
      table("Analysis of variance", anovas, [.f, .residualDeviation, .rSquared]),
      functionLines, generatorLines, legend, [verdict],
    ]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  /// `Every set reaches ...`, or what falls short.
  public var verdict: String {
    let count = regressions.count + samples.count + anovas.count
    if isReached {
      return "Passed: \(count) sets, \(tables.count) functions and \(blocks.all) generator blocks."
    }
    return "FAILED: \(shortfalls.joined(separator: ", "))"
  }

  private func table(_ title: String, _ entries: [Entry], _ quantities: [PeerDigits.Quantity]) -> [String] {
    let names = entries.map(\.name)
    let peers = Certificate.peerTools(names)
    let header =
      [title, "level"] + quantities.map(Certificate.short) + ["required", "doubles"] + peers + [""]
    let rows = entries.map { entry in
      [entry.name, entry.level] + quantities.map { Certificate.digits(entry.digits(of: $0)) }
        + [NumberText.decimals(Certificate.requirement, 0)]
        + [Certificate.least(PeerDigits.ceilings, entry.name, nil, quantities)]
        + peers.map { Certificate.least(PeerDigits.peers, entry.name, $0, quantities) }
        + [entry.isReached ? "ok" : "SHORT"]
    }
    return Certificate.lines(header, rows, words: 2)
  }

  /// The tools measured on any of the sets, at most three.
  private static func peerTools(_ names: [String]) -> [String] {
    var tools: [String] = []
    for peer in PeerDigits.peers where names.contains(peer.set) && !tools.contains(peer.tool) {
      tools.append(peer.tool)
    }
    let preferred = ["R lm", "statsmodels qr"].filter(tools.contains)
    return Array((preferred.isEmpty ? tools : preferred).prefix(3))
  }

  /// The fewest digits a tool reaches on the quantities shown.
  private static func least(
    _ all: [PeerDigits], _ set: String, _ tool: String?, _ quantities: [PeerDigits.Quantity]
  ) -> String {
    let found = all.first { $0.set == set && (tool == nil || $0.tool == tool) }
    return digits(found.flatMap { peer in quantities.compactMap(peer.digits).min() })
  }

  private static func digits(_ value: Double?) -> String { value.map { NumberText.decimals($0, 1) } ?? "-" }

  private static func short(_ quantity: PeerDigits.Quantity) -> String {
    switch quantity {
    case .coefficients: "coef."
    case .standardErrors: "std. err."
    case .residualDeviation: "sigma"
    case .rSquared: "R-sq."
    case .mean: "mean"
    case .standardDeviation: "std. dev."
    case .autocorrelation: "autocorr."
    case .f: "F"
    }
  }

  /// Flush left for the first columns and the last, right for numbers.
  private static func lines(_ header: [String], _ rows: [[String]], words: Int) -> [String] {
    let widths = header.indices.map { column in
      ([header] + rows).map { TextWidth.of($0[column]) }.max() ?? 0
    }
    return ([header] + rows).map { cells in
      var line = cells.indices.map { index in
        TextWidth.pad(cells[index], to: widths[index], right: index < words || index == cells.count - 1)
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

extension Certificate {
  private var functionLines: [String] {
    guard !tables.isEmpty else { return [] }
    return Certificate.lines(
      ["Function", "values", "digits", ""],
      tables.map {
        [$0.name, "\($0.values)", NumberText.decimals($0.least, 1), $0.isReached ? "ok" : "SHORT"]
      }, words: 1)
  }

  private var generatorLines: [String] {
    ["Generator Philox4x32-10: \(blocks.right) of \(blocks.all) blocks as published."]
  }

  private var legend: [String] {
    TextWidth.wrap(
      "Digits: minus the decimal logarithm of the relative error, 15 at most, the fewest over all figures of "
        + "a set. doubles: the most that exact arithmetic can reach on inputs and powers rounded to double, "
        + "then what other tools reach. Sets: NIST Statistical Reference Datasets, but for Pi5000, digits of "
        + "pi of our own choice. Functions: values to 30 digits by mpmath. Blocks: Random123.")
  }
}
