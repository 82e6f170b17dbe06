/// What is done about columns that depend on columns to their left.
///
/// Columns are judged in the order of the design: one whose part orthogonal to those kept before it is at
/// most `rankTolerance` of its length depends on them. So of two equal columns the left one stays, and of a
/// full set of dummies beside an intercept the last one goes.
public enum Aliasing: Sendable, Equatable {
  /// An error that names them.
  case refuse
  /// They are left out and named in `aliased`, as R's `lm` does.
  case leftToRight
}
