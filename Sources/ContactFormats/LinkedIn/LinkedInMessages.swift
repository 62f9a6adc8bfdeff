public import ContactModel
import TextMatching

/// Messages, one entry a correspondent: how many in each direction, the first and the last day, in `holdfast.example:messages`
/// (`{"sent": 3, "received": 5, "group": 2, "first": "2024-05-05", "last": "2026-01-31"}`). Their texts are left in the original.
///
/// Drafts, spam and what companies sent are passed over, as are members who closed their account. Messages among several people count for
/// each of them under `group` only. Layouts without the recipients' profiles know them by name; a name that belongs to one profile in the
/// file counts for that profile.
public struct LinkedInMessages: LinkedInTable {
    /// `linkedin-messages`
    public var format: String { "linkedin-messages" }
    /// Messages.
    public var list: EntryList { .messages }
    /// The layout in words.
    public let layout: String
    /// The files the list is in.
    public var members: [Member] { sheets.map(\.member) }
    /// Names, and profiles where the layout has them.
    public let fields: Set<CardField>
    /// The day of the newest message.
    public let newestDate: CalendarDate?
    /// That the owner could not be told from the correspondents, where that is so; how many messages say nothing about anybody.
    public let remarks: [String]

    let rowCount: Int
    private let sheets: [LinkedInSheet]
    private let order: TableDate.Order?
    private let clues: LinkedInOwnerClues

    init?(_ sheets: [LinkedInSheet], clues: LinkedInOwnerClues) throws {
        guard let first = sheets.first else { return nil }
        let survey = try LinkedInSheetSurvey(sheets) { $0.column("date") }
        self.sheets = sheets
        self.clues = clues
        order = survey.dates.order
        newestDate = survey.dates.newest
        rowCount = survey.rowCount
        let hasURLs = sheets.contains { $0.column("senderprofileurl") != nil }
        fields = hasURLs ? [.name, .link] : [.name]
        layout = "\(first.table.header.count) columns, \(hasURLs ? "with" : "without") profiles"
        let isOwnerKnown = !clues.keys.isEmpty || !clues.names.isEmpty || sheets.allSatisfy { $0.column("direction") != nil }
        remarks =
            isOwnerKnown || rowCount == 0
            ? [] : ["The messages do not tell who you are among those who write in them; nothing was taken from them."]
    }

    /// Reads the list.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var correspondence = Correspondence(clues: clues)
        var rowCount = 0
        for sheet in sheets {
            let columns = Columns(sheet)
            rowCount += try sheet.forEachRow { row in
                guard let message = columns.message(row) else { return }
                let day = try sheet.day(row, columns.date, order: order) { try body(.problem($0)) }
                correspondence.note(message, line: row.line, day: day)
            } problem: {
                try body(.problem($0))
            }
        }
        for entry in correspondence.entries { try body(.entry(entry)) }
        return rowCount
    }

    /// Who the owner is: who takes part in most of the messages, by profile and by name.
    ///
    /// - Parameter names: the owner's folded names, where the profile tells them; they decide between those who take part equally often.
    static func owner(in sheets: [LinkedInSheet], names: Set<String>) throws -> LinkedInOwnerClues {
        var profiles: [LinkedInParticipant: Int] = [:]
        var named: [String: Int] = [:]
        for sheet in sheets {
            let columns = Columns(sheet)
            _ = try sheet.forEachRow { row in
                guard let message = columns.message(row) else { return }
                for who in [message.sender] + message.recipients {
                    if let name = who.name.foldedForKeys, !who.isClosedAccount { named[name, default: 0] += 1 }
                    guard who.profile != nil else { continue }
                    var who = who
                    who.name = PersonName(full: who.name.foldedForKeys)
                    profiles[who, default: 0] += 1
                }
            }
        }
        var clues = LinkedInOwnerClues(names: names)
        var counts: [IdentityKey: Int] = [:]
        for (who, count) in profiles { if let profile = who.profile { counts[profile, default: 0] += count } }
        if let key = mostFrequent(
            counts,
            preferred: { key in
                profiles.keys.contains { $0.profile == key && $0.name.full.map(names.contains) ?? false }
            })
        {
            clues.keys = [key]
            clues.uri = profiles.keys.first { $0.profile == key }?.uri
            clues.names.formUnion(profiles.keys.filter { $0.profile == key }.compactMap(\.name.full))
        } else if let name = mostFrequent(named, preferred: names.contains) {
            clues.names.insert(name)
        }
        return clues
    }

    private static func mostFrequent<Who: Hashable>(_ counts: [Who: Int], preferred: (Who) -> Bool) -> Who? {
        let preferredOnes = counts.keys.filter(preferred)
        if preferredOnes.count == 1 { return preferredOnes[0] }
        guard let most = counts.values.max() else { return nil }
        let first = counts.keys.filter { counts[$0] == most }
        return first.count == 1 ? first[0] : nil
    }
}

