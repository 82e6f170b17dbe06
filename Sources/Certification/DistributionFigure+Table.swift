extension DistributionFigure {
  static let table = ""
}
