import ContactModel

/// Recognises what LinkedIn hands out: a file of its archive by itself, the archive, or its folder.
public enum LinkedInHandOut {
    /// The name of the service: "LinkedIn".
    public static let service = "LinkedIn"

    /// What a parcel holds of LinkedIn's, or `nil` where nothing in it is.
    ///
    /// Files are told by their headers. Names decide only which are not opened: those known to hold network addresses, payments or identity
    /// data, and those known to hold no contacts. Copies (the same bytes, or marked ` (1)`) are passed over, but for a list of connections
    /// that says something else; parts (`_1`) are read as one list, unless they are whole lists. Lists in different folders are tables of
    /// their own, so that two hand-outs packed together stay two.
    ///
    /// - Throws: `InputError(.noRows)` where a list of connections is the header, or the notes before it, and no row that can be read;
    ///   `InputError(.unrecognised)` where it names nobody; what the bytes throw.
    public static func recognise(_ parcel: Parcel) throws -> HandOut? {
        var sorting = Sorting(parcel)
        for member in parcel.members { try sorting.take(member) }
        try sorting.setCopiesAside()
        let clues = try owner(in: sorting.sheets)
        var tables: [any Table] = []
        var remarks = sorting.remarks
        var problem = sorting.notesOnly.first.map { noRows($0, "the notes LinkedIn puts before the list of connections, and no list") }
        let sheets = Dictionary(grouping: sorting.sheets, by: \.name.folder)
        for folder in sorting.folders {
            try tables += Self.tables(sheets[folder] ?? [], clues, &sorting.passedOver, &remarks, &problem)
        }
        let hasConnections = tables.contains { $0.list == .connections }
        if hasConnections { problem = nil }
        if let problem {
            guard parcel.kind != .file, !tables.isEmpty else { throw problem }
            remarks.append(problem.message)
        }
        if parcel.kind == .file, tables.isEmpty, let sheet = sorting.sheets.first {
            throw noRows(sheet.member, "the header of one of LinkedIn's lists and no row")
        }
        let isNamed = exportDate(inNames: [parcel.path] + parcel.members.map(\.path)) != nil
        guard !tables.isEmpty || isNamed && sorting.knownCount > 0 else { return nil }
        if parcel.kind != .file, !hasConnections, problem == nil { remarks.append(firstPart) }
        return HandOut(
            service: service,
            tables: inOrder(tables),
            passedOver: parcel.passedOver + sorting.passedOver,
            exportedOn: exportedOn(parcel),
            remarks: remarks
        )
    }

    /// What to say of a parcel in which nothing is LinkedIn's, with its first line shown.
    ///
    /// - Throws: what the bytes throw.
    public static func unrecognisedError(for parcel: Parcel) throws -> InputError {
        let name = parcel.path.split(separator: "/").last.map(String.init) ?? parcel.path
        guard parcel.kind == .file, let member = parcel.members.first else { return unrecognisedError(for: parcel, called: name) }
        let fileName = LinkedInFileName(member.path)
        if fileName.isPrivate || fileName.isNamedForNoContacts {
            return InputError(
                .unrecognised,
                "\(name) is a file of LinkedIn's archive that holds no contacts. Nothing was imported. "
                    + "Import Connections.csv, or the whole archive as it came."
            )
        }
        guard let line = try CSVTable.firstLine(of: member.bytes) else {
            return InputError(.empty, "\(name) is empty: there is nothing in it to import.")
        }
        let beginning = line.lowercased()
        if beginning.hasPrefix("<!doctype html") || beginning.hasPrefix("<html") {
            return InputError(
                .unrecognised,
                "\(name) is a web page, not the export: perhaps the page to sign in with. Nothing was imported. "
                    + "Download the file again while you are signed in."
            )
        }
        if beginning.hasPrefix("%pdf-") {
            return InputError(
                .unrecognised,
                "\(name) is a PDF document, not the export. Nothing was imported. Import the zip archive or the CSV file LinkedIn sent."
            )
        }
        return InputError(
            .unrecognised,
            "\(name) is no list of contacts as LinkedIn hands it out: no row in it names columns such as First Name, Last Name and "
                + "Connected On. It begins with “\(line)”. Nothing was imported. Import the file as LinkedIn sent it; `holdfast guide linkedin` "
                + "tells how to get it."
        )
    }

