/// A column whose part orthogonal to the columns on its left is at most this share of its length is
/// dependent.
///
/// Polynomials of degree 10 on a narrow interval leave 1e-9 and pass; rounding of an exact copy leaves 1e-16.
public let rankTolerance = 1e-11
