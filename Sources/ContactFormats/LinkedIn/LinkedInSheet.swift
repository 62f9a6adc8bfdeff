import ContactModel

/// One file of LinkedIn's archive beside the connections: the list it holds, told by its header, and its columns by name.
struct LinkedInSheet: Sendable {
    /// The lists whose headers are known.
    enum Kind: CaseIterable, Sendable {
        case connections, messages, invitations, endorsements, recommendations, follows, notes, addressBook
        case profile, positions, emailAddresses, phoneNumbers
    }

    /// Which list it holds.
    let kind: Kind
    /// The file.
    let member: Member
    /// What the file's name says.
    let name: LinkedInFileName
    /// The table in it.
    let table: CSVTable
    private let columns: [String: Int]

    /// The sheet in a file, or `nil` where no row is one of LinkedIn's headers.
    ///
    /// - Throws: `InputError` where the bytes can't be read.
    init?(_ member: Member, in bytes: any ByteSource) throws {
        var kind: Kind?
        let table = try CSVTable.locate(in: bytes) { cells in
            kind = Self.kind(of: cells)
            return kind != nil
        }
        guard let table, let kind else { return nil }
        self.kind = kind
        self.member = member
        self.table = table
        name = LinkedInFileName(member.path)
        var columns: [String: Int] = [:]
        for (column, cell) in table.header.enumerated() {
            let word = LetterFolding.header(cell)
            if columns[word] == nil { columns[word] = column }
        }
        self.columns = columns
    }

    /// The column with one of these folded headers.
    func column(_ names: String...) -> Int? {
        for name in names {
            if let column = columns[name] { return column }
        }
        return nil
    }

    /// Reads the rows that are not blank.
    ///
    /// - Returns: how many there were.
    func forEachRow(_ body: (CSVRow) throws -> Void, problem: (ReadProblem) throws -> Void = { _ in }) throws -> Int {
        var count = 0
        try table.forEachRow(in: member.bytes) { row, isBeforeHeader in
            guard !isBeforeHeader, !row.isBlank else { return true }
            count += 1
            try body(row)
            return true
        } problem: {
            try problem($0)
        }
        return count
    }

    /// The list a header belongs to; `nil` for a row that is none of LinkedIn's headers.
    static func kind(of cells: [String]) -> Kind? {
        let words = Set(cells.map(LetterFolding.header))
        for (kind, sets) in headers where sets.contains(where: words.isSuperset) { return kind }
        return LinkedInConnectionColumns.isHeader(cells) ? .connections : nil
    }

    // The columns that tell a list from every other one; all that are named must be there, any others may.
    private static let headers: [(Kind, [Set<String>])] = [
        (.messages, [["conversationid", "from", "to", "date", "content"], ["from", "to", "date", "content", "direction", "folder"]]),
        (.invitations, [["from", "to", "sentat", "direction"], ["from", "to", "sentat", "message"]]),
        (
            .endorsements,
            [["skillname", "endorserfirstname", "endorserlastname"], ["skillname", "endorseefirstname", "endorseelastname"]]
        ),
        (.recommendations, [["firstname", "lastname", "text", "creationdate"]]),
        (.notes, [["connectionfirstname", "connectionlastname", "note"], ["connectionprofileurl", "note"]]),
        (.follows, [["date", "status", "fullname"]]),
        (
            .addressBook,
            [
                ["firstname", "lastname", "emails", "phonenumbers"],
                ["firstname", "lastname", "companies", "emailaddress", "phonenumbers"],
            ]
        ),
        (.profile, [["firstname", "lastname", "headline", "summary"], ["firstname", "lastname", "headline", "industry"]]),
        (.positions, [["companyname", "title", "startedon", "finishedon"]]),
        (.emailAddresses, [["emailaddress", "confirmed", "primary"]]),
        (.phoneNumbers, [["extension", "number", "type"]]),
    ]
}
