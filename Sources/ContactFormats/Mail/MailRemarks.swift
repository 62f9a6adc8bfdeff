import ContactModel

/// What a person should know about a mailbox that was read, in whole sentences.
struct MailRemarks {
    private let correspondence: Correspondence

    init(_ correspondence: Correspondence) {
        self.correspondence = correspondence
    }

    var sentences: [String] {
        var sentences = [owner]
        if let leftOut { sentences.append(leftOut) }
        let automatic = correspondence.book.automaticCount
        if correspondence.bulkCount > 0 || automatic > 0 {
            let mails = counted(correspondence.bulkCount, "mail came from lists or programs", "mails came from lists or programs")
            let addresses = counted(automatic, "address of theirs is", "addresses of theirs are")
            sentences.append("\(mails); \(addresses) no contact. A person who wrote to a list only is an acquaintance.")
        }
        if correspondence.copyCount > 0 {
            sentences.append("\(counted(correspondence.copyCount, "mail is there", "mails are there")) more than once, and counted once.")
        }
        if correspondence.book.addresses.isFull {
            sentences.append("There are more than \(MailLimits.addresses) addresses; those beyond were not counted.")
        }
        if correspondence.furtherProblems > 0 {
            sentences.append("\(correspondence.furtherProblems) further problems are not listed.")
        }
        return sentences
    }

    /// What tells who the owner is, in few words.
    var basis: String {
        switch correspondence.owner.basis {
        case .sent: "told by the mails sent"
        case .delivered: "told by the deliveries"
        case .untransported: "told by mails that were never transported"
        case .mostFrequent: "takes part in most mails"
        }
    }

    private var owner: String {
        let numbers = correspondence.book.own
        guard let main = numbers.first else {
            return "These mails do not tell whose mailbox they are from, so nobody in them became a contact: all are acquaintances. "
                + "Import the folder of sent mail together with them."
        }
        let others = numbers.dropFirst().map(correspondence.book.addresses.address)
        let name = correspondence.book.ownerCard?.name.display ?? ""
        let who = (name.isEmpty ? "" : "\(name), ") + correspondence.book.addresses.address(main)
        let also = others.isEmpty ? "" : " (also \(others.prefix(8).joined(separator: ", "))\(others.count > 8 ? " and more" : ""))"
        let count = counted(correspondence.owner.witnesses, "mail", "mails")
        let reason =
            switch correspondence.owner.basis {
            case .sent: "\(count) in its folder of sent mail"
            case .delivered: "\(count) delivered there"
            case .untransported: "\(count) from there that no server transported"
            case .mostFrequent: "taking part in \(count)"
            }
        return "The mailbox is that of \(who)\(also), going by \(reason)."
    }

    private var leftOut: String? {
        let words: [MessageNature.LeftOut: String] = [.spam: "spam", .trash: "deleted", .drafts: "drafts", .chats: "chats"]
        let parts = MessageNature.LeftOut.allCases.compactMap { reason in
            correspondence.leftOut[reason].map { "\($0) \(words[reason] ?? "")" }
        }
        return parts.isEmpty ? nil : "Mails left out: \(parts.joined(separator: ", "))."
    }

    private func counted(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? "1 \(one)" : "\(count) \(many)" }
}
