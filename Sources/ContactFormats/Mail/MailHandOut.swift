import ContactModel
import TextMatching

/// Makes a hand-out of the files of a mailbox.
struct MailHandOut {
    /// The name of the service.
    static let service = "Mail"

    /// The name of the format: `mbox`.
    var format: String
    /// The files, as they were recognised.
    var files: [MailFile]
    /// What was not recognised, or is known and holds nothing.
    var passedOver: [PassedOver]
    /// What came in.
    var parcel: Parcel

    /// Reads the mails.
    ///
    /// - Returns: `nil` where there is no mail.
    /// - Throws: `InputError(.unrecognised)` where a mailbox by itself holds no mail that can be read, with the line that should begin one;
    ///   what the bytes throw.
    func handOut() throws -> HandOut? {
        guard !files.isEmpty else { return nil }
        // What was sent comes first: a list sends the owner's own mail back, under the same id.
        let sent = files.filter { $0.role == .sent }
        let isOrdinary = sent.isEmpty && !files.contains { $0.role.isLeftOut }
        let files = isOrdinary ? files : sent + files.filter { $0.role != .sent && !$0.role.isLeftOut }
        let others = isOrdinary ? [] : self.files.filter { $0.role.isLeftOut }
        let correspondence = try Correspondence(files)
        guard correspondence.messageCount > 0 || !others.isEmpty else {
            if parcel.kind == .file, let problem = correspondence.problems.first(where: \.isRejection) {
                throw Self.noMail(files[0].member, problem, correspondence.problems.count(where: \.isRejection))
            }
            return nil
        }
        return HandOut(
            service: sourceName(correspondence),
            tables: tables(correspondence, Self.readable(files, correspondence)),
            passedOver: parcel.passedOver + passedOver + others.map { PassedOver(path: $0.member.path, reason: "no-contacts") }
                + correspondence.unreadable.sorted().map { PassedOver(path: $0, reason: "unreadable") }
        )
    }

    /// The files that could be read, with what reading them told of them.
    private static func readable(_ files: [MailFile], _ correspondence: Correspondence) -> [Member] {
        files.compactMap { file in
            guard let unmet = file.member.bytes as? UnmetFile else { return file.member }
            guard let fingerprint = unmet.fingerprint else { return nil }
            var member = file.member
            (member.byteCount, member.modifiedAt) = (fingerprint.size, fingerprint.modifiedAt)
            return member
        }
        .filter { correspondence.unreadable.isEmpty || !correspondence.unreadable.contains($0.path) }
    }

    private static func noMail(_ member: Member, _ problem: ReadProblem, _ count: Int) -> InputError {
        let isText = !problem.text.unicodeScalars.contains {
            $0.value == 0xFFFD || $0.value != 9 && $0.properties.generalCategory == .control
        }
        let found = isText ? "“\(problem.text.trimmedOfBlanks)”" : "bytes that are no text"
        let more = count > 1 ? ", and so \(count) times" : ""
        return InputError(
            .unrecognised,
            "\(member.path) begins as a mailbox (mbox) does, but no mail in it can be read: where line \(problem.line) should begin the header of "
                + "one stands \(found)\(more). Nothing was imported. Export the mailbox again, or import another copy of it."
        )
    }

    private func tables(_ correspondence: Correspondence, _ members: [Member]) -> [any Table] {
        let count = correspondence.messageCount
        let remarks = MailRemarks(correspondence)
        return CorrespondentTables(
            format: format,
            property: Card.extensionPrefix + "mail",
            layout: (count == 1 ? "1 mail" : "\(count) mails") + (members.count > 1 ? " in \(members.count) files" : ""),
            rowCount: count,
            members: members,
            newestDate: correspondence.newest,
            book: correspondence.book,
            basis: remarks.basis,
            remarks: remarks.sentences,
            problems: correspondence.problems
        ).all
    }

    /// `Mail (ada@example.com)`, and what the name of a single file tells besides: two exports of one mailbox meet under one name, its
    /// folders exported one by one are sources of their own.
    private func sourceName(_ correspondence: Correspondence) -> String {
        let name = parcel.kind == .file ? Self.telling(parcel.path) : ""
        guard let main = correspondence.book.own.first else { return SourceName.of(Self.service, fileName: parcel.path) }
        let address = String(decoding: correspondence.book.addresses.key(main), as: UTF8.self)
        return "\(Self.service) (\(address)\(name.isEmpty ? "" : ", \(name)"))"
    }

    private static func telling(_ path: String) -> String {
        let idle: Set<String> = [
            "mbox", "eml", "mail", "mails", "all", "including", "spam", "and", "trash", "takeout", "export", "backup", "copy", "message",
            "messages", "archive", "inbox", "stdin", "file", "alle", "nachrichten", "einschliesslich", "und", "papierkorb", "emlx", "mbx",
            "txt",
            "dat", "the", "my", "new", "old",
        ]
        let words = TextFolding.folded(String(EntryPath.lastPart(of: path))).split { !$0.isLetter }.map(String.init)
        return words.filter { $0.count > 1 && !idle.contains($0) }.prefix(4).joined(separator: " ")
    }
}