extension LinkedInMessages {
    /// A message as far as it says who wrote to whom.
    private struct Message {
        var sender: LinkedInParticipant
        var recipients: [LinkedInParticipant]
        /// Whether the row itself says that the owner sent it.
        var isOutgoing: Bool?
        /// The recipients' names in one text, where nothing parts them safely.
        var unparted: String?
    }

    /// The columns of one file of messages.
    private struct Columns {
        let from: Int?
        let senderURL: Int?
        let to: Int?
        let recipientURLs: Int?
        let date: Int?
        let folder: Int?
        let direction: Int?
        let drafts: [Int]

        init(_ sheet: LinkedInSheet) {
            from = sheet.column("from")
            senderURL = sheet.column("senderprofileurl")
            to = sheet.column("to")
            recipientURLs = sheet.column("recipientprofileurls", "recipientprofileurl")
            date = sheet.column("date")
            folder = sheet.column("folder")
            direction = sheet.column("direction")
            drafts = [sheet.column("ismessagedraft"), sheet.column("isconversationdraft")].compactMap { $0 }
        }

        /// The message of a row; `nil` for drafts, spam and what was paid for.
        func message(_ row: CSVRow) -> Message? {
            if drafts.contains(where: { ["yes", "true", "1"].contains(LetterFolding.header(row.text($0))) }) { return nil }
            let place = folder.map { LetterFolding.header(row.text($0)) } ?? ""
            if place == "spam" || place.hasPrefix("sponsored") || place == "drafts" || place == "draft" || place == "trash" { return nil }
            var sender = LinkedInParticipant(name: PersonName(full: TableCells.text(row, from)), address: senderURL.map(row.text))
            // Where members have profiles, those without are closed accounts and advertisers.
            if senderURL != nil { sender.hasAddress = true }
            var message = Message(sender: sender, recipients: [])
            switch direction.map({ LetterFolding.header(row.text($0)) }) {
            case "outgoing", "sent": message.isOutgoing = true
            case "incoming", "received": message.isOutgoing = false
            default: break
            }
            let names = TableCells.text(row, to)
            if let recipientURLs {
                let urls = row.text(recipientURLs).split { $0 == "," || $0 == ";" }.map(String.init)
                let parted = urls.count == 1 ? [names ?? ""] : names.map { Self.parted($0, count: urls.count) } ?? []
                for (index, url) in urls.enumerated() {
                    let name = parted.indices.contains(index) && !parted[index].isEmpty ? parted[index] : nil
                    message.recipients.append(LinkedInParticipant(name: PersonName(full: name), address: url))
                }
            } else if let names {
                message.unparted = names
                message.recipients = [LinkedInParticipant(name: PersonName(full: names))]
            }
            return message
        }

        /// The names of several recipients; none where there are more commas than people ("Example, PhD").
        private static func parted(_ names: String, count: Int) -> [String] {
            for separator in [",", ";"] as [Character] {
                let parts = names.split(separator: separator).compactMap { TextNormalization.tidy(String($0)) }
                if parts.count == count { return parts }
            }
            return []
        }
    }

    /// Counts messages by correspondent.
    private struct Correspondence {
        struct Tally {
            var line: Int
            var sent = 0
            var received = 0
            var group = 0
            var direct: ClosedRange<CalendarDate>?
            var amongOthers: ClosedRange<CalendarDate>?

            mutating func see(_ day: CalendarDate?, isGroup: Bool) {
                guard let day else { return }
                let known = isGroup ? amongOthers : direct
                let range = known.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
                if isGroup { amongOthers = range } else { direct = range }
            }

            mutating func add(_ other: Tally) {
                sent += other.sent
                received += other.received
                group += other.group
                for (days, isGroup) in [(other.direct, false), (other.amongOthers, true)] {
                    see(days?.lowerBound, isGroup: isGroup)
                    see(days?.upperBound, isGroup: isGroup)
                }
            }
        }

        let clues: LinkedInOwnerClues
        private var people = LinkedInAcquaintances<Tally>()
        /// Messages to recipients of whom only a text is known that may hold several names.
        private var byText: [String: Tally] = [:]
        private var senderNames: Set<String> = []

        init(clues: LinkedInOwnerClues) {
            self.clues = clues
        }

