extension InputError {
    /// What to say of a parcel in which nothing is known: what it is instead, with its first line shown, what can be read, and what to do.
    ///
    /// - Throws: what the bytes throw.
    static func unrecognised(_ parcel: Parcel) throws -> InputError {
        let name = parcel.path.split(separator: "/").last.map(String.init) ?? parcel.path
        guard parcel.kind == .file, let member = parcel.members.first else { return unrecognised(parcel, called: name) }
        if LinkedInFileName(member.path).isOfArchiveWithoutContacts { return try LinkedInHandOut.unrecognisedError(for: parcel) }
        var beginning: [UInt8] = []
        try BeginningOfBytes(whole: member.bytes, limit: 512).forEachChunk { beginning += $0 }
        if let kind = binaryKind(beginning) { return InputError(.unrecognised, "\(name) is \(kind)") }
        guard let line = try CSVTable.firstLine(of: member.bytes) else {
            return InputError(.empty, "\(name) is empty: there is nothing in it to import.")
        }
        if let page = try webPage(member.bytes) {
            return InputError(.unrecognised, "\(name) is a web page\(page)")
        }
        if try BeginningOfBytes(whole: member.bytes, limit: 1024).areJSON() {
            return InputError(
                .unrecognised,
                "\(name) is JSON of another kind: no list of contacts that is known, such as JSContact's or Holdfast's own. Nothing was imported. "
                    + "If it holds contacts, save them from the program it came from as CSV or vCard, and import that."
            )
        }
        // What is no text is not shown: it would fill the terminal and tell nothing.
        let isText =
            try BeginningOfBytes(whole: member.bytes, limit: 1024).mayBeText()
            && !line.unicodeScalars.contains { $0.value == 0xFFFD || $0.value < 0x20 && $0 != "\t" }
        let shown = isText ? " It begins with “\(line)”." : " It holds no text."
        // A table may be one of people all the same; its owner knows.
        let column = isText ? try UnknownSheet(parcel, examples: 8)?.likeliestNames?.header : nil
        let advice = column.map { "If it is one all the same, say what its columns hold: --map \"\($0)=name\"." } ?? whatCanBeRead
        return InputError(
            .unrecognised,
            "\(name) is no list of contacts that is known: no column in it holds names or addresses of people.\(shown) "
                + "Nothing was imported. \(advice)"
        )
    }

    /// What to say of a web page, behind its being one; `nil` where the bytes are none.
    private static func webPage(_ bytes: any ByteSource) throws -> String? {
        var beginning: [UInt8] = []
        try BeginningOfBytes(whole: bytes, limit: 1 << 20).forEachChunk { beginning += $0 }
        let text = String(decoding: beginning, as: UTF8.self)
        let start = text.prefix(2_000)
        guard start.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) == "<",
            start.holds(ignoringCase: "<!doctype html") || start.holds(ignoringCase: "<html")
        else { return nil }
        return text.holds(ignoringCase: "<table")
            ? " with a table in it, which is not read. Nothing was imported. Open it in a browser, copy the table into a spreadsheet, save that as "
                + "CSV and import it."
            : ", not the export: perhaps the page to sign in with. Nothing was imported. Download the file again while you are signed in."
    }

    /// What to say where the owner names columns of a file whose columns are known.
    static func knownColumns(_ parcel: Parcel, _ format: HandOutFormat) -> InputError {
        InputError(
            .unrecognised,
            "\(parcel.path) is \(format.title), and what it holds is known: --map says nothing there. Nothing was imported. Import it without "
                + "--map, or with --as csv to have its columns guessed."
        )
    }

    /// What a file of another kind is, and what to do with it.
    private static func binaryKind(_ bytes: [UInt8]) -> String? {
        func begins(_ text: String) -> Bool { bytes.starts(with: Array(text.utf8)) }
        if begins("%PDF-") {
            return
                "a PDF document: its text can't be told apart into contacts. Nothing was imported. Export the contacts as CSV or vCard instead."
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return
                "an old spreadsheet or document of Microsoft Office. Nothing was imported. Open it and save the sheet as CSV (UTF-8), and import that."
        }
        if bytes.starts(with: [0x21, 0x42, 0x44, 0x4E]) {
            return
                "an Outlook data file (.pst). Nothing was imported. In Outlook choose File > Open & Export > Import/Export > Export to a file > "
                + "Comma Separated Values, and import that file."
        }
        if begins("SQLite format 3") {
            return
                "a database. Nothing was imported. If it is a vault, name it with --vault; else export the contacts from the program it belongs to."
        }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || begins("GIF8") {
            return "a picture. Nothing was imported."
        }
        if begins("Rar!") || bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF]) || bytes.starts(with: [0x1F, 0x8B]) {
            return "an archive of a kind that is not opened here. Nothing was imported. Unpack it, and import the folder."
        }
        return nil
    }

    private static func unrecognised(_ parcel: Parcel, called name: String) -> InputError {
        let paths = Set(parcel.members.map(\.path))
        if paths.contains("xl/workbook.xml") {
            return InputError(
                .unrecognised,
                "\(name) is a spreadsheet of Excel. Nothing was imported. Save the sheet as CSV (in Excel: File > Save As > CSV UTF-8) and import "
                    + "that."
            )
        }
        if paths.contains("content.xml"), paths.contains("META-INF/manifest.xml") {
            return InputError(
                .unrecognised,
                "\(name) is a document of LibreOffice. Nothing was imported. Save the sheet as CSV (File > Save As > Text CSV) and import that."
            )
        }
        if paths.contains("Index/Document.iwa") || paths.contains("preview.jpg") && paths.contains(where: { $0.hasSuffix(".iwa") }) {
            return InputError(
                .unrecognised,
                "\(name) is a spreadsheet of Numbers. Nothing was imported. Export it as CSV (File > Export To > CSV) and import that."
            )
        }
        if paths.contains("word/document.xml") {
            return InputError(
                .unrecognised, "\(name) is a document of Word. Nothing was imported. Copy the table into a spreadsheet and save it as CSV.")
        }
        let unread = parcel.passedOver.filter { $0.shortcoming != nil }
        let more = unread.count > 1 ? ", and \(unread.count - 1) more could not be read" : ""
        let hint = unread.first.map { " \($0.path) \($0.shortcoming ?? "")\(more).\(advice(for: $0.reason))" } ?? ""
        let files = parcel.members.count + parcel.passedOver.count
        return InputError(
            .unrecognised,
            "\(name) holds \(files) \(files == 1 ? "file, and it is no list" : "files, and none of them is a list") of contacts that is known."
                + "\(hint) Nothing was imported. \(whatCanBeRead)"
        )
    }

    /// What to do about a file that was not read.
    private static func advice(for reason: String) -> String {
        switch reason {
        case "encrypted": " Unpack the archive with its password first."
        case "damaged": " Download the file again."
        case "link": " Links are not followed: name the file itself."
        case "unsafe-path", "nested-too-deep", "unknown-compression":
            " If you trust the archive, unpack it yourself and name the file with the contacts in it."
        case "unreadable": " Check who owns it and whether you may read it."
        default: ""
        }
    }

    private static let whatCanBeRead =
        "What can be read: LinkedIn's archive, vCard, CSV of Google, Outlook, Thunderbird and Yahoo, LDIF, the archives of Facebook, Instagram "
        + "and X, and any table with a column of names or e-mail addresses. `holdfast guide` tells how to get them."
}

extension LinkedInFileName {
    /// Whether a file by itself is one of LinkedIn's that holds no contacts.
    var isOfArchiveWithoutContacts: Bool { isPrivate || isNamedForNoContacts }
}
