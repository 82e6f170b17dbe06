import Foundation
import Testing

@testable import Giving

@Suite("the shipped counts of what is collected")
struct CollectionDataTests {
  /// The file lies in `MAINSTAY_VALIDATION`, or `../shared/validation` beside the package.
  private func rows(test: String = #function) -> [[Substring]]? {
    let package = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
    let folder =
      ProcessInfo.processInfo.environment["MAINSTAY_VALIDATION"].map { URL(fileURLWithPath: $0) }
      ?? package.appendingPathComponent("../shared/validation").standardized
    let file = folder.appendingPathComponent("contributions/cerf-pledge-to-cash.csv")
    guard let data = try? Data(contentsOf: file) else {
      print("skipped \(test): there is no \(file.lastPathComponent) in the validation folder")
      return nil
    }
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
    return lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  @Test("counted again from the file: 734 contributions, 0 unpaid, 0 written off, 1 in part")
  func counted() throws {
    guard let rows = rows() else { return }
    // From the end, since a name may hold a comma: pledge, commitment, received, written off, status.
    let amounts = rows.map { $0.suffix(5).map { Double($0) ?? .nan } }
    #expect(amounts.count == CollectionModel.emergencyFund.observations)
    #expect(amounts.allSatisfy { $0[0] > 0 && $0[2] > 0 && $0[3] == 0 })
    #expect(amounts.count { $0[2] < 0.8 * $0[0] } == 1)
  }
}
