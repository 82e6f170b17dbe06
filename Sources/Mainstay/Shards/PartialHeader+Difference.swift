import Reporting

/// Something in which two headers differ that must be the same.
struct HeaderDifference: Equatable {
  let what: String
  let first: String
  let second: String
}

extension PartialHeader {
  /// The first thing in which another part could not be of the same result; `nil` where it could.
  func difference(from other: PartialHeader) -> HeaderDifference? {
    differenceOfRun(from: other) ?? differenceOfInputs(from: other)
      ?? difference("SHA-256 of the fit", other) { $0.fit }
      ?? difference("layout", other) { "\($0.layout)" }
      ?? difference("number of shards", other) { "\($0.shards)" }
  }

  /// By what the parts say of the run, the causes before what follows from them.
  private func differenceOfRun(from other: PartialHeader) -> HeaderDifference? {
    let questions: [(what: String, answer: (RunManifest) -> String)] = [
      ("version", { $0.version }), ("schema", { "\($0.schema)" }), ("centre", { $0.centre }),
      ("scenario", { $0.scenarios.joined(separator: "+") }), ("as-of date", { $0.asOf }),
      ("horizon", { "\($0.horizon)" }), ("seed", { "\($0.seed)" }), ("number of futures", { "\($0.paths)" }),
      ("generator", { $0.generator }), ("prior", { $0.prior }),
    ]
    for question in questions {
      if let found = difference(question.what, other, { question.answer($0.run) }) { return found }
    }
    return nil
  }

  private func differenceOfInputs(from other: PartialHeader) -> HeaderDifference? {
    let names = Set((run.inputs + other.run.inputs).map(\.name)).sorted()
    for name in names {
      let found = difference("SHA-256 of \(shown(name))", other) { header in
        let digests = header.run.inputs.filter { $0.name == name }.map(\.sha256)
        return digests.isEmpty ? "none, there is no such file" : digests.joined(separator: " and ")
      }
      if let found { return found }
    }
    return difference("order of the input files", other) { header in
      header.run.inputs.map { shown($0.name) }.joined(separator: ", ")
    }
  }

  private func difference(
    _ what: String, _ other: PartialHeader, _ answer: (PartialHeader) -> String
  ) -> HeaderDifference? {
    let (first, second) = (answer(self), answer(other))
    return first == second ? nil : HeaderDifference(what: what, first: first, second: second)
  }
}
