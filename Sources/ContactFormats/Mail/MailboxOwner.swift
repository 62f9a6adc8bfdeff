/// Whose a mailbox is, as far as its mails tell.
struct MailboxOwner: Sendable {
    /// What tells it, the surest first.
    enum Basis: Sendable {
        /// The folder of sent mail.
        case sent
        /// What servers wrote on delivery.
        case delivered
        /// Mails that were never transported, so that somebody here wrote them.
        case untransported
        /// Who takes part in most mails.
        case mostFrequent
    }

    /// The owner's addresses, the main one first; empty where nothing tells.
    var numbers: [AddressTable.Number] = []
    /// What tells it.
    var basis = Basis.sent
    /// How many mails say so.
    var witnesses = 0

    /// Judges by the evidence of a survey.
    ///
    /// A stray mail in a folder of sent mail, or one that was delivered to somebody else and forwarded, makes nobody the owner: an address
    /// needs a twentieth of the mails of its kind.
    init(_ survey: MailSurvey, kinds: [AddressNature.Kind]) {
        let evidence = survey.evidence
        func share(_ count: Int, of total: Int) -> Bool { count > 0 && count * 20 >= total }
        var strong: [(number: Int, weight: Int)] = []
        for (number, one) in evidence.enumerated() where !one.isList && kinds[number] != .robot && kinds[number] != .list {
            let isSender = share(one.sentFrom, of: survey.sentCount)
            // A list's own copy is delivered to the list.
            let isRecipient = share(one.deliveredTo, of: survey.deliveredCount)
            if isSender || isRecipient { strong.append((number, one.sentFrom * 4 + one.deliveredTo)) }
        }
        strong.sort { ($1.weight, $0.number) < ($0.weight, $1.number) }
        if let main = strong.first {
            numbers = strong.map(\.number)
            basis = evidence[main.number].sentFrom > 0 ? .sent : .delivered
            witnesses = basis == .sent ? survey.sentCount : survey.deliveredCount
            return
        }
        func most(_ count: (MailSurvey.Evidence) -> Int, atLeast least: Int) -> Int? {
            guard let top = evidence.lazy.map(count).max(), top >= max(least, 1) else { return nil }
            let first = evidence.indices.filter { count(evidence[$0]) == top && !evidence[$0].isList }
            return first.count == 1 ? first[0] : nil
        }
        // Copies of sent mail among received ones; where nothing was ever transported that says nothing.
        if survey.receivedCount > 0, let number = most({ $0.untransportedFrom }, atLeast: 1) {
            numbers = [number]
            basis = .untransported
            witnesses = evidence[number].untransportedFrom
        } else if let number = most({ $0.from > 0 ? $0.takesPart : 0 }, atLeast: (survey.personalCount * 3 + 4) / 5),
            survey.personalCount > 1
        {
            numbers = [number]
            basis = .mostFrequent
            witnesses = evidence[number].takesPart
        }
    }
}
