import Foundation

/// The most memory the process held so far, in MB.
public func peakMegabytes() -> Double {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
    let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
  else { return .nan }
  return (Double(line.split(separator: " ").dropFirst().first ?? "") ?? .nan) / 1024
}
