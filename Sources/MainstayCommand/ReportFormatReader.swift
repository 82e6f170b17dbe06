import ArgumentParser
import Mainstay

/// Reads the formats a report is to be written in.
enum ReportFormatReader {
  /// Those that are made; others of the list are refused with their names.
  static let made: [ReportFormat] = [.text, .csv, .xlsx]

  static func formats(_ text: String) throws -> Set<ReportFormat> {
    let words = made.map(\.rawValue)
    let asked = try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let word = part.filter { $0 != " " }.lowercased()
      guard let format = made.first(where: { $0.rawValue == word }) else {
        let near = nearest(to: word, among: words).map { "did you mean '\($0)'? " } ?? ""
        throw ValidationError("'\(word)' is no format; \(near)write \(words.joined(separator: ", "))")
      }
      return format
    }
    return ReportFormat.always.union(asked)
  }
}
