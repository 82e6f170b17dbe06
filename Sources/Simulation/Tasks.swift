import Dispatch
import Synchronization

/// Work cut into numbered tasks that several threads take one after the other.
struct Tasks: Sendable {
  let threads: Int
  /// Asked before every task; once true the work ends with `Interrupted`.
  let isCancelled: @Sendable () -> Bool

  /// Does every task once.
  ///
  /// - Parameter task: called with the thread, 0 ..< `threads`, and the number of the task; calls of one thread follow
  ///   one another.
  /// - Throws: `Interrupted`, or the first error of a task; no other task is then begun.
  func run(_ count: Int, _ task: (_ thread: Int, _ number: Int) throws -> Void) throws {
    let shared = Shared()
    withoutActuallyEscaping(task) { task in
      // The closure is called from several threads and outlives none of them.
      nonisolated(unsafe) let task = task
      DispatchQueue.concurrentPerform(iterations: min(threads, max(count, 1))) { thread in
        do { try work(thread, count, shared, task) } catch { shared.fail(error) }
      }
    }
    if let error = shared.error { throw error }
  }

  private func work(_ thread: Int, _ count: Int, _ shared: Shared, _ task: (Int, Int) throws -> Void) throws {
    while !shared.failed {
      let number = shared.next()
      guard number < count else { return }
      if isCancelled() { throw Interrupted() }
      try task(thread, number)
    }
  }

  /// The next task, and the first failure.
  private final class Shared: Sendable {
    private let taken = Atomic<Int>(0)
    private let failure = Mutex<(any Error)?>(nil)

    var error: (any Error)? { failure.withLock { $0 } }
    var failed: Bool { error != nil }

    func next() -> Int { taken.add(1, ordering: .relaxed).oldValue }
    func fail(_ error: any Error) { failure.withLock { $0 = $0 ?? error } }
  }
}

/// Values that tasks write each at a place of its own.
///
/// Safe across threads because no two tasks own the same place.
final class Places<Value>: @unchecked Sendable {
  private let values: UnsafeMutableBufferPointer<Value>

  init(repeating value: Value, count: Int) {
    values = .allocate(capacity: count)
    values.initialize(repeating: value)
  }

  deinit {
    values.deinitialize()
    values.deallocate()
  }

  subscript(place: Int) -> Value {
    get { values[place] }
    set { values[place] = newValue }
  }

  var all: [Value] { Array(values) }
}