    private static func unrecognisedError(for parcel: Parcel, called name: String) -> InputError {
        if parcel.members.contains(where: { $0.path == "xl/workbook.xml" }) {
            return InputError(
                .unrecognised,
                "\(name) is a spreadsheet. Nothing was imported. Import the file LinkedIn sent, or save the sheet as CSV and import that."
            )
        }
        let unread = Set(parcel.passedOver.map(\.reason))
        let hint =
            unread.contains("encrypted")
            ? " Some of them are encrypted: unpack the archive with its password first."
            : unread.contains("damaged") ? " Some of them are damaged: download the file again." : ""
        let files = parcel.members.count + parcel.passedOver.count
        return InputError(
            .unrecognised,
            "\(name) holds \(files) \(files == 1 ? "file, and it is no list" : "files, and none of them is a list") of contacts as LinkedIn "
                + "hands it out.\(hint) Nothing was imported. Import the archive as LinkedIn sent it; `holdfast guide linkedin` tells how to get it."
        )
    }

    // MARK: Tables

    private static func tables(
        _ sheets: [LinkedInSheet],
        _ clues: LinkedInOwnerClues,
        _ passedOver: inout [PassedOver],
        _ remarks: inout [String],
        _ problem: inout InputError?
    ) throws -> [any Table] {
        func of(_ kinds: LinkedInSheet.Kind...) -> [LinkedInSheet] {
            sheets.filter { kinds.contains($0.kind) }.sorted {
                ($0.name.stem, $0.name.number ?? 0, $0.member.path) < ($1.name.stem, $1.name.number ?? 0, $1.member.path)
            }
        }
        var tables: [any Table] = []
        func add(_ table: (any Table)?, rowCount: Int?, of sheets: [LinkedInSheet]) {
            guard let table, let rowCount else { return }
            if rowCount > 0 {
                tables.append(table)
            } else {
                passedOver += sheets.map { PassedOver(path: $0.member.path, reason: "no-contacts") }
            }
        }
        for parts in try lists(of(.connections), &remarks) {
            guard let table = try LinkedInConnections(parts.map(\.member)), let sheet = parts.first else { continue }
            if table.rowCount > 0, table.namesAnybody {
                tables.append(table)
            } else {
                let unread = table.firstUnread.map { "the list of connections, and no row that can be read (\(words(for: $0)))" }
                problem =
                    table.rowCount > 0
                    ? namesNobody(sheet) : noRows(sheet.member, unread ?? "the header of the list of connections and no row")
            }
        }
        // Newer archives have the address book in two files, `Contacts.csv` and `ImportedContacts.csv`: nobody of one is missing from the other.
        let addressBook = try LinkedInAddressBook(of(.addressBook))
        add(addressBook, rowCount: addressBook?.rowCount, of: of(.addressBook))
        let invitations = try LinkedInInvitations(of(.invitations), clues: clues)
        add(invitations, rowCount: invitations?.rowCount, of: of(.invitations))
        let messages = try LinkedInMessages(of(.messages), clues: clues)
        add(messages, rowCount: messages?.rowCount, of: of(.messages))
        let notes = try LinkedInNotes(of(.notes))
        add(notes, rowCount: notes?.rowCount, of: of(.notes))
        let recommendations = try LinkedInRecommendations(of(.recommendations))
        add(recommendations, rowCount: recommendations?.rowCount, of: of(.recommendations))
        let endorsements = try LinkedInEndorsements(of(.endorsements))
        add(endorsements, rowCount: endorsements?.rowCount, of: of(.endorsements))
        let follows = try LinkedInFollows(of(.follows))
        add(follows, rowCount: follows?.rowCount, of: of(.follows))
        let own = of(.profile, .positions, .emailAddresses, .phoneNumbers)
        let owner = try LinkedInOwner(own, clues: clues)
        add(owner, rowCount: owner?.rowCount, of: own)
        return tables
    }

