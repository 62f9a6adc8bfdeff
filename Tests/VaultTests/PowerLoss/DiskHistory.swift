import Synchronization

/// What was done to the files of one folder, in its order, and what was acknowledged in between.
final class DiskHistory: Sendable {
    enum Event: Sendable {
        /// A file came up for the first time under its name. `content` is what was in it; one without is new, and its name not yet on the
        /// disk. The first sync of a journal syncs its folder too, as SQLite's own VFS does.
        case appeared(file: Int, name: String, content: [UInt8], isJournal: Bool)
        case wrote(file: Int, at: Int, bytes: [UInt8])
        case cut(file: Int, to: Int)
        case synced(file: Int)
        case removed(name: String, isFolderSynced: Bool)
        /// A step was done, and its owner told so; steps count from 1.
        case acknowledged(Int)
    }

    private struct State {
        var events: [Event] = []
        var files: [String: Int] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    /// All that happened.
    var events: [Event] { state.withLock { $0.events } }

    /// Notes what happens.
    func note(_ event: Event) { state.withLock { $0.events.append(event) } }

    /// The number of the file of a name, which gets one, and is noted, where it has none.
    func file(named name: String, isJournal: Bool, content: () -> [UInt8]) -> Int {
        state.withLock { state in
            if let known = state.files[name] { return known }
            state.count += 1
            state.files[name] = state.count
            state.events.append(.appeared(file: state.count, name: name, content: content(), isJournal: isJournal))
            return state.count
        }
    }

    /// Notes that a name is gone; a file of that name is another one from now on.
    func remove(_ name: String, isFolderSynced: Bool) {
        state.withLock { state in
            guard state.files.removeValue(forKey: name) != nil else { return }
            state.events.append(.removed(name: name, isFolderSynced: isFolderSynced))
        }
    }
}
