import ContactModel

/// A layout of tables that one program writes: how its header is told, and what its columns hold.
struct SheetFormat: Sendable {
    /// What a header of the layout leads to.
    struct Layout: Sendable {
        /// The format in stable words: `google-csv`.
        var format: String
        /// The layout in words for people.
        var layout: String
        /// The role of each column.
        var roles: [ColumnRole]
        /// How the rows are read.
        var reading = PeopleReading()
    }

    /// The name of the service, which is the name of the source.
    var service: String
    /// Which list of its source it is.
    var list = EntryList.addressBook
    /// What a header leads to, by its cells as written; `nil` where it is none of the layout's.
    var layout: @Sendable (_ header: [String]) -> Layout?

    /// What a parcel holds of the layout; `nil` where nothing in it is.
    ///
    /// Of several files each is a list of its own: those whose names tell nothing apart (`contacts.csv`, `contacts-2024.csv`) are hand-outs
    /// of one source, the others sources of their own.
    ///
    /// - Throws: `InputError(.noRows)` where a file by itself is the header and nothing else; what the bytes throw.
    func recognise(_ parcel: Parcel, wishes: ColumnWishes) throws -> HandOut? {
        var tables: [PeopleTable] = []
        var passedOver = parcel.passedOver
        for member in parcel.members {
            guard let (table, layout) = try locate(in: member) else {
                passedOver.append(PassedOver(path: member.path, reason: "unknown"))
                continue
            }
            let people = try self.table(member, table, layout, wishes: wishes, isAlone: parcel.kind == .file)
            if people.rowCount > 0 {
                tables.append(people)
            } else if parcel.kind == .file {
                throw InputError(
                    .noRows,
                    "\(member.path) holds the header of \(service)'s contacts and no row. Nothing was imported and nobody was removed."
                )
            } else {
                passedOver.append(PassedOver(path: member.path, reason: "no-contacts"))
            }
        }
        guard !tables.isEmpty else { return nil }
        let named: [any Table] =
            tables.count == 1
            ? tables
            : tables.map { TableOfSource($0, name: SourceName.of(service, fileName: $0.members[0].path), exportedOn: nil) }
        return HandOut(service: service, tables: named, passedOver: passedOver)
    }

    /// The table in a file and what it is; `nil` where it is none of the layout's.
    func locate(in member: Member) throws -> (CSVTable, Layout)? {
        let bytes = BeginningOfBytes(whole: member.bytes, limit: 1 << 16)
        guard !EntryPath.isOfSystem(member.path), try bytes.mayBeText() else { return nil }
        let table = try CSVTable.locate(in: bytes) { layout($0) != nil }
        return table.flatMap { table in layout(table.header).map { (table, $0) } }
    }

    /// The table of people in a file of the layout, with the owner's wishes.
    func table(_ member: Member, _ table: CSVTable, _ layout: Layout, wishes: ColumnWishes, isAlone: Bool) throws -> PeopleTable {
        let (roles, said) = try wishes.roles(layout.roles, for: table.header, in: member.path, isAlone: isAlone)
        return try PeopleTable(
            member, table, roles: roles, reading: layout.reading,
            as: PeopleTable.Description(format: layout.format, sourceName: nil, list: list, layout: layout.layout, said: said)
        )
    }
}

extension ColumnWishes {
    /// The roles of a table's columns: as they were read the first time, else as its layout says, with the owner's wishes.
    ///
    /// - Throws: `InputError(.unrecognised)` where a wish names a column a file by itself doesn't have.
    func roles(_ roles: [ColumnRole], for header: [String], in path: String, isAlone: Bool) throws -> (roles: [ColumnRole], said: [Wish]) {
        if let fixed = fixed(header) { return (fixed, []) }
        let (wishes, unmet) = settled(for: header)
        if isAlone, let wish = unmet.first {
            let names = header.indices.map { "“\(PeopleColumns.name(ofColumn: $0, in: header))”" }.joined(separator: ", ")
            throw InputError(
                .unrecognised,
                "\(path) has no column “\(wish.header)”. Nothing was imported. Its columns are \(names)."
            )
        }
        var roles = roles
        for (column, role) in wishes where roles.indices.contains(column) { roles[column] = role }
        let said = wishes.sorted { $0.key < $1.key }.map { Wish(header: PeopleColumns.name(ofColumn: $0.key, in: header), role: $0.value) }
        return (roles, said)
    }
}

extension BeginningOfBytes {
    /// Whether the bytes can be text: no picture, archive or program, which have control characters; UTF-16 has NULs in every other place.
    func mayBeText() throws -> Bool {
        var beginning: [UInt8] = []
        try BeginningOfBytes(whole: whole, limit: 1024).forEachChunk { beginning += $0 }
        guard !beginning.isEmpty else { return false }
        if beginning.starts(with: [0xFF, 0xFE]) || beginning.starts(with: [0xFE, 0xFF]) { return true }
        // An archive whose files are stored, with something before it, has hardly any control characters.
        if Self.holdsZip(beginning) { return false }
        let zeros = beginning.count { $0 == 0 }
        if zeros * 3 > beginning.count { return true }
        let controls = beginning.count { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 && $0 != 0x1A && $0 != 0 }
        return zeros * 50 <= beginning.count && controls * 50 <= beginning.count
    }

    private static func holdsZip(_ bytes: [UInt8]) -> Bool {
        bytes.indices.dropLast(3).contains { bytes[$0] == 0x50 && bytes[$0 + 1] == 0x4B && bytes[$0 + 2] == 3 && bytes[$0 + 3] == 4 }
    }

    /// Whether the bytes are JSON, which no table is: a bracket, and behind it what only JSON has there.
    func areJSON() throws -> Bool {
        var beginning: [UInt8] = []
        try BeginningOfBytes(whole: whole, limit: 1024).forEachChunk { beginning += $0 }
        var text = beginning[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 9 || byte == 10 || byte == 13 }
        text = text.drop(while: isBlank)
        guard let bracket = text.popFirst(), let next = text.first(where: { !isBlank($0) }) else { return false }
        switch bracket {
        case UInt8(ascii: "{"): return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
        case UInt8(ascii: "["): return next == UInt8(ascii: "{") || next == UInt8(ascii: "[") || next == UInt8(ascii: "\"")
        default: return false
        }
    }
}
