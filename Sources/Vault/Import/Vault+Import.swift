import ContactFormats
import ContactModel

extension Vault {
    /// Takes in a hand-out: whole, or not at all where anything goes wrong.
    ///
    /// A file that was imported before changes nothing. A hand-out older than those already held takes its place in history.
    ///
    /// - Throws: `InputError` where the files can't be read, `VaultError` where the vault can't be written; the vault is as it was then.
    public func take(_ handOut: HandOut, from parcel: Parcel, options: ImportOptions = ImportOptions()) throws -> ImportReport {
        if options.isDryRun, !isRehearsal { return try rehearse { try $0.take(handOut, from: parcel, options: options) } }
        let ledger = try engine.read { try ErasureLedger(session: $0, vaultID: vaultID) }
        // Nearly every vault has erased nobody, and reads each file once.
        if !ledger.isEmpty, let report = try take(handOut, from: parcel, options: options, leavingOut: ledger) { return report }
        let originals = try HandOutOriginals(handOut, parcel: parcel)
        let isKnown = try engine.read { try HandOutImport(self, $0, originals, options).changesNothing() }
        // A file that changes nothing needs no turn at writing.
        if isKnown { return try engine.read { try HandOutImport(self, $0, originals, options).alreadyImported() } }
        try engine.read { try HandOutImport(self, $0, originals, options).checkPartsAreWhole() }
        return try engine.write { try HandOutImport(self, $0, originals, options).run() }
    }

    /// Takes in a hand-out without the people who were erased; `nil` where none of them is in it.
    private func take(
        _ handOut: HandOut, from parcel: Parcel, options: ImportOptions, leavingOut ledger: ErasureLedger
    ) throws -> ImportReport? {
        guard let rest = try ErasedPeopleLeftOut(ledger: ledger).rest(of: handOut, from: parcel) else { return nil }
        let asItCame = try HandOutOriginals(handOut, parcel: parcel)
        func told(_ report: ImportReport) -> ImportReport {
            var report = report
            report.remarks.append(
                rest.count == 1 ? "1 erased person was left out." : "\(rest.count) erased people were left out.")
            return report
        }
        if try engine.read({ try HandOutImport(self, $0, asItCame, options).changesNothing() }) {
            return told(try engine.read { try HandOutImport(self, $0, asItCame, options).alreadyImported() })
        }
        try engine.read { try HandOutImport(self, $0, asItCame, options).checkPartsAreWhole() }
        let originals = try HandOutOriginals(rest.handOut, parcel: rest.parcel)
        return told(
            try engine.write { session in
                let report = try HandOutImport(self, session, originals, options).run()
                try note(originals, cameInAs: asItCame, session)
                return report
            })
    }

    /// Whose list a table is, where its name alone may be that of several: of the lists of that name, and of that name with a number, the one
    /// it shares the most people with; `nil` where there is no such list yet.
    public func closestList(to table: any Table, service: String) throws -> String? {
        try engine.read { session in
            try ListKinship(session, vaultID: vaultID, table, name: table.sourceName ?? service)?.closest()
        }
    }

    /// Notes what a file was when it came in, so that it is known when it comes again.
    private func note(_ kept: HandOutOriginals, cameInAs original: HandOutOriginals, _ session: any Session) throws {
        let store = OriginalStore(session: session, vaultID: vaultID)
        var names: [JSONValue] = []
        for (one, other) in zip(kept.tables.flatMap(\.files), original.tables.flatMap(\.files)) where one.hash != other.hash {
            guard let number = try store.findExact(one.hash) else { continue }
            let name = JSONValue.object(["id": .integer(number), "was": .string(other.hash.description)])
            if !names.contains(name) { names.append(name) }
        }
        guard !names.isEmpty else { return }
        _ = try DecisionLog(session: session, vaultID: vaultID).append(.erase, payload: ["originals": .array(names)], clock: clock)
    }
}
