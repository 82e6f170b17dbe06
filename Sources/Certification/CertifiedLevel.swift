/// How hard NIST calls a set.
public enum CertifiedLevel: String, Sendable, CaseIterable {
  case lower, average, higher
}
