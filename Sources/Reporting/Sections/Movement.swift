/// How level and concentration moved, told apart: one may be resolved and the other not.
struct Movement {
  let level: Step
  let concentration: Step

  enum Step { case up, same, down }

  /// A level within 2.5 % and a share within one point count as the same (assumption of wording only).
  init(level before: Double, _ now: Double, share shareBefore: Double, _ shareNow: Double) {
    level = now > before * 1.025 ? .up : now < before * 0.975 ? .down : .same
    concentration = shareNow > shareBefore + 0.01 ? .up : shareNow < shareBefore - 0.01 ? .down : .same
  }

  var words: String {
    switch (level, concentration) {
    case (.up, .up): "there is more money, and it hangs more on one contributor than before"
    case (.up, .same): "there is more money, as concentrated as before"
    case (.up, .down): "there is more money, and it hangs less on one contributor than before"
    case (.same, .up): "about as much money, which hangs more on one contributor than before"
    case (.same, .same): "about as much money, as concentrated as before"
    case (.same, .down): "about as much money, which hangs less on one contributor than before"
    case (.down, .up): "there is less money, and it hangs more on one contributor than before"
    case (.down, .same): "there is less money, as concentrated as before"
    case (.down, .down): "there is less money, though it hangs less on one contributor than before"
    }
  }
}