    /// Connections first, then the other lists in their order; of several of one list the one with the newest entry last.
    private static func inOrder(_ tables: [any Table]) -> [any Table] {
        EntryList.allCases.flatMap { list in
            tables.filter { $0.list == list }.sorted { left, right in
                guard let later = right.newestDate else { return false }
                return left.newestDate.map { $0 < later } ?? true
            }
        }
    }

    /// The sheets of each list: files of one name and their parts are one, files of different names are different lists. `_1` is a part,
    /// `_2019` a list of its own; so is a copy that says something else, and what calls itself a part and is a whole list.
    private static func lists(_ sheets: [LinkedInSheet], _ remarks: inout [String]) throws -> [[LinkedInSheet]] {
        var lists: [[LinkedInSheet]] = []
        for sheet in sheets {
            guard !sheet.name.isMarkedAsCopy, (sheet.name.number ?? 0) < 100,
                let place = lists.firstIndex(where: { list in
                    list.first.map { $0.name.stem == sheet.name.stem && ($0.name.number ?? 0) < 100 && !$0.name.isMarkedAsCopy } ?? false
                })
            else {
                lists.append([sheet])
                continue
            }
            if let other = try lists[place].first(where: { try areWholeLists($0, sheet) }) {
                remarks.append(
                    "\(other.member.path) and \(sheet.member.path) name the same people: they are two exports, and were read as two.")
                lists.append([sheet])
            } else {
                lists[place].append(sheet)
            }
        }
        return lists
    }

    /// Whether two files are two exports of one list: parts of it have nobody in common. One row at the seam may stand in two parts, which
    /// have LinkedIn's notes no second time.
    private static func areWholeLists(_ one: LinkedInSheet, _ other: LinkedInSheet) throws -> Bool {
        let (keys, others) = (try keys(in: one), try keys(in: other))
        let common = keys.intersection(others).count
        guard common > 0 else { return false }
        let haveNotes = one.table.headerLine > 1 && other.table.headerLine > 1
        return haveNotes || common * 2 > min(keys.count, others.count)
    }

    /// Whom a list names.
    private static func keys(in sheet: LinkedInSheet) throws -> Set<IdentityKey> {
        var keys: Set<IdentityKey> = []
        _ = try LinkedInConnections([sheet.member])?.read { event in
            if case .entry(let entry) = event { keys.insert(entry.key) }
        }
        return keys
    }

    private static func owner(in sheets: [LinkedInSheet]) throws -> LinkedInOwnerClues {
        let names = try LinkedInOwner.names(in: sheets)
        var clues = try LinkedInInvitations.owner(in: sheets.filter { $0.kind == .invitations })
        clues.names.formUnion(names)
        // Invitations of 2023 know members by number only; messages know profiles.
        if clues.uri == nil {
            let more = try LinkedInMessages.owner(in: sheets.filter { $0.kind == .messages }, names: clues.names)
            clues.keys.formUnion(more.keys)
            clues.names.formUnion(more.names)
            clues.uri = more.uri
        }
        return clues
    }

    // MARK: What to say

    private static let firstPart =
        "There is no list of connections in it. Who asks LinkedIn for the larger archive gets it in two parts: a first one within minutes, "
        + "with the profile, and the complete one by a second e-mail, as a rule 24 to 72 hours later, whose download link works for 72 hours. "
        + "Import that one too when it is there. Nobody was removed."

    private static func noRows(_ member: Member, _ what: String) -> InputError {
        InputError(
            .noRows,
            "\(member.path) holds \(what). Nothing was imported from it and nobody was removed. Ask LinkedIn for the archive again, or, "
                + "if you opened and saved the file yourself, import the one that LinkedIn sent."
        )
    }

