public import Regression

/// A covariance as it is asked for: a kind and names of columns.
public enum CovarianceChoice: Sendable, Equatable {
  case classical
  case heteroskedastic(CovarianceKind.HeteroskedasticKind)
  /// One or two columns.
  case cluster([String], CovarianceKind.ClusterCorrection)
  case neweyWest(lag: Int)
  case driscollKraay(lag: Int)

  /// What may be written.
  public static let forms =
    "classical, HC0, HC1, HC2, HC3, cluster:COLUMN[,COLUMN][:CR0|CR1|CR2], newey-west:LAG, driscoll-kraay:LAG"

  /// Reads `HC1`, `cluster:state:CR2`, `cluster:state,year`, `newey-west:2`; capitals do not matter but in
  /// names of columns.
  /// - Throws: `.request` with what may be written.
  public init(_ text: String) throws(WorkbenchError) {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let kind = parts.removeFirst().lowercased()
    switch kind {
    case "classical" where parts.isEmpty: self = .classical
    case "cluster": self = try CovarianceChoice.cluster(parts, text)
    case "newey-west": self = .neweyWest(lag: try CovarianceChoice.lag(parts, text))
    case "driscoll-kraay": self = .driscollKraay(lag: try CovarianceChoice.lag(parts, text))
    default:
      let known = CovarianceKind.HeteroskedasticKind.allCases.first { $0.rawValue.lowercased() == kind }
      guard let known, parts.isEmpty else { throw CovarianceChoice.refusal(text) }
      self = .heteroskedastic(known)
    }
  }

  private static func cluster(_ parts: [String], _ text: String) throws(WorkbenchError) -> CovarianceChoice {
    var parts = parts
    var correction = CovarianceKind.ClusterCorrection.cr1
    let last = parts.last.flatMap { part in
      CovarianceKind.ClusterCorrection.allCases.first { $0.rawValue.lowercased() == part.lowercased() }
    }
    if let last, parts.count > 1 {
      correction = last
      parts.removeLast()
    } else if parts.count > 1, let mistaken = parts.last, isLikeCorrection(mistaken) {
      throw .request("covariance '\(text)' ends in '\(mistaken)'; write CR0, CR1 or CR2 there")
    }
    let columns = parts.joined(separator: ":").split(separator: ",", omittingEmptySubsequences: false)
    let names = columns.map { CellText.trimmed(String($0)) }
    guard (1...2).contains(names.count), !names.contains("") else {
      throw .request(
        "covariance '\(text)' names no column; write cluster:state, or cluster:state,year for two")
    }
    guard Set(names).count == names.count else {
      throw .request("covariance '\(text)' names '\(names[0])' twice; name two columns, or one")
    }
    return .cluster(names, correction)
  }

  /// Whether a part of a name looks like `CR` and a digit.
  private static func isLikeCorrection(_ part: String) -> Bool {
    let letters = Array(part.utf8)
    return letters.count == 3 && part.lowercased().hasPrefix("cr") && (48...57).contains(letters[2])
  }

  private static func lag(_ parts: [String], _ text: String) throws(WorkbenchError) -> Int {
    if parts.count == 1, parts[0].utf8.allSatisfy({ (48...57).contains($0) }), let lag = Int(parts[0]) {
      return lag
    }
    let kind = text.split(separator: ":")[0]
    throw .request("covariance '\(text)' has no lag; write a whole number from 0 behind it, as in \(kind):2")
  }

  private static func refusal(_ text: String) -> WorkbenchError {
    .request("'\(text)' is no covariance; write one of \(forms)")
  }
}
