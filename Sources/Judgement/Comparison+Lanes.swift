import Measures
import Vectors

extension Comparison {
  /// `holds` of eight values.
  func holds(_ value: Lanes, against line: Double) -> LaneMask {
    switch self {
    case .above: value .> line
    case .atLeast: value .>= line
    case .below: value .< line
    case .atMost: value .<= line
    }
  }
}
