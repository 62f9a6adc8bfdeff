import ContactFormats

/// Lists that come in several files.
extension HandOutImport {
    /// That no part of a list comes without the others: who stands in those would count as gone.
    ///
    /// - Throws: `InputError` that says which files belong together.
    func checkPartsAreWhole() throws {
        guard options.source == nil else { return }
        for files in originals.tables where files.table.list.isFull {
            let own = files.table.members.map(path(of:))
            let name = Self.sourceName(of: files.table, source: nil, service: originals.handOut.service)
            var latest: [String: StoredSnapshot] = [:]
            for snapshot in try snapshots.all() where !snapshot.isUndone && snapshot.list == files.table.list.rawValue {
                guard snapshot.sourceName == name || SourceName.isNumbered(snapshot.sourceName, of: name) else { continue }
                if let other = latest[snapshot.sourceName],
                    (other.exportedOn, other.orderWithinDay) > (snapshot.exportedOn, snapshot.orderWithinDay)
                {
                    continue
                }
                latest[snapshot.sourceName] = snapshot
            }
            var whole: [String: [String]] = [:]
            for snapshot in latest.values {
                let parts = try snapshots.parts(of: snapshot).map(\.path)
                if ListParts.lacksParts(own, of: parts) { whole[snapshot.sourceName] = parts }
            }
            guard !whole.isEmpty, try find(files) == nil else { continue }
            // A list that names its account is that account's, whomever it holds.
            let kinship = try ListKinship(session, vaultID: vaultID, files.table, name: name)
            guard let closest = try kinship == nil ? name : kinship?.closest(), let parts = whole[closest] else { continue }
            throw InputError(
                .lacksParts,
                "\(originals.parcel.path) is one part of the list “\(closest)”, which came in \(parts.count) parts: "
                    + parts.map { String($0.split(separator: "/").last ?? "") }.joined(separator: ", ")
                    + ". Nothing of it was imported, as who stands in the other parts would count as gone. Import all parts together; if the "
                    + "file is the whole list by now, import it with --source \"\(originals.handOut.service)\"."
            )
        }
    }
}
