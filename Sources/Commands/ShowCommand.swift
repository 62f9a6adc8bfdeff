import Actions
import ArgumentParser
import ContactFormats
import ContactModel
import ContactQuality
import Vault

/// `holdfast show`
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show all that is known of one person, and where it comes from."
    )

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp("An id or its beginning, an e-mail address, a profile's address, or words of the name.", valueName: "person"))
    var person: String

    func run() throws {
        let portrait = try common.withVault { try ShowPerson(person, asOf: Clock.system.today).run(in: $0) }
        var lines = LineWriter()
        if common.json {
            var json = JSONWriter()
            PersonJSON.encode(portrait.person, into: &json, context: portrait.context)
            try lines.line(bytes: json.takeBytes())
        } else {
            for line in PortraitText(style: common.style).lines(portrait) { try lines.line(line) }
        }
        try lines.flush()
    }
}

/// A person in words for people.
struct PortraitText {
    var style: Style

    func lines(_ portrait: ShowPerson.Portrait) -> [String] {
        let (person, outlook) = (portrait.person, portrait.outlook)
        var lines = [style.bold(person.displayName.printable), style.dim("\(person.id)  \(standing(of: person))"), ""]
        func add<Value>(_ title: String, _ values: [Held<Value>], _ outlooks: [Outlook?] = [], _ text: (Value) -> String) {
            for (position, held) in values.enumerated() {
                let label = position == 0 ? title : ""
                lines.append("\(label.padded(to: 11)) \(text(held.value).printable)  \(style.dim(origin(held.provenance)))")
                if position < outlooks.count, let outlook = outlooks[position] { addBeneath(OutlookText.words(for: outlook)) }
            }
        }
        func addBeneath(_ text: String) { lines.append(String(repeating: " ", count: 12) + style.dim(text.printable)) }
        func former<Value>(_ values: [Held<Value>]) -> [Held<Value>] { Array(values.dropFirst()) }
        add("Title", Array(person.titles.prefix(1))) { $0 }
        if let position = person.titles.first.flatMap({ TitleReading($0.value) })?.words { addBeneath(position) }
        if let outlook = outlook.title { addBeneath(OutlookText.words(for: outlook)) }
        add("Company", Array(person.companies.prefix(1)), [outlook.company]) { $0 }
        add("Department", person.organizations.prefix(1).filter { !$0.value.units.isEmpty }) { $0.units.joined(separator: ", ") }
        for (place, held) in person.emails.enumerated() {
            let verdict = portrait.kinds.verdict(of: held.value, of: person)
            let label = (place == 0 ? "E-mail" : "").padded(to: 11)
            lines.append("\(label) \(held.value.address.printable) (\(verdict.kind.rawValue))  \(style.dim(origin(held.provenance)))")
            addBeneath(Self.why(verdict))
            if let outlook = outlook.emails[place] { addBeneath(OutlookText.words(for: outlook)) }
        }
        for text in person.malformedEmails { lines.append("\("No address".padded(to: 11)) \(text.printable)") }
        add("Phone", person.phones, outlook.phones) { $0.number + ($0.label.map { " (\($0))" } ?? "") }
        add("Link", person.links) { $0.uri }
        add("Address", person.addresses) { $0.line }
        add("Birthday", person.birthdays) { $0.description }
        add("Tags", person.tags) { $0 }
        add("Notes", person.notes) { $0 }
        add("Also called", person.nicknames) { $0 }
        // What others call someone, or what is told in passing, is no former name: that a name was given up only a change tells.
        let givenUp = Set(portrait.changes.filter { $0.kind == .renamed }.compactMap(\.from))
        add(person.nicknames.isEmpty ? "Also called" : "", former(person.names).filter { !givenUp.contains($0.value.display) }) {
            $0.display
        }
        add("Was called", former(person.names).filter { givenUp.contains($0.value.display) }) { $0.display }
        add("Was at", former(person.companies)) { $0 }
        add("Was", former(person.titles)) { $0 }
        add("Taken out", person.retired) { $0.words }
        for name in person.extra.keys.sorted()
        where name.hasPrefix(Card.extensionPrefix) && name != Card.malformedEmails && !Self.plain(person.extra[name]).isEmpty {
            let title = String(name.dropFirst(Card.extensionPrefix.count))
            lines.append("\(title.padded(to: 11)) \(Self.plain(person.extra[name]).printable)")
        }
        for value in portrait.further where Self.isWorthALine(value) {
            let text = value.words(EnglishSpeaker()) + (value.notes.isEmpty ? "" : " (\(value.notes.joined(separator: ", ")))")
            lines.append(
                "\(value.name(EnglishSpeaker()).printable.padded(to: 11)) \(text.printable)  \(style.dim(origin(value.provenance)))")
        }
        if person.isWithheld { lines.append("\("Sharing".padded(to: 11)) \(style.warning("kept back: in no export"))") }
        if !person.withheldFields.isEmpty {
            let fields = person.withheldFields.map(\.rawValue).sorted().joined(separator: ", ")
            lines.append("\("Sharing".padded(to: 11)) \(style.warning("kept back in every export: \(fields)"))")
        }
        if !portrait.changes.isEmpty || person.connectedOn != nil {
            lines += ["", style.bold("History")]
            if let day = person.connectedOn, !portrait.changes.contains(where: { $0.kind == .connected }) {
                lines.append("\(day)  connected")
            }
            for change in portrait.changes { lines.append("\(change.on)  \(ChangeText.words(for: change).printable)") }
        }
        return lines
    }

