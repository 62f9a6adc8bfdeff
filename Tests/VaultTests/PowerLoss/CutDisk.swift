import TestSupport

/// A disk at the moment the power fails: what was synced is on it; of what was not, anything may be.
///
/// Of each sector of 512 bytes any of its contents since the last sync may stand there, whatever stands in the others, so that writes are
/// lost, reordered and torn; now and then a sector that was being written holds anything at all, in the bytes that were being written
/// (SQLite's "powersafe overwrite" asks no more of a disk). The length of a file, and the names of its folder, are any of those they had.
struct CutDisk {
    /// Syncs a disk does not keep to, to see that the tests find out.
    enum Lie: CaseIterable {
        case files, journals, all
    }

    private static let sector = 512

    private enum Change {
        case write(at: Int, bytes: [UInt8])
        case cut(to: Int)
    }

    private struct File {
        var content: [UInt8]
        var pending: [Change] = []
        var isJournal: Bool
        var syncsFolder: Bool
    }

    private let lie: Lie?
    private var files: [Int: File] = [:]
    private var names: [String: Int] = [:]
    private var pendingNames: [(name: String, file: Int?)] = []
    /// How many steps were acknowledged.
    private(set) var acknowledged = 0

    init(lie: Lie? = nil) { self.lie = lie }

    /// Takes the next event.
    mutating func take(_ event: DiskHistory.Event) {
        switch event {
        case .appeared(let number, let name, let content, let isJournal):
            files[number] = File(content: content, isJournal: isJournal, syncsFolder: isJournal)
            if content.isEmpty { pendingNames.append((name, number)) } else { names[name] = number }
        case .wrote(let number, let place, let bytes): files[number]?.pending.append(.write(at: place, bytes: bytes))
        case .cut(let number, let size): files[number]?.pending.append(.cut(to: size))
        case .synced(let number): sync(number)
        case .removed(let name, let isFolderSynced):
            pendingNames.append((name, nil))
            if isFolderSynced, lie == nil { syncFolder() }
        case .acknowledged(let step): acknowledged = step
        }
    }

    private mutating func sync(_ number: Int) {
        guard var file = files.removeValue(forKey: number) else { return }
        let isIgnored = lie == .all || lie == .journals && file.isJournal || lie == .files && !file.isJournal
        if !isIgnored {
            for change in file.pending { Self.apply(change, to: &file.content) }
            file.pending = []
            if file.syncsFolder { syncFolder() }
            file.syncsFolder = false
        }
        files[number] = file
    }

    private mutating func syncFolder() {
        for (name, file) in pendingNames { names[name] = file }
        pendingNames = []
    }

    private static func apply(_ change: Change, to content: inout [UInt8]) {
        switch change {
        case .cut(let size):
            content = Array(content.prefix(size)) + [UInt8](repeating: 0, count: max(0, size - content.count))
        case .write(let place, let bytes):
            if content.count < place + bytes.count { content += [UInt8](repeating: 0, count: place + bytes.count - content.count) }
            content.replaceSubrange(place..<place + bytes.count, with: bytes)
        }
    }

    /// The files that are there when the power comes back.
    func afterCut(_ random: inout SeededGenerator) -> [String: [UInt8]] {
        var left = names
        for name in Set(pendingNames.map(\.name)).sorted() {
            // In the order they were made, but how far may differ from name to name.
            let changes = pendingNames.filter { $0.name == name }
            for change in changes.prefix(Int.random(in: 0...changes.count, using: &random)) { left[name] = change.file }
        }
        var contents: [String: [UInt8]] = [:]
        for (name, number) in left.sorted(by: { $0.key < $1.key }) {
            guard let file = files[number] else { continue }
            contents[name] = Self.content(of: file, &random)
        }
        return contents
    }

    private static func content(of file: File, _ random: inout SeededGenerator) -> [UInt8] {
        guard !file.pending.isEmpty else { return file.content }
        var content = file.content
        // Most of the time anything; sometimes all in order up to some change, of which a part is there; sometimes nothing.
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return content
        case 1, 2:
            let count = Int.random(in: 0...file.pending.count, using: &random)
            for change in file.pending.prefix(count) { apply(change, to: &content) }
            if count < file.pending.count, case .write(let place, let bytes) = file.pending[count] {
                let written = Int.random(in: 0...bytes.count / sector, using: &random) * sector
                if written > 0 { apply(.write(at: place, bytes: Array(bytes.prefix(written))), to: &content) }
            }
            return content
        default: break
        }
        // A file is cut off at once or not at all; what was written before and after comes as it likes.
        let cuts = file.pending.indices.filter { if case .cut = file.pending[$0] { true } else { false } }
        let kept = cuts.prefix(Int.random(in: 0...cuts.count, using: &random)).last
        if let kept {
            scatter(file.pending[..<kept], over: &content, &random)
            apply(file.pending[kept], to: &content)
        }
        scatter(file.pending[(kept.map { $0 + 1 } ?? 0)...], over: &content, &random)
        return content
    }

    /// Lets any of the writes reach the disk, sector by sector, and the file have any of the lengths it had meanwhile.
    private static func scatter(_ changes: ArraySlice<Change>, over content: inout [UInt8], _ random: inout SeededGenerator) {
        var sizes = [content.count]
        var writesOfSector: [Int: [(at: Int, bytes: [UInt8])]] = [:]
        for case .write(let place, let bytes) in changes where !bytes.isEmpty {
            sizes.append(max(sizes.last ?? 0, place + bytes.count))
            for number in place / sector...(place + bytes.count - 1) / sector { writesOfSector[number, default: []].append((place, bytes)) }
        }
        content += [UInt8](repeating: 0, count: (sizes.last ?? 0) - content.count)
        // How much gets to the disk differs from cut to cut: a drive is nearly done, or has hardly begun.
        let percent = [5, 50, 95][Int.random(in: 0..<3, using: &random)]
        for number in writesOfSector.keys.sorted() {
            guard let writes = writesOfSector[number], random.happens(percent: percent) else { continue }
            let kept = writes.prefix(Int.random(in: 1...writes.count, using: &random))
            for write in kept {
                for at in range(write.at, write.bytes.count, of: number) { content[at] = write.bytes[at - write.at] }
            }
            if let last = kept.last, random.happens(percent: 2) {
                for at in range(last.at, last.bytes.count, of: number) { content[at] = UInt8.random(in: .min ... .max, using: &random) }
            }
        }
        content.removeLast(content.count - (sizes.randomElement(using: &random) ?? content.count))
    }

    /// The bytes of a sector among some bytes.
    private static func range(_ place: Int, _ count: Int, of number: Int) -> Range<Int> {
        let start = max(place, number * sector)
        return start..<max(start, min(place + count, (number + 1) * sector))
    }
}
