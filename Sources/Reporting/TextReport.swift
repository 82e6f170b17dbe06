/// `report.txt`: the answer first, then what it rests on.
struct TextReport {
  let findings: Findings

  init(_ findings: Findings) { self.findings = findings }

  var text: String { "report\n" }
}
