import Actions
import ContactModel
import ContactQuality
import Vault

/// The values of one field of a person, the present ones first, each with its origin and how likely it holds.
struct ValueGroup: Sendable {
    /// One value.
    struct Value: Sendable {
        /// As it is shown.
        var text: String
        /// Where it leads (`mailto:`, `tel:`, a page); `nil` for a value that leads nowhere.
        var link: String?
        /// A word about it: the kind of an address, the source's label.
        var label: String?
        /// Where from and since when, the latest first.
        var origin: String
        /// The further origins.
        var origins: [String]
        /// How likely it still holds, from 0 to 1 with two digits; `nil` where nobody can say.
        var holds: String?
        /// The same in words, with the reason.
        var holdsText: String?
        /// Whether it is a former one.
        var isFormer: Bool
        /// How it is put right, where there may be others beside it.
        var edit: Edit?
    }

    /// Its name.
    var name: String
    /// The icon beside it.
    var icon: String
    /// What the owner can put right, or add.
    var edits: [Edit]
    var hasEdits: Bool
    /// Whether `edits` add one more value to the list.
    var adds: Bool
    /// Whether what stands there can be taken out.
    var canTakeOut: Bool
    var values: [Value]

    /// A field the owner can put right, with what it says now.
    struct Edit: Sendable {
        /// Tells the field of the form from others of its page.
        var id: String
        var field: String
        var name: String
        var value: String

        init(_ field: EditableField, _ value: String?, place: Int? = nil, texts: Texts) {
            self.field = field.rawValue
            id = place.map { "\(field.rawValue)-\($0)" } ?? field.rawValue
            name = texts("field" + field.rawValue.withLargeInitial)
            self.value = value ?? ""
        }
    }

    /// All groups there is something in, and those that can be filled by hand.
    static func all(of portrait: PortrayPerson.Portrait, _ texts: Texts) -> [ValueGroup] {
        let person = portrait.person
        let maker = Maker(texts: texts)
        var groups: [ValueGroup] = []
        func add(_ key: String, icon: String, _ edits: [(field: EditableField, value: String?)] = [], _ values: [Value]) {
            let field = edits.first?.field
            let values = values + person.retired.filter { $0.value.field.rawValue == field?.rawValue }.map(maker.former)
            guard !values.isEmpty || !edits.isEmpty else { return }
            groups.append(
                ValueGroup(
                    name: texts("field" + key), icon: icon, edits: edits.map { Edit($0.field, $0.value, texts: texts) },
                    hasEdits: !edits.isEmpty, adds: field?.isList ?? false, canTakeOut: edits.count == 1 && edits[0].value != nil,
                    values: values))
        }
        let name = person.names.first?.value
        add(
            "Name", icon: "people", [(.given, name?.given), (.family, name?.family)], maker.values(person.names) { ($0.display, nil, nil) })
        add(
            "Company", icon: "sources", [(.company, person.companies.first?.value)],
            maker.values(person.companies, [portrait.outlook.company], isOne: true) { name in
                (name, PeoplePage.path("company:\"\(name.filter { $0 != "\"" })\""), nil)
            })
        add(
            "Title", icon: "review", [(.title, person.titles.first?.value)],
            maker.values(person.titles, [portrait.outlook.title], isOne: true) { ($0, nil, position(in: $0, texts)) })
        add(
            "Email", icon: "mail", [(.email, nil)],
            maker.values(person.emails, portrait.outlook.emails, edit: (.email, \.address)) { email in
                (
                    email.address, email.mailLink,
                    texts("kind" + portrait.kinds.kind(of: email, of: person).rawValue.withLargeInitial)
                )
            })
        add(
            "Phone", icon: "phone", [(.phone, nil)],
            maker.values(person.phones, portrait.outlook.phones, edit: (.phone, \.number)) {
                ($0.number, $0.callLink, $0.label.map(texts.label))
            })
        add(
            "Url", icon: "link", [(.url, nil)],
            maker.values(person.links, portrait.outlook.links, edit: (.url, \.uri)) {
                ($0.uri, webAddress($0.uri), $0.service ?? $0.label.map(texts.label))
            })
        add("Address", icon: "handOver", [], maker.values(person.addresses) { (lines(of: $0), nil, $0.label.map(texts.label)) })
        add("Birthday", icon: "calendar", [], maker.values(person.birthdays) { (texts.day($0), nil, nil) })
        add("Nickname", icon: "people", [], maker.values(person.nicknames) { ($0, nil, nil) })
        return groups
    }

    /// The rank and the field a title names; `nil` where it names neither.
    private static func position(in title: String, _ texts: Texts) -> String? {
        guard let reading = TitleReading(title) else { return nil }
        return [reading.seniority.map { texts("seniority." + $0.rawValue) }, reading.function.map { texts("function." + $0.rawValue) }]
            .compactMap { $0 }.joined(separator: " · ")
    }

    /// A page's address; nothing that a browser would run (`javascript:`).
    static func webAddress(_ uri: String) -> String? {
        let scheme = uri.lowercased()
        return scheme.hasPrefix("https://") || scheme.hasPrefix("http://") ? uri : nil
    }

    private static func lines(of address: PostalAddress) -> String {
        if let full = address.full { return full }
        let town = [address.postcode, address.locality].compactMap { $0 }.joined(separator: " ")
        return [address.street, address.box, town.isEmpty ? nil : town, address.region, address.country].compactMap { $0 }.joined(
            separator: ", ")
    }

    /// Makes values of what is held.
    private struct Maker {
        let texts: Texts

        /// - Parameters:
        ///   - outlooks: how likely the values still hold, place by place; `nil` for one of which nobody can say.
        ///   - isOne: whether one value is the present one and the others are former.
        ///   - edit: how each is put right by itself.
        func values<Held>(
            _ held: [ContactModel.Held<Held>], _ outlooks: [Outlook?] = [], isOne: Bool = false,
            edit: (field: EditableField, text: (Held) -> String)? = nil,
            _ show: (Held) -> (text: String, link: String?, label: String?)
        ) -> [Value] {
            held.enumerated().map { place, one in
                let (text, link, label) = show(one.value)
                let outlook = place < outlooks.count ? outlooks[place] : nil
                return Value(
                    text: text, link: link, label: label, origin: texts.origin(one.provenance.first),
                    origins: one.provenance.dropFirst().map { texts.origin($0) },
                    holds: outlook.map { "\($0.holds)" }, holdsText: outlook.map(texts.outlook), isFormer: isOne && place > 0,
                    edit: edit.map { Edit($0.field, $0.text(one.value), place: place, texts: texts) })
            }
        }

        /// A value the owner took out.
        func former(_ held: ContactModel.Held<RetiredValue>) -> Value {
            Value(
                text: held.value.text, link: nil, label: nil, origin: texts.origin(held.provenance.first),
                origins: held.provenance.dropFirst().map { texts.origin($0) }, holds: nil, holdsText: nil, isFormer: true, edit: nil)
        }
    }
}
