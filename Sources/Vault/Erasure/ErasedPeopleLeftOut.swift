import ContactFormats
import ContactModel
import Foundation

/// Takes people who were erased out of what comes in, before anything of it is kept.
struct ErasedPeopleLeftOut {
    var ledger: ErasureLedger

    /// What is left to import.
    struct Rest {
        var handOut: HandOut
        var parcel: Parcel
        /// How many entries were left out, counted by their keys.
        var count: Int
    }

    /// The hand-out without them; `nil` where nobody of them is in it.
    ///
    /// - Throws: `InputError` where they are in it and it can't be rewritten.
    func rest(of handOut: HandOut, from parcel: Parcel) throws -> Rest? {
        let found = try find(in: handOut)
        guard !found.keys.isEmpty else { return nil }
        let redaction = Redaction(of: found.traces, lines: found.lines)
        guard let rewritten = try rewritten(parcel, by: redaction) else { throw Self.impossible(parcel.path) }
        var again = try HandOutFormat.recognise(rewritten)
        guard try find(in: again).keys.isEmpty else { throw Self.impossible(parcel.path) }
        again.passedOver = handOut.passedOver
        again.tables = JoinedTable.joined(again.tables, as: handOut.tables)
        return Rest(handOut: again, parcel: rewritten, count: found.keys.count)
    }

    private static func impossible(_ path: String) -> InputError {
        InputError(
            .unrecognised,
            "\(path) holds somebody you erased, in a way that can't be taken out of it. Nothing of it was imported. Take the person's entry out "
                + "of the file by hand, and import it again."
        )
    }

    private struct Found {
        var keys: Set<String> = []
        var traces = Traces()
        var lines: [String: Redaction.Lines] = [:]
    }

    private func find(in handOut: HandOut) throws -> Found {
        var found = Found()
        for table in handOut.tables.flatMap({ ($0 as? JoinedTable)?.parts ?? [$0] }) {
            var lines = Redaction.Lines()
            _ = try table.read { event in
                guard case .entry(let entry) = event else { return }
                guard ledger.holds(key: entry.key, list: table.list.rawValue, cards: [entry.card]) else {
                    lines.others.insert(entry.line)
                    return
                }
                found.keys.insert(entry.key.description)
                found.traces.add(entry.card) { $0.kind != .email && $0.kind != .phone || isTheirs($0) }
                found.traces.add(entry.key)
                lines.own.insert(entry.line)
            }
            lines.others.subtract(lines.own)
            if table.members.count == 1 { found.lines[table.members[0].path] = lines }
        }
        return found
    }

    /// Whether an address is in the ledger by itself: one a firm shares is not, and must not take its other rows along.
    private func isTheirs(_ key: IdentityKey) -> Bool {
        ledger.hashes.contains { salt, known in known.contains(ErasureLedger.hash(key.description, salt: salt)) }
    }

    private func rewritten(_ parcel: Parcel, by redaction: Redaction) throws -> Parcel? {
        switch parcel.kind {
        case .parts:
            let pieces = try parcel.pieces.map { try rewritten($0, by: redaction) }
            return pieces.contains { $0 == nil } ? nil : Parcel(pieces: pieces.compactMap { $0 })
        case .folder:
            var parcel = parcel
            for position in parcel.members.indices {
                let member = parcel.members[position]
                guard let rest = try Self.rewritten(member.bytes, path: member.path, by: redaction) else { return nil }
                parcel.members[position].bytes = rest.bytes
                parcel.members[position].byteCount = rest.byteCount
            }
            return parcel
        case .file:
            guard let original = parcel.original, let member = parcel.members.first,
                let (source, byteCount) = try Self.rewritten(original, path: member.path, by: redaction)
            else { return nil }
            let rest = Member(path: member.path, bytes: source, byteCount: byteCount, modifiedAt: member.modifiedAt)
            return Parcel(
                kind: .file, path: parcel.path, original: source, members: [rest], passedOver: parcel.passedOver,
                modifiedAt: parcel.modifiedAt)
        case .archive:
            guard let original = parcel.original, let (bytes, _) = try Self.rewritten(original, path: "", by: redaction) else { return nil }
            return try Self.onDisk(bytes) { file in
                // The file stays open after its name is gone.
                var opened = try Parcel.open(path: file)
                opened.path = parcel.path
                opened.modifiedAt = parcel.modifiedAt
                return opened
            }
        }
    }

    private static func rewritten(
        _ source: any ByteSource, path: String, by redaction: Redaction
    ) throws -> (bytes: any ByteSource, byteCount: Int)? {
        try onDisk(source) { file in
            switch try redaction.rewrite(fileAt: file, path: path) {
            case .untouched:
                var byteCount = 0
                try source.forEachChunk { byteCount += $0.count }
                return (source, byteCount)
            case .rewritten(let kept, let byteCount, _): return (kept, Int(byteCount))
            case .emptied: return nil
            }
        }
    }

    /// Writes bytes into a temporary file for `body`.
    private static func onDisk<Result>(_ bytes: any ByteSource, _ body: (String) throws -> Result) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try OriginalStore.write(reading: bytes.forEachChunk, toTemporaryFile: file.path)
        return try body(file.path)
    }
}
