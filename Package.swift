// swift-tools-version: 6.2
// The house, bottom up: a target may import what stands below it, never what stands above.
// Tests/HouseTests reads the imports and fails on an arrow that points up.
//
//   MainstayCommand -> Mainstay -> Reporting -> Decisions -> Judgement -> Simulation -> Outlook -> Giving
//   Simulation -> Budgeting -> Records -> Finance, Tabular          (money)
//   Giving -> Regression -> LinearAlgebra -> CLAPACK; Probability   (mathematics; knows no money)
//   Probability, Budgeting, Judgement -> Vectors                    (eight numbers at once)
//   Mainstay -> Workbench -> Formulas, Certification -> Regression  (regressions on any table)
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let collections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")

/// Rooms of loops over numbers, many times slower without the optimiser. `make test` sets the variable; a flag of
/// the package itself would keep other packages from depending on it.
let numeric = [
  "Vectors", "Probability", "LinearAlgebra", "Regression", "Forecasting", "Giving", "Budgeting", "Simulation",
]
let quick: [SwiftSetting] =
  Context.environment["MAINSTAY_QUICK_TESTS"] == nil
  ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A room of the house: a library target with the settings every room shares.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources,
    swiftSettings: settings + (numeric.contains(name) ? quick : []))
}

/// A room's tests, with the fixtures they read from disk kept out of the build.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "mainstay",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Mainstay", targets: ["Mainstay"]),
    .library(name: "MainstayRegression", targets: ["Regression", "LinearAlgebra", "Probability"]),
    .library(name: "MainstayForecasting", targets: ["Forecasting", "LinearAlgebra", "Probability"]),
    .executable(name: "mainstay", targets: ["MainstayCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // MARK: Mathematics: no money in it
    .systemLibrary(
      name: "CLAPACK", pkgConfig: nil, providers: [.apt(["liblapack-dev", "libopenblas-dev"])]),
    .target(name: "CVectors"),
    room("Vectors", ["CVectors"]),
    room("Probability", ["Vectors"]),
    room("LinearAlgebra", ["CLAPACK"]),
    room("Regression", ["LinearAlgebra", "Probability"]),
    room("Forecasting", ["Regression", "LinearAlgebra", "Probability"]),
    room("Formulas", ["Regression", "LinearAlgebra", "Probability"]),
    room("Certification", ["Regression", "LinearAlgebra", "Probability"]),

    // MARK: Money and books: no LAPACK in them
    room("Finance"),
    room("Tabular"),
    room("Records", ["Finance", "Tabular", "Yams", collections]),
    room("Measures", ["Finance"]),
    room("Scenarios", ["Records", "Measures", "Finance", "Tabular", collections]),

    // MARK: Regressions on any table
    room(
      "Workbench",
      ["Certification", "Formulas", "Regression", "Tabular", "LinearAlgebra", "Probability", collections]),

    // MARK: The flow from a book to simulated futures
    room(
      "Giving",
      [
        "Records", "Finance", "Forecasting", "Regression", "LinearAlgebra", "Probability", "Vectors",
        collections,
      ]),
    room("Outlook", ["Scenarios", "Giving", "Budgeting", "Records", "Finance", "Probability", collections]),
    room("Budgeting", ["Records", "Finance", "Vectors"]),
    room(
      "Simulation",
      [
        "Outlook", "Giving", "Budgeting", "Scenarios", "Records", "Finance", "Probability", "LinearAlgebra",
        "Vectors",
      ]),

    // MARK: What the futures mean, and how it is told
    room(
      "Judgement",
      [
        "Measures", "Simulation", "Budgeting", "Outlook", "Scenarios", "Giving", "Forecasting", "Records",
        "Tabular", "Finance", "Probability", "Vectors", collections,
      ],
      resources: [.embedInCode("Ratings/ratings.yaml")]),
    room(
      "Decisions",
      [
        "Judgement", "Measures", "Simulation", "Budgeting", "Outlook", "Scenarios", "Giving", "Records",
        "Tabular", "Finance", "Probability", collections,
      ], resources: [.embedInCode("Stress/stress-battery.yaml")]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: nil, providers: [.apt(["libxlsxwriter-dev"])]),
    room(
      "Reporting",
      [
        "CXLSXWriter",
        "Decisions", "Judgement", "Simulation", "Outlook", "Scenarios", "Giving", "Forecasting", "Budgeting",
        "Measures",
        "Records", "Tabular", "Finance", "Probability", collections, mustache,
      ],
      resources: [
        .embedInCode("Brief/brief.mustache"), .embedInCode("Brief/Catalogues/messages-en.yaml"),
        .embedInCode("Brief/Catalogues/messages-zh.yaml"), .embedInCode("Brief/Catalogues/phrases-zh.yaml"),
        .embedInCode("Brief/Catalogues/accuracy.yaml"), .embedInCode("Page/page.mustache"),
        .embedInCode("Page/page.css"), .embedInCode("Page/page.js"),
      ]),
    room(
      "Mainstay",
      [
        "Reporting", "Decisions", "Judgement", "Simulation", "Outlook", "Scenarios", "Giving", "Budgeting",
        "Measures", "Forecasting", "Records", "Tabular", "Finance", "Probability", "Regression",
        "LinearAlgebra", "Workbench", collections,
      ]),
    .executableTarget(
      name: "MainstayCommand", dependencies: ["Mainstay", argumentParser], swiftSettings: settings),

    // MARK: Tests
    .testTarget(
      name: "ProbabilityTests", dependencies: ["Probability", "Vectors"], exclude: ["Scripts"],
      swiftSettings: settings),
    tests("LinearAlgebraTests", ["LinearAlgebra"]),
    tests("CertificationTests", ["Certification", "LinearAlgebra", "Probability"], exclude: ["Scripts"]),
    tests(
      "RegressionTests", ["Regression", "LinearAlgebra", "Probability"],
      exclude: ["Scripts", "Effects/Scripts"]),
    tests("ForecastingTests", ["Forecasting", "Regression", "Probability"], exclude: ["Scripts"]),
    tests("FormulasTests", ["Formulas", "Regression", "LinearAlgebra"], exclude: ["Scripts"]),
    tests(
      "WorkbenchTests", ["Workbench", "Formulas", "Regression", "Tabular", "LinearAlgebra"],
      exclude: ["Data"]),
    tests("FinanceTests", ["Finance"]),
    tests("TabularTests", ["Tabular"]),
    tests("MeasuresTests", ["Measures"]),
    tests("ScenariosTests", ["Scenarios", "Records", "Finance", "Tabular"]),
    tests("HouseTests", []),
    tests(
      "ReportingTests",
      [
        "Reporting", "Decisions", "Judgement", "Forecasting", "Measures", "Simulation", "Budgeting",
        "Outlook", "Scenarios", "Giving", "Records", "Finance", "Tabular", "TestSupport", collections,
      ]),
    tests("RecordsTests", ["Records", "Finance", "Tabular", collections], exclude: ["Gallery"]),
    tests("TestSupport", ["Scenarios", "Records", "Finance", "Tabular", "Probability", collections]),
    tests("BudgetingTests", ["Budgeting", "Records", "Finance", "Probability", "Vectors", "TestSupport"]),
    tests(
      "GivingTests",
      ["Giving", "Records", "Finance", "Forecasting", "Regression", "Probability", "Vectors", "TestSupport"],
      exclude: ["Scripts"]),
    tests(
      "OutlookTests",
      ["Outlook", "Giving", "Budgeting", "Scenarios", "Records", "Finance", "TestSupport"]),
    tests(
      "SimulationTests",
      [
        "Simulation", "Outlook", "Giving", "Budgeting", "Scenarios", "Records", "Finance", "Probability",
        "Vectors", "TestSupport",
      ]),
    tests(
      "JudgementTests",
      [
        "Judgement", "Simulation", "Outlook", "Giving", "Forecasting", "Measures", "Scenarios", "Records",
        "Budgeting", "Tabular", "Finance", "Probability", "TestSupport",
      ],
      exclude: ["Scripts"]),
    tests(
      "DecisionsTests",
      [
        "Decisions", "Judgement", "Simulation", "Budgeting", "Outlook", "Giving", "Measures", "Scenarios",
        "Records", "Finance", "Probability", "TestSupport",
      ]),
    tests("MainstayTests", ["Mainstay", "Forecasting", collections]),
    tests("CommandTests", ["MainstayCommand"]),
  ]
)
