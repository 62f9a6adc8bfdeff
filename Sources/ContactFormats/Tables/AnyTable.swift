import ContactModel

/// Any table of people as text: its columns are guessed, the guess is told, and the owner may say otherwise.
///
/// It is asked last. A file in which no column names anybody or reaches anybody is none. Inside an archive or a folder, where most tables
/// are about other things, a table must both name people and reach them.
enum AnyTable {
    /// What a parcel holds; `nil` where no file in it is a table of people.
    static func recognise(_ parcel: Parcel, wishes: ColumnWishes) throws -> HandOut? {
        var tables: [any Table] = []
        var passedOver = parcel.passedOver
        for member in parcel.members {
            if let table = try table(member, isAlone: parcel.kind == .file, wishes: wishes) {
                tables.append(table)
            } else {
                passedOver.append(PassedOver(path: member.path, reason: "unknown"))
            }
        }
        guard !tables.isEmpty else { return nil }
        return HandOut(service: "Address book", tables: tables, passedOver: passedOver)
    }

    private static func table(_ member: Member, isAlone: Bool, wishes: ColumnWishes) throws -> (any Table)? {
        let beginning = BeginningOfBytes(whole: member.bytes, limit: 1024)
        guard !EntryPath.isOfSystem(member.path), try beginning.mayBeText(), try !beginning.areJSON() else { return nil }
        let isKnown: ([String]) -> Bool = {
            wishes.fixed($0) != nil || wishes.remembered(ColumnWishes.folded($0)) != nil || names(wishes.said, in: $0)
        }
        let firstRow = wishes.firstRow(member.path)
        let isHeaderless: (Int) -> Bool = { wishes.fixed(ColumnWishes.madeUp($0)) != nil }
        guard let probe = try AnyTableProbe(member.bytes, firstRow: firstRow, isKnown: isKnown, isHeaderless: isHeaderless) else {
            return nil
        }
        var guess = ColumnGuess(header: probe.hasHeader ? probe.table.header : [], rows: probe.rows)
        let (settled, said) = try wishes.roles(guess.roles, for: probe.table.header, in: member.path, isAlone: isAlone)
        let isSaid = !said.isEmpty || wishes.fixed(probe.table.header) != nil
        guard isSaid || guess.isOfPeople(isAlone: isAlone) else { return nil }
        for column in settled.indices where guess.roles.indices.contains(column) && settled[column] != guess.roles[column] {
            guess.set(column, settled[column], .owner)
        }
        guard !probe.rows.isEmpty else {
            guard isAlone else { return nil }
            throw InputError(
                .noRows, "\(member.path) holds the names of columns and no row. Nothing was imported and nobody was removed."
            )
        }
        let header = probe.table.header
        let people = try PeopleTable(
            member, probe.table, roles: settled, reading: PeopleReading(putsFamilyFirst: true),
            as: PeopleTable.Description(
                format: "csv",
                sourceName: SourceName.of("Address book", fileName: member.path),
                layout: layout(of: guess, header: header),
                outline: outline(of: guess, header: header),
                remarks: remarks(guess, header: header, hasHeader: probe.hasHeader),
                said: said,
                saidOfFirstRow: firstRow,
                isGuess: true
            )
        )
        // A table of other things gives a "name" now and then, but not row after row.
        guard isSaid || people.peopleAmongFirst * 2 > min(people.rowCount, 1000) else { return nil }
        return people
    }

    private static func names(_ wishes: [ColumnWishes.Wish], in header: [String]) -> Bool {
        guard !wishes.isEmpty else { return false }
        let folded = Set(header.map(LetterFolding.header))
        return wishes.allSatisfy { folded.contains(LetterFolding.header($0.header)) }
    }

    /// `4 columns: "Name" -> name, "Mail" -> email`
    private static func layout(of guess: ColumnGuess, header: [String]) -> String {
        let told = guess.roles.indices.filter { guess.roles[$0].field != .keep && guess.roles[$0].field != .ignore }
        let columns = told.map { "\"\(PeopleColumns.name(ofColumn: $0, in: header))\" -> \(guess.roles[$0])" }
        return "\(outline(of: guess, header: header)): \(columns.joined(separator: ", "))"
    }

    /// `4 columns`
    private static func outline(of guess: ColumnGuess, header: [String]) -> String {
        let count = max(header.count, guess.roles.count)
        return "\(count) \(count == 1 ? "column" : "columns")"
    }

    /// So many columns are named in one sentence.
    private static let columnsNamed = 30

    private static func remarks(_ guess: ColumnGuess, header: [String], hasHeader: Bool) -> [String] {
        func list(_ columns: [Int]) -> String {
            let names = columns.prefix(Self.columnsNamed).map { "“\(PeopleColumns.name(ofColumn: $0, in: header))”" }.joined(
                separator: ", ")
            return columns.count > Self.columnsNamed ? "\(names) and \(columns.count - Self.columnsNamed) more" : names
        }
        var remarks: [String] = []
        if !hasHeader { remarks.append("The file has no header: what its columns hold was told by their values.") }
        let byValues = guess.roles.indices.filter { guess.bases[$0] == .values }
        if hasHeader, !byValues.isEmpty {
            remarks.append("By its values, not by its header, was told what \(list(byValues)) \(byValues.count == 1 ? "holds" : "hold").")
        }
        let kept = guess.roles.indices.filter { guess.roles[$0].field == .keep }
        if !kept.isEmpty { remarks.append("Kept with each person, but not understood: \(list(kept)).") }
        let example = kept.first ?? guess.roles.indices.first ?? 0
        let name = PeopleColumns.name(ofColumn: example, in: header)
        remarks.append("If a column holds something else, say so with --map \"\(name)=notes\".")
        return remarks
    }
}

extension ColumnGuess {
    /// Whether the columns are those of a table of people.
    fileprivate func isOfPeople(isAlone: Bool) -> Bool {
        let reaches = has(.email) || has(.phone)
        let namesInParts = has(.given) || has(.family)
        guard isAlone else { return reaches && (namesInParts || has(.name)) }
        if has(.email) || namesInParts { return true }
        if has(.name) {
            // Products have names and pages too: a page tells of a person where it is a profile.
            return has(.phone) || has(.company) || has(.title) || has(.birthday) || has(.street) || has(.address) || has(.nickname)
                || hasProfiles
        }
        return has(.phone) && has(.company)
    }
}

extension HandOutFormat {
    /// Any other table of people; asked last.
    static let anyCSV = HandOutFormat(name: "csv", title: "any table of people as CSV, its columns guessed") {
        try AnyTable.recognise($0, wishes: $1)
    }
}
