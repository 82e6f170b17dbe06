import Outlook
import Scenarios

/// Every mixture of the drivers, resolved.
struct Mixtures {
  private let difference: ScenarioDifference
  private let first: Trial
  private let second: Trial

  init(_ difference: ScenarioDifference, _ first: Trial, _ second: Trial) {
    (self.difference, self.first, self.second) = (difference, first, second)
  }

  var count: Int { 1 << difference.drivers.count }
  var threads: Int { first.threads }

  /// - Throws: `OutlookError`, with the drivers that are as in the second scenario.
  func assumptions(_ set: Int) throws(OutlookError) -> Assumptions {
    let trial = difference.knowsSecond(with: set) ? second : first
    do throws(OutlookError) {
      return try trial.assumptions(of: difference.scenario(with: set))
    } catch {
      guard set != 0, set != count - 1 else { throw error }
      let names = difference.drivers.indices.filter { set & (1 << $0) != 0 }
        .map { difference.drivers[$0].name }
      throw OutlookError(
        "\(error.description) (with \(names.joined(separator: ", ")) of '\(difference.second.name)' and the rest of "
          + "'\(difference.first.name)')")
    }
  }
}
