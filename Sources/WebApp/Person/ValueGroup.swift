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
        var form: ValueForm?
    }

    /// Its name.
    var name: String
    /// The icon beside it.
    var icon: String
    /// How what stands there is put right, or one more value is added to a list; a value's own form is another.
    var groupForm: ValueForm
    var values: [Value]

    /// All groups; each can be filled by hand.
    ///
    /// - Parameter refused: what the owner wrote into one of the forms, and why it can't be.
    static func all(of portrait: PortrayPerson.Portrait, _ texts: Texts, refused: ValueForm.Refused? = nil) -> [ValueGroup] {
        let person = portrait.person
        let maker = Maker(texts: texts, refused: refused)
        func group(_ key: String, icon: String, _ fields: [(field: EditableField, value: String?)], _ values: [Value]) -> ValueGroup {
            let former = person.retired.filter { $0.value.field.rawValue == fields[0].field.rawValue }.map(maker.former)
            return ValueGroup(
                name: texts("field" + key), icon: icon,
                groupForm: ValueForm(at: key.lowercased(), of: fields, refused: refused, texts), values: values + former)
        }
        let name = person.names.first?.value
        return [
            group(
                "Name", icon: "people", [(.given, name?.given), (.family, name?.family)],
                maker.values(person.names) { ($0.display, nil, nil) }),
            group(
                "Company", icon: "sources", [(.company, person.companies.first?.value)],
                maker.values(person.companies, [portrait.outlook.company], isOne: true) { name in
                    (name, PeoplePage.path("company:\"\(name.filter { $0 != "\"" })\""), nil)
                }),
            group(
                "Title", icon: "review", [(.title, person.titles.first?.value)],
                maker.values(person.titles, [portrait.outlook.title], isOne: true) { ($0, nil, position(in: $0, texts)) }),
            group(
                "Email", icon: "mail", [(.email, nil)],
                maker.values(
                    person.emails, portrait.outlook.emails,
                    form: { email, place in
                        ValueForm(
                            at: "email-\(place)", of: [(.email, email.address)],
                            email: (email, portrait.kinds.kind(of: EmailAddress(email.address), of: person)), refused: refused, texts)
                    }
                ) { email in
                    let kind = texts("kind" + portrait.kinds.kind(of: email, of: person).rawValue.withLargeInitial)
                    return (email.address, email.mailLink, email.use == nil ? kind : texts("kindSaid", ["kind": kind]))
                }),
            group(
                "Phone", icon: "phone", [(.phone, nil)],
                maker.values(person.phones, portrait.outlook.phones, edit: (.phone, \.number)) {
                    ($0.number, $0.callLink, $0.label.map(texts.label))
                }),
            group(
                "Url", icon: "link", [(.url, nil)],
                maker.values(person.links, portrait.outlook.links, edit: (.url, \.uri)) {
                    ($0.uri, webAddress($0.uri), $0.service ?? $0.label.map(texts.label))
                }),
            group(
                "Address", icon: "handOver", [(.address, nil)],
                maker.values(person.addresses, edit: (.address, \.text)) { ($0.line, nil, $0.label.map(texts.label)) }),
            group(
                "Birthday", icon: "calendar", [(.birthday, nil)],
                maker.values(person.birthdays, edit: (.birthday, \.description)) { (texts.day($0), nil, nil) }),
            group(
                "Nickname", icon: "people", [(.nickname, nil)], maker.values(person.nicknames, edit: (.nickname, { $0 })) { ($0, nil, nil) }
            ),
        ]
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

    /// Makes values of what is held.
    private struct Maker {
        let texts: Texts
        let refused: ValueForm.Refused?

        /// - Parameters:
        ///   - outlooks: how likely the values still hold, place by place; `nil` for one of which nobody can say.
        ///   - isOne: whether one value is the present one and the others are former.
        ///   - edit: how each is put right by itself.
        ///   - form: makes that form, where it is about more than the value; told the value and its place.
        func values<Held>(
            _ held: [ContactModel.Held<Held>], _ outlooks: [Outlook?] = [], isOne: Bool = false,
            edit: (field: EditableField, text: (Held) -> String)? = nil, form: ((Held, Int) -> ValueForm)? = nil,
            _ show: (Held) -> (text: String, link: String?, label: String?)
        ) -> [Value] {
            held.enumerated().map { place, one in
                let (text, link, label) = show(one.value)
                let outlook = place < outlooks.count ? outlooks[place] : nil
                return Value(
                    text: text, link: link, label: label, origin: texts.origin(one.provenance.first),
                    origins: one.provenance.dropFirst().map { texts.origin($0) },
                    holds: outlook.map { "\($0.holds)" }, holdsText: outlook.map(texts.outlook), isFormer: isOne && place > 0,
                    form: form.map { $0(one.value, place) }
                        ?? edit.map { edit in
                            ValueForm(
                                at: "\(edit.field.rawValue)-\(place)", of: [(edit.field, edit.text(one.value))], refused: refused, texts)
                        })
            }
        }

        /// A value the owner took out.
        func former(_ held: ContactModel.Held<RetiredValue>) -> Value {
            let field = EditableField(rawValue: held.value.field.rawValue)
            return Value(
                text: field.map { texts.value(held.value.text, of: $0) } ?? held.value.text, link: nil, label: nil,
                origin: texts.origin(held.provenance.first),
                origins: held.provenance.dropFirst().map { texts.origin($0) }, holds: nil, holdsText: nil, isFormer: true, form: nil)
        }
    }
}
