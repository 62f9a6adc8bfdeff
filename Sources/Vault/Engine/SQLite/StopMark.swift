import Synchronization

/// Says from another thread that statements are to be broken off; once set it stays.
final class StopMark: Sendable {
    private let mark = Atomic<Bool>(false)

    /// Whether it is set. Asked at each row, so it waits for nobody.
    var isSet: Bool { mark.load(ordering: .relaxed) }

    func set() { mark.store(true, ordering: .relaxed) }
}