        mutating func note(_ message: Message, line: Int, day: CalendarDate?) {
            let isOutgoing = message.isOutgoing ?? clues.isOwner(message.sender)
            if !isOutgoing, let name = message.sender.name.foldedForKeys { senderNames.insert(name) }
            if let text = message.unparted {
                noteUnparted(text, message, isOutgoing: isOutgoing, line: line, day: day)
                return
            }
            // Without an owner among them, nothing says whose correspondence it is.
            guard isOutgoing || message.isOutgoing == false || message.recipients.contains(where: clues.isOwner) else { return }
            let others = message.recipients.filter { !clues.isOwner($0) && counts($0) }
            if isOutgoing {
                let isGroup = message.recipients.count > 1
                for who in others { note(who, line: line, day: day, isSent: true, isGroup: isGroup) }
            } else {
                guard counts(message.sender) else { return }
                let isGroup = message.recipients.count > 1
                note(message.sender, line: line, day: day, isSent: false, isGroup: isGroup)
                if isGroup { for who in others { note(who, line: line, day: day, isSent: false, isGroup: true) } }
            }
        }

        var entries: [SourceEntry] {
            var people = people
            resolveTexts(into: &people)
            mergeNames(into: &people)
            return people.all.compactMap { person in
                let tally = person.detail
                guard tally.sent + tally.received + tally.group > 0 else { return nil }
                var detail: [String: JSONValue] = ["sent": .integer(Int64(tally.sent)), "received": .integer(Int64(tally.received))]
                if tally.group > 0 { detail["group"] = .integer(Int64(tally.group)) }
                if let days = tally.direct ?? tally.amongOthers {
                    detail["first"] = .day(days.lowerBound)
                    detail["last"] = .day(days.upperBound)
                }
                var card = person.card
                card.extra[LinkedInProperty.messages] = .object(detail)
                return SourceEntry(line: person.line, key: person.key, card: card)
            }
        }

        /// Whether somebody counts as a correspondent: a member with a profile, or a name where there are no profiles.
        private func counts(_ who: LinkedInParticipant) -> Bool {
            if who.profile != nil { return true }
            return !who.hasAddress && who.key != nil && !who.isClosedAccount
        }

        private mutating func note(_ who: LinkedInParticipant, line: Int, day: CalendarDate?, isSent: Bool, isGroup: Bool) {
            people.note(who, line: line, first: Tally(line: line)) { tally in
                if isGroup { tally.group += 1 } else if isSent { tally.sent += 1 } else { tally.received += 1 }
                tally.see(day, isGroup: isGroup)
            }
        }

        private mutating func noteUnparted(_ text: String, _ message: Message, isOutgoing: Bool, line: Int, day: CalendarDate?) {
            if isOutgoing {
                byText[text, default: Tally(line: line)].sent += 1
                byText[text, default: Tally(line: line)].see(day, isGroup: false)
                return
            }
            let recipient = LinkedInParticipant(name: PersonName(full: text))
            let isToOwnerAlone = message.isOutgoing == false && Self.parts(text).count == 1 || clues.isOwner(recipient)
            let isToOwner = isToOwnerAlone || message.isOutgoing == false || Self.parts(text).contains { clues.isOwner($0) }
            guard isToOwner, counts(message.sender) else { return }
            note(message.sender, line: line, day: day, isSent: false, isGroup: !isToOwnerAlone)
        }

        /// Takes the texts apart: one name where somebody of that name writes or where the parts are no names; several names else.
        private func resolveTexts(into people: inout LinkedInAcquaintances<Tally>) {
            for (text, tally) in byText.sorted(by: { ($0.value.line, $0.key) < ($1.value.line, $1.key) }) {
                let whole = LinkedInParticipant(name: PersonName(full: text))
                let parts = Self.parts(text)
                let isOne =
                    parts.count == 1 || whole.name.foldedForKeys.map(senderNames.contains) ?? false
                    || !parts.allSatisfy { $0.name.full?.contains(" ") ?? false }
                for who in isOne ? [whole] : parts where !clues.isOwner(who) && counts(who) {
                    people.note(who, line: tally.line, first: Tally(line: tally.line)) { known in
                        if isOne {
                            known.add(tally)
                        } else {
                            known.group += tally.sent
                            known.see(tally.direct?.lowerBound, isGroup: true)
                            known.see(tally.direct?.upperBound, isGroup: true)
                        }
                    }
                }
            }
        }

        /// Adds what is known by name alone to the one profile of that name.
        private func mergeNames(into people: inout LinkedInAcquaintances<Tally>) {
            var profiles: [String: [IdentityKey]] = [:]
            for person in people.all where person.key.kind == .profile {
                if let name = person.card.name.foldedForKeys { profiles[name, default: []].append(person.key) }
            }
            for person in people.all where person.key.kind == .name {
                guard let keys = profiles[person.key.value], keys.count == 1, let key = keys.first else { continue }
                people.move(person.key, into: key) { $0.add($1) }
            }
        }

        private static func parts(_ text: String) -> [LinkedInParticipant] {
            text.split { $0 == "," || $0 == ";" }.compactMap { TextNormalization.tidy(String($0)) }
                .map { LinkedInParticipant(name: PersonName(full: $0)) }
        }
    }
}
