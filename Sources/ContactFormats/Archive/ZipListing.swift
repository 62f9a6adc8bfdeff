/// What is inside a zip archive, archives inside it included.
struct ZipListing {
    private(set) var members: [Member] = []
    private(set) var passedOver: [PassedOver] = []

    private let budget: UnpackingBudget
    private let spool: Spool

    /// Lists an archive by its central directory; only archives inside it are unpacked, and files that might be such are begun.
    ///
    /// - Parameter spool: where archives inside are unpacked to.
    /// - Throws: `InputError` where the archive can't be used as a whole, or goes beyond a limit.
    init(of archive: FileBytes, limits: UnpackingLimits, spool: Spool) throws {
        budget = UnpackingBudget(limits: limits)
        self.spool = spool
        try list(archive, prefix: "", depth: 0)
    }

    private mutating func list(_ archive: FileBytes, prefix: String, depth: Int) throws {
        let entries = try ZipDirectory.entries(of: archive, limits: budget.limits, listed: budget.accountCount)
        let (membersBefore, passedOverBefore) = (members.count, passedOver.count)
        for (entry, account) in zip(entries, budget.openAccounts(entries.count)) where entry.kind != .folder {
            guard let path = EntryPath.safe(entry.name) else {
                passOver(prefix + entry.name, "unsafe-path")
                continue
            }
            if EntryPath.isOfSystem(path) {
                passOver(prefix + path, "system")
            } else if entry.kind == .link {
                passOver(prefix + path, "link")
            } else if entry.isEncrypted {
                passOver(prefix + path, "encrypted")
            } else if !ZipEntryBytes.knownMethods.contains(entry.method) {
                passOver(prefix + path, "unknown-compression")
            } else {
                let bytes = ZipEntryBytes(
                    name: "\(path) in \(archive.name)",
                    archive: archive,
                    entry: entry,
                    budget: budget,
                    account: account
                )
                try add(bytes, path: prefix + path, depth: depth)
            }
        }
        if members.count == membersBefore {
            let reasons = Set(passedOver[passedOverBefore...].map(\.reason)).subtracting(["system"])
            if reasons == ["encrypted"] { throw InputError.encrypted(archive.name) }
            if passedOver.count == passedOverBefore { throw InputError.empty(archive.name) }
        }
    }

    /// Adds a file as a member or, where it is an archive, what is inside.
    private mutating func add(_ bytes: ZipEntryBytes, path: String, depth: Int) throws {
        guard EntryPath.mayBeArchive(path), try EntryPath.isNamedZip(path) || ZipDirectory.isBegun(by: bytes.first(4)) else {
            // A claim that no reading could fulfil tells nothing.
            let byteCount = bytes.entry.size <= budget.limits.bytesPerEntry ? bytes.entry.size : nil
            members.append(Member(path: path, bytes: bytes, byteCount: byteCount, modifiedAt: bytes.entry.modifiedAt))
            return
        }
        guard depth < budget.limits.nesting else {
            passOver(path, "nested-too-deep")
            return
        }
        let (membersBefore, passedOverBefore) = (members.count, passedOver.count)
        do {
            let inner = try spool.store(name: bytes.name) { write in
                try bytes.forEachChunk { chunk in try chunk.withUnsafeBytes { try write($0) } }
            }
            guard inner.count > 0, try ZipDirectory.isBegun(by: inner.open().bytes(at: 0, count: 4)) else {
                throw InputError.damaged(bytes.name)
            }
            try list(inner, prefix: path + "/", depth: depth + 1)
        } catch let error as InputError where [.damaged, .truncated, .encrypted, .empty].contains(error.code) {
            members.removeSubrange(membersBefore...)
            passedOver.removeSubrange(passedOverBefore...)
            passOver(path, error.code == .truncated ? "damaged" : error.code.rawValue)
        }
    }

    private mutating func passOver(_ path: String, _ reason: String) {
        passedOver.append(PassedOver(path: path, reason: reason))
    }
}