    /// Why a row could not be read.
    private static func words(for problem: ReadProblem) -> String {
        problem.code == "row-too-long"
            ? "line \(problem.line) has more than eight megabytes, or 4,096 cells" : "line \(problem.line) is the first"
    }

    private static func namesNobody(_ sheet: LinkedInSheet) -> InputError {
        InputError(
            .unrecognised,
            "\(sheet.member.path) has neither names nor e-mail addresses nor links to profiles: its columns are "
                + "\(sheet.table.header.joined(separator: ", ")). Whom its rows are about can't be told. Import the file as LinkedIn sent it."
        )
    }

    // MARK: Dates

    /// The day of the hand-out: as the archive's or folder's own name says, else the time of an archive's newest entry. What the names of
    /// folders inside say is each table's own (`Table.exportedOn`).
    private static func exportedOn(_ parcel: Parcel) -> CalendarDate? {
        if let day = exportDate(inNames: [parcel.path]) { return day }
        guard parcel.kind == .archive, let newest = parcel.members.compactMap(\.modifiedAt).max() else { return nil }
        let day = CalendarDate(daysSince1970: newest >= 0 ? newest / 86_400 : -1)
        // LinkedIn is of 2003; archives without times say 1980.
        return day.year >= 2003 ? day : nil
    }

    /// The day in `…LinkedInDataExport_MM-DD-YYYY…`, wherever it stands in a path; the newest of several.
    static func exportDate(inNames names: [String]) -> CalendarDate? {
        let mark = Array("dataexport".utf8)
        var newest: CalendarDate?
        for name in names {
            let bytes = name.lowercased().utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: " ") }
            guard bytes.count >= mark.count + 10 else { continue }
            for start in 0...(bytes.count - mark.count - 10) where bytes[start..<start + mark.count].elementsEqual(mark) {
                let digits = bytes[(start + mark.count)..<(start + mark.count + 10)].map { Int($0) - 48 }
                guard digits[2] == -3, digits[5] == -3 else { continue }
                let numbers = [0, 1, 3, 4, 6, 7, 8, 9].map { digits[$0] }
                guard numbers.allSatisfy({ (0...9).contains($0) }) else { continue }
                let year = numbers[4] * 1000 + numbers[5] * 100 + numbers[6] * 10 + numbers[7]
                let day = CalendarDate(year: year, month: numbers[0] * 10 + numbers[1], day: numbers[2] * 10 + numbers[3])
                if let day { newest = max(newest ?? day, day) }
            }
        }
        return newest
    }
}

extension LinkedInHandOut {
    /// The members of a parcel, told apart.
    private struct Sorting {
        private let parcel: Parcel
        private(set) var sheets: [LinkedInSheet] = []
        var passedOver: [PassedOver] = []
        private(set) var remarks: [String] = []
        /// How many members have the name of a file of LinkedIn's.
        private(set) var knownCount = 0
        /// Files with the notes before the list and no list.
        private(set) var notesOnly: [Member] = []

        init(_ parcel: Parcel) {
            self.parcel = parcel
        }

        /// The folders lists lie in, in the order of the members.
        var folders: [String] { sheets.map(\.name.folder).uniqued }

        mutating func take(_ member: Member) throws {
            let name = LinkedInFileName(member.path)
            if name.isOfTheSystem, parcel.kind != .file {
                passedOver.append(PassedOver(path: member.path, reason: "system"))
                return
            }
            if name.holdsContacts { knownCount += 1 }
            if name.isPrivate {
                knownCount += 1
                passedOver.append(PassedOver(path: member.path, reason: "private"))
                return
            }
            // What a file by itself is called says nothing, but for the one case in which the header does not either.
            if parcel.kind == .file ? name.holdsMessagesOfPrograms : name.holdsNoContacts {
                knownCount += 1
                passedOver.append(PassedOver(path: member.path, reason: "no-contacts"))
                return
            }
            // A file by itself, and one whose name promises a list, is read to its end for a header; of others the beginning is enough.
            let isPromising = parcel.kind == .file || name.holdsContacts
            let bytes: any ByteSource = isPromising ? member.bytes : BeginningOfBytes(whole: member.bytes, limit: 1 << 16)
            if let sheet = try LinkedInSheet(member, in: bytes) {
                sheets.append(sheet)
            } else if isPromising, try isNotesOnly(member) {
                notesOnly.append(member)
            } else {
                let reason = try !name.holdsContacts ? "unknown" : isBlank(member) ? "no-contacts" : "unlike-its-name"
                passedOver.append(PassedOver(path: member.path, reason: reason))
            }
        }

