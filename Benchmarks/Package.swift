// swift-tools-version: 6.2
// Measurements against peers: one executable for each work, what they share in Measuring.
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
]

let regression = Target.Dependency.product(name: "MainstayRegression", package: "mainstay")
let forecasting = Target.Dependency.product(name: "MainstayForecasting", package: "mainstay")

/// One work: an executable that prints a table.
func work(_ name: String, _ product: Target.Dependency = regression) -> Target {
  .executableTarget(name: name, dependencies: ["Measuring", product], swiftSettings: settings)
}

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "mainstay", path: "..")],
  targets: [
    .target(name: "Measuring", dependencies: [regression], swiftSettings: settings),
    work("OrdinaryLeastSquares"),
    work("FixedEffects"),
    work("ManySeries", forecasting),
    .executableTarget(name: "Futures", dependencies: ["Measuring"], swiftSettings: settings),
  ]
)
