/// Google's contacts among other files: alone, or as Takeout packs them, with a folder for each group.
///
/// Takeout writes `Contacts/All Contacts/All Contacts.csv` and beside it a file for each label, with the same people once more. The file
/// with everybody is read, and the others are passed over as copies: they would else be other sources, or undo each other.
enum GoogleTakeout {
    /// What a parcel holds of Google's tables; `nil` where nothing in it is.
    static func recognise(_ parcel: Parcel, wishes: ColumnWishes) throws -> HandOut? {
        guard parcel.kind != .file else { return try GoogleContactsCSV.sheet.recognise(parcel, wishes: wishes) }
        let inTakeout = parcel.members.filter { isOfTakeout($0.path) && $0.path.lowercased().hasSuffix(".csv") }
        guard inTakeout.count > 1, let all = inTakeout.first(where: { holdsEverybody($0.path) }) ?? largest(inTakeout) else {
            return try GoogleContactsCSV.sheet.recognise(parcel, wishes: wishes)
        }
        let groups = Set(inTakeout.map(\.path).filter { $0 != all.path })
        var rest = parcel
        rest.members.removeAll { groups.contains($0.path) }
        guard var handOut = try GoogleContactsCSV.sheet.recognise(rest, wishes: wishes) else { return nil }
        handOut.passedOver += groups.sorted().map { PassedOver(path: $0, reason: "copy") }
        if !holdsEverybody(all.path) {
            handOut.remarks.append(
                "Of the lists Google packed, the largest was read (\(all.path)): there is no “All Contacts” among them. Import the others by "
                    + "themselves if they name more people."
            )
        }
        return handOut
    }

    /// Whether a file lies where Takeout puts contacts: `Contacts/Family/Family.csv`, in whatever language the folders are.
    private static func isOfTakeout(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard parts.count >= 2, let file = parts.last, let folder = parts.dropLast().last else { return false }
        let stem = file.prefix { $0 != "." }
        return stem == folder || parts.contains { $0 == "Takeout" } && parts.count >= 3
    }

    private static func holdsEverybody(_ path: String) -> Bool {
        let name = EntryPath.lastPart(of: path).lowercased()
        return [
            "all contacts.", "alle kontakte.", "tous les contacts.", "todos los contactos.", "tutti i contatti.", "alle contacten.",
            "todos os contatos.",
        ]
        .contains(where: name.hasPrefix)
    }

    private static func largest(_ members: [Member]) -> Member? {
        members.max { ($0.byteCount ?? 0, $1.path) < ($1.byteCount ?? 0, $0.path) }
    }
}