        /// Sets aside what is there twice: the same bytes, or a name marked as a copy beside the one it is a copy of. A list of connections
        /// that says something else than the one it seems a copy of is another export, downloaded on another day.
        mutating func setCopiesAside() throws {
            var kept: [LinkedInSheet] = []
            var named: [[String]: LinkedInSheet] = [:]
            var digests: Set<ByteDigest> = []
            // Only files of the same length can be the same.
            let lengths = Dictionary(sheets.map { ($0.member.byteCount, 1) }, uniquingKeysWith: +)
            for sheet in sheets.filter({ !$0.name.isMarkedAsCopy }) + sheets.filter(\.name.isMarkedAsCopy) {
                let name = [sheet.name.folder, sheet.name.stem, "\(sheet.kind)"]
                let mayBeCopy = lengths[nil] != nil || (lengths[sheet.member.byteCount] ?? 0) > 1
                var isCopy = try mayBeCopy && !digests.insert(ByteDigest(sheet.member.bytes, of: sheet.kind)).inserted
                if !isCopy, sheet.name.isMarkedAsCopy, let other = named[name], sheet.kind == .connections {
                    remarks.append(
                        "\(sheet.member.path) is marked as a copy of \(other.member.path), but is not the same: it is another export, and was read too."
                    )
                } else if !isCopy, sheet.name.isMarkedAsCopy, let other = named[name] {
                    isCopy = true
                    remarks.append(
                        "\(sheet.member.path) is marked as a copy of \(other.member.path), but is not the same. It was not read; "
                            + "import it by itself if you want it."
                    )
                }
                if isCopy {
                    passedOver.append(PassedOver(path: sheet.member.path, reason: "copy"))
                } else {
                    kept.append(sheet)
                    if named[name] == nil { named[name] = sheet }
                }
            }
            sheets = kept
        }

        /// Whether a file begins with nothing but blanks, and so is as good as empty.
        private func isBlank(_ member: Member) throws -> Bool {
            let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]
            var isBlank = true
            try BeginningOfBytes(whole: member.bytes, limit: 1 << 12).forEachChunk { chunk in
                isBlank = isBlank && chunk.allSatisfy(blanks.contains)
            }
            return isBlank
        }

        /// Whether a file begins with the notes LinkedIn puts before the list.
        private func isNotesOnly(_ member: Member) throws -> Bool {
            guard let line = try CSVTable.firstLine(of: member.bytes) else { return false }
            let text = LetterFolding.header(line)
            return text == "notes" || text.hasPrefix("whenexportingyourconnectiondata")
        }
    }

    /// Two numbers and a length that only the same bytes have, but for a chance nobody meets; and what kind of list they are.
    private struct ByteDigest: Hashable {
        private let kind: LinkedInSheet.Kind
        private var count = 0
        private var first: UInt64 = 0xCBF2_9CE4_8422_2325
        private var second: UInt64 = 0x9E37_79B9_7F4A_7C15

        init(_ bytes: any ByteSource, of kind: LinkedInSheet.Kind) throws {
            self.kind = kind
            try bytes.forEachChunk { chunk in
                for byte in chunk {
                    // FNV-1a, and a multiply-rotate hash beside it.
                    first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
                    second = (second &+ UInt64(byte)) &* 0xFF51_AFD7_ED55_8CCD
                    second ^= second >> 29
                }
                count += chunk.count
            }
        }
    }
}
