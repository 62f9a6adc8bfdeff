extension HandOutFormat {
    /// Mailboxes of one file: Gmail's, Thunderbird's, Apple Mail's, mutt's.
    static let mbox = HandOutFormat(name: "mbox", title: "a mailbox in one file (mbox)") { parcel in
        var sorting = MailSorting(parcel)
        for member in parcel.members { try sorting.takeMbox(member) }
        return try sorting.handOut("mbox")
    }

    /// Mailboxes with a file a mail in `cur` and `new`.
    static let maildir = HandOutFormat(name: "maildir", title: "a mailbox with a file for each mail (Maildir)") { parcel in
        guard parcel.kind != .file, parcel.members.contains(where: { MaildirPath($0.path) != nil }) else { return nil }
        var sorting = MailSorting(parcel)
        for member in parcel.members { try sorting.takeMaildir(member) }
        return try sorting.handOut("maildir")
    }

    /// Mails in files of their own.
    static let eml = HandOutFormat(name: "eml", title: "single mails (EML, Apple Mail's emlx)") { parcel in
        var sorting = MailSorting(parcel)
        for member in parcel.members { try sorting.takeMessage(member) }
        return try sorting.handOut("eml")
    }
}

/// A file's place in a Maildir.
struct MaildirPath {
    /// The folder of mails it belongs to.
    var folder: Substring
    /// Whether the mail is still being delivered.
    var isUnfinished: Bool
    /// What was noted about it: `D` for a draft, `T` for deleted.
    var flags: Substring

    /// Understands `folder/cur/1700000000.M1P2.host:2,S`; `nil` where a path is none in a Maildir.
    init?(_ path: String) {
        // Asked of every file of a folder, so bytes are looked at and not characters.
        let parts = path.utf8.withContiguousStorageIfAvailable(Self.parts) ?? Array(path.utf8).withUnsafeBufferPointer(Self.parts)
        guard let parts else { return nil }
        folder = path[..<path.utf8.index(path.startIndex, offsetBy: parts.folder)]
        isUnfinished = parts.isUnfinished
        flags = path[path.utf8.index(path.startIndex, offsetBy: parts.flags)...]
    }

    /// Where a path's folder ends and its flags begin.
    private static func parts(of path: UnsafeBufferPointer<UInt8>) -> (folder: Int, isUnfinished: Bool, flags: Int)? {
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")), slash >= 3, slash + 1 < path.count else { return nil }
        let folder = slash - 3
        guard folder == 0 || path[folder - 1] == UInt8(ascii: "/") else { return nil }
        switch (path[folder], path[folder + 1], path[folder + 2]) {
        case (UInt8(ascii: "c"), UInt8(ascii: "u"), UInt8(ascii: "r")), (UInt8(ascii: "n"), UInt8(ascii: "e"), UInt8(ascii: "w")):
            return (folder, false, flags(in: path[(slash + 1)...]))
        case (UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "p")): return (folder, true, path.count)
        default: return nil
        }
    }

    /// Where what stands behind the last `:2,` of a name begins; where a colon can't stand in a name, another sign stands for it. The name's
    /// end where it has none.
    private static func flags(in name: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        guard let comma = name.lastIndex(of: UInt8(ascii: ",")), comma >= name.startIndex + 2,
            name[comma - 1] == UInt8(ascii: "2"), ":;!_-".utf8.contains(name[comma - 2])
        else { return name.endIndex }
        return comma + 1
    }
}

/// Tells the files of a parcel apart.
private struct MailSorting {
    private let parcel: Parcel
    private var files: [MailFile] = []
    private var passedOver: [PassedOver] = []
    /// The folder of a Maildir the last file lay in: its role, and how many mails were found in it, up to three.
    private var lastFolder: (path: Substring, role: MailFolderRole, mailCount: Int)?

    init(_ parcel: Parcel) {
        self.parcel = parcel
    }

    func handOut(_ format: String) throws -> HandOut? {
        try MailHandOut(format: format, files: files, passedOver: passedOver, parcel: parcel).handOut()
    }

    mutating func takeMbox(_ member: Member) throws {
        // A Maildir has fifty thousand files that need not be looked at once more.
        guard MaildirPath(member.path) == nil, try MailBeginning(of: member).isMbox else { return pass(member) }
        files.append(MailFile(member: member, layout: .mbox, role: role(member)))
    }

    mutating func takeMaildir(_ member: Member) throws {
        guard let path = MaildirPath(member.path) else { return pass(member) }
        enter(path.folder)
        do {
            guard try isOfMail(member) else { return pass(member) }
        } catch let error as InputError where error.code == .unreadable {
            passedOver.append(PassedOver(path: member.path, reason: "unreadable"))
            return
        }
        guard !path.isUnfinished else {
            passedOver.append(PassedOver(path: member.path, reason: "no-contacts"))
            return
        }
        var role = lastFolder?.role ?? .ordinary
        if !role.isLeftOut, path.flags.utf8.contains(UInt8(ascii: "T")) { role = .trash }
        if !role.isLeftOut, path.flags.utf8.contains(UInt8(ascii: "D")) { role = .drafts }
        files.append(MailFile(member: member, layout: .message, role: role))
    }

    /// Notes the folder a file lies in; mails come folder by folder.
    private mutating func enter(_ folder: Substring) {
        if let lastFolder, lastFolder.path == folder { return }
        lastFolder = (folder, MailFolderRole(path: String(folder)), 0)
    }

    /// Whether the folder of a file holds mails, judged by its first files: a `cur` may be anything.
    private mutating func isOfMail(_ member: Member) throws -> Bool {
        if lastFolder?.mailCount ?? 0 >= 3 { return true }
        guard try MailBeginning(of: member).isMessage else { return false }
        lastFolder?.mailCount += 1
        return true
    }

    mutating func takeMessage(_ member: Member) throws {
        guard try MailBeginning(of: member).isMessage else { return pass(member) }
        // A mail's file is called by its subject; only the folder it lies in says something.
        let name = EntryPath.lastPart(of: member.path)
        files.append(MailFile(member: member, layout: .message, role: MailFolderRole(path: String(member.path[..<name.startIndex]))))
    }

    /// What a file by itself is called only says that the owner sent what is in it: who names a file of spam means it.
    private func role(_ member: Member) -> MailFolderRole {
        let role = MailFolderRole(path: member.path)
        return parcel.kind == .file && role.isLeftOut ? .ordinary : role
    }

    private mutating func pass(_ member: Member) {
        passedOver.append(PassedOver(path: member.path, reason: "unknown"))
    }
}
