/// A column whose part orthogonal to the columns on its left is at most this share of its length is
/// dependent.
///
/// Powers up to the tenth on the interval of NIST's Filip leave 5e-8 and pass; rounding of an exact copy
/// leaves 1e-16.
public let rankTolerance = 1e-11
