import Synchronization

/// A number of rows that one thread counts and others read.
final class RowCount: Sendable {
    private let rows = Mutex<Int?>(nil)

    /// The number; `nil` before anything began.
    var value: Int? {
        get { rows.withLock { $0 } }
        set { rows.withLock { $0 = newValue } }
    }
}
