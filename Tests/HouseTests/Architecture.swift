/// Who may import whom: the house, bottom up. A room imports what stands in its row and nothing else.
enum Architecture {
  struct Room {
    let name: String
    /// Rooms of ours.
    var own: Set<String> = []
    /// Packages and system modules.
    var outside: Set<String> = []
  }

  static let files: Set = ["FoundationEssentials", "Glibc", "Musl", "Darwin"]
  static let collections: Set = ["OrderedCollections"]
  /// Paths run beside each other in one room, blocks of rows in another, and there alone.
  static let threads: Set = ["Dispatch", "Synchronization"]

  static let mathematics = [
    Room(name: "CLAPACK"),
    Room(name: "CVectors"),
    Room(name: "Vectors", own: ["CVectors"]),
    Room(name: "Probability", own: ["Vectors"]),
    Room(name: "LinearAlgebra", own: ["CLAPACK"], outside: threads),
    Room(name: "Regression", own: ["LinearAlgebra", "Probability"]),
    Room(name: "Forecasting", own: ["Regression", "LinearAlgebra", "Probability"], outside: threads),
    Room(name: "Formulas", own: ["Regression", "LinearAlgebra", "Probability"]),
    Room(name: "Certification", own: ["Regression", "LinearAlgebra", "Probability"]),
  ]

  static let books = [
    Room(name: "Finance"),
    Room(name: "Tabular"),
    Room(name: "Records", own: ["Finance", "Tabular"], outside: files.union(collections).union(["Yams"])),
    Room(name: "Measures", own: ["Finance"], outside: collections),
    Room(name: "Scenarios", own: ["Records", "Measures", "Finance", "Tabular"], outside: collections),
  ]

  static let workbench = [
    Room(
      name: "Workbench",
      own: ["Certification", "Formulas", "Regression", "Tabular", "LinearAlgebra", "Probability"],
      outside: files.union(collections))
  ]

  static let flow = [
    Room(
      name: "Giving",
      own: ["Records", "Finance", "Forecasting", "Regression", "LinearAlgebra", "Probability", "Vectors"],
      outside: collections),
    Room(name: "Budgeting", own: ["Records", "Finance", "Vectors"], outside: collections),
    Room(
      name: "Outlook",
      own: ["Scenarios", "Giving", "Budgeting", "Records", "Finance", "Tabular", "Probability"],
      outside: collections),
    Room(
      name: "Simulation",
      own: [
        "Outlook", "Giving", "Budgeting", "Scenarios", "Records", "Finance", "Probability", "LinearAlgebra",
        "Vectors",
      ],
      outside: collections.union(threads)),
  ]

  static let telling: [Room] = {
    let judged: Set = [
      "Measures", "Simulation", "Budgeting", "Outlook", "Scenarios", "Giving", "Forecasting", "Records",
      "Tabular", "Finance", "Probability",
    ]
    let decided = judged.subtracting(["Forecasting"]).union(["Judgement"])
    let told = judged.union(["Judgement", "Decisions"])
    return [
      // What is judged of every path is measured eight paths at a time.
      Room(name: "Judgement", own: judged.union(["Vectors"]), outside: collections),
      Room(name: "Decisions", own: decided, outside: collections),
      // Workbooks are written by a C library, in one room.
      Room(name: "CXLSXWriter"),
      Room(
        name: "Reporting", own: told.union(["CXLSXWriter"]),
        outside: files.union(collections).union(["Mustache"])),
      Room(
        name: "Mainstay",
        own: told.union(["Reporting", "Regression", "LinearAlgebra", "Workbench"]),
        outside: files.union(collections)),
      Room(
        name: "MainstayCommand", own: ["Mainstay"], outside: ["ArgumentParser", "Glibc", "Synchronization"]),
    ]
  }()

  /// Every room after the rooms it stands on.
  static let rooms = mathematics + books + workbench + flow + telling
}