    /// Why an address is taken for what it is, and how sure that is.
    private static func why(_ verdict: EmailVerdict) -> String {
        switch verdict.kind {
        case .unknown where verdict.probability == 0: verdict.reason
        case .unknown: "\(verdict.reason) \(verdict.probability.percent) % likely a work address."
        default: "\(verdict.reason) \(verdict.probability.percent) % sure."
        }
    }

    private func standing(of person: Person) -> String {
        switch person.standing {
        case .connected: person.connectedOn.map { "connected since \($0)" } ?? "connected"
        case .disconnected: "no longer among the connections\(person.lastConfirmed.map { ", last seen \($0)" } ?? "")"
        case .contact: "in an address book"
        case .acquaintance: "known from messages, invitations and the like"
        case .owner: "you"
        }
    }

    private func origin(_ provenance: [Provenance]) -> String {
        provenance.map { one in
            one.snapshot == nil
                ? Self.owner(one)
                : one.firstSeen == one.lastConfirmed
                    ? "\(one.source.printable) \(one.firstSeen)" : "\(one.source.printable) \(one.firstSeen) to \(one.lastConfirmed)"
        }.joined(separator: "; ")
    }

    private static func owner(_ word: Provenance) -> String {
        switch word.basis {
        case nil: "you said so on \(word.firstSeen)"
        case .suggestion: "suggested, and accepted by you on \(word.firstSeen)"
        case .guess: "a guess, accepted by you on \(word.firstSeen)"
        }
    }

    /// Whether it tells of the person, and has no line yet.
    private static func isWorthALine(_ value: FurtherValue) -> Bool {
        let isOfEntry = [.department, .sortedAs, .entryKind, .entryLanguage, .created, .updated, .identifier, .program].contains(value.kind)
        return !isOfEntry && !value.id.hasPrefix(Card.extensionPrefix)
    }

    private static func plain(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let flag): flag ? "yes" : "no"
        case .array(let elements): elements.map { plain($0) }.joined(separator: ", ")
        case .object(let members):
            members.keys.sorted().map { ($0, plain(members[$0])) }.filter { !$0.1.isEmpty }.map { "\($0): \($1)" }.joined(separator: "; ")
        case .null, nil: ""
        }
    }
}
