import Finance

extension NamedAssumptions {
  /// One of the numbers by its name in files.
  struct Name: Sendable {
    let name: String
    /// As a reader writes it; `nil`: the model's own.
    let text: @Sendable (NamedAssumptions) -> String?
    private let set: @Sendable (NamedAssumptions, inout NamedAssumptions) -> Void

    init<Value: Sendable>(_ name: String, _ path: any WritableKeyPath<NamedAssumptions, Value?> & Sendable) {
      self.name = name
      text = { numbers in numbers[keyPath: path].map { "\($0)" } }
      set = { source, target in target[keyPath: path] = source[keyPath: path] }
    }

    func copy(from source: NamedAssumptions, to target: inout NamedAssumptions) { set(source, &target) }
  }

  /// All of them, in the order of the reader.
  static let all: [Name] = [
    Name("renewal-probability", \.renewalProbability), Name("renewal-term", \.renewalTerm),
    Name("on-time-probability", \.onTimeProbability), Name("default-probability", \.defaultProbability),
    Name("plan-growth", \.planGrowth), Name("exchange-volatility", \.exchangeVolatility),
    Name("interest", \.interest), Name("reserve-rate", \.reserveRate),
  ]
}
