/// The nine sets SmLs01 ... SmLs09 of Simon and Lesage 1989: the same deviations behind more and more leading
/// digits, in more and more replicates.
extension CertifiedAnova {
  static let simonLesage: [CertifiedAnova] = {
    let words = simonLesageFigures.split { $0 == " " || $0 == "\n" }.map(String.init)
    return stride(from: 0, to: words.count, by: 9).map { simonLesage(Array(words[$0..<$0 + 9])) }
  }()

  /// A set from its name, level, leading digits, replicates and figures.
  private static func simonLesage(_ words: [String]) -> CertifiedAnova {
    CertifiedAnova(
      name: words[0], level: CertifiedLevel(rawValue: words[1]) ?? .higher, source: "NIST StRD",
      between: words[4], within: words[5], f: words[6], rSquared: words[7], residualDeviation: words[8],
      treatments: simonLesageTreatments(leading: words[2], replicates: Int(words[3]) ?? 0))
  }

  /// Nine treatments about .4, .3, .5, .3, .5, .3, .5, .3, .5; in each its middle, then a tenth below and a
  /// tenth above again and again.
  private static func simonLesageTreatments(leading: String, replicates: Int) -> [[String]] {
    [4, 3, 5, 3, 5, 3, 5, 3, 5].map { (middle: Int) in
      (0..<replicates).map { index in
        "\(leading).\(index == 0 ? middle : index % 2 == 1 ? middle - 1 : middle + 1)"
      }
    }
  }
}
