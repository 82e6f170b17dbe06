// Written by `make reference-classes`.
extension ReferenceClasses {
  /// Every shipped set, the preferred ones first.
  static let all = [
    ShippedSet("un-trust-funds-2023", 2023) { unTrustFunds2023 },
    ShippedSet("un-trust-funds-2022", 2022) { unTrustFunds2022 },
    ShippedSet("un-trust-funds-2021", 2021) { unTrustFunds2021 },
    ShippedSet("un-trust-funds-2020", 2020) { unTrustFunds2020 },
    ShippedSet("un-trust-funds-2019", 2019) { unTrustFunds2019 },
    ShippedSet("un-system-2023", 2023) { unSystem2023 },
    ShippedSet("un-system-2022", 2022) { unSystem2022 },
    ShippedSet("un-system-2021", 2021) { unSystem2021 },
    ShippedSet("un-system-2020", 2020) { unSystem2020 },
    ShippedSet("un-system-2019", 2019) { unSystem2019 },
    ShippedSet("un-system-2018", 2018) { unSystem2018 },
    ShippedSet("un-system-2017", 2017) { unSystem2017 },
    ShippedSet("un-system-2016", 2016) { unSystem2016 },
    ShippedSet("un-system-2015", 2015) { unSystem2015 },
  ]
}
