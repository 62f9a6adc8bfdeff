public import ContactModel

/// A person as one JSON object, as `people --json` and `export --to jsonl` write it. Other programs rely on its keys.
///
/// ```
/// {"id","name","given","family","company","title",
///  "emails":[{"address","kind","provenance":[{"source","snapshot","first_seen","last_confirmed"}]}],
///  "phones":[{"number","kind","provenance"}],"urls":[…],"tags":[…],"connected_on","last_confirmed",
///  "standing","former_companies":[{"name","provenance"}],"former_titles":[…],"former_names":[…],"nicknames":[…],"notes":[…],
///  "birthday","other_birthdays":["1981-07-05"],"former_values":[{"field","value","provenance"}],"links":[{"uri","service","label","provenance"}],
///  "addresses":[{"street","box","locality","region","postcode","country","full","label","provenance"}],
///  "provenance":{"name":[…],"company":[…],"title":[…]},"about":{…}}
/// ```
/// Texts that are absent are `null`; lists are always there. A phone's `kind` is its source's own word for it. An
/// e-mail address has a `label` too where its source gave one. `about` holds what the sources tell beyond
/// contact data, where they do. Days are ISO 8601; a birthday may lack parts (`--02-29`); where
/// sources tell several, `other_birthdays` holds the others, and is left out else. `former_values` are those the owner took out or put
/// others in place of; left out where there are none.
///
/// Where titles are read (`people`, `show`, `export --to jsonl`, the API), `seniority` and `function` follow the `title`: the rank and the
/// field it names, each left out where it names none. Where reasons are told (the API), `reason`, a sentence, and `probability` follow the
/// `kind` of an address; for the kind `unknown` that is how likely a work address it is.
///
/// Where it is told how likely values still hold (`show`, the API), each of `emails`, `phones` and `links` has `holds`, from 0 to 1, in front
/// of its `provenance`, and `{"holds":{"company","title"}}` follows the person's; each left out where nobody can say.
public enum PersonJSON {
    /// Writes a person as one object.
    public static func encode(_ person: Person, into json: inout JSONWriter, context: ExportContext) {
        var texts = PersonTexts()
        encode(person, into: &json, context: context, &texts)
    }

    /// Writes a person as one object, one of many by one who keeps `texts` from person to person.
    static func encode(_ person: Person, into json: inout JSONWriter, context: ExportContext, _ texts: inout PersonTexts) {
        let name = person.names.first?.value
        let companies = person.companies
        let holds = context.holds?(person)
        json.beginObject()
        json.name("id")
        json.id(person.id)
        json.name("name")
        json.string(name.map(\.display))
        json.name("given")
        json.string(name?.given)
        json.name("family")
        json.string(name?.family)
        json.name("company")
        json.string(companies.first?.value)
        json.name("title")
        json.string(person.titles.first?.value)
        if let read = context.position, let title = person.titles.first?.value {
            let position = texts.position(of: title, read)
            if let seniority = position.seniority {
                json.name("seniority")
                json.string(seniority)
            }
            if let function = position.function {
                json.name("function")
                json.string(function)
            }
        }
        json.name("emails")
        encode(person.emails, holds?.emails, into: &json, &texts) { json, email in
            json.name("address")
            json.string(email.address)
            json.name("kind")
            if let judged = context.emailReason?(email, person) {
                json.string(judged.kind)
                json.name("reason")
                json.string(judged.reason)
                json.name("probability")
                json.number((judged.probability * 1000).rounded() / 1000)
            } else {
                json.string(context.emailKind(email, person))
            }
            if let label = email.label {
                json.name("label")
                json.string(label)
            }
        }
        json.name("phones")
        encode(person.phones, holds?.phones, into: &json, &texts) { json, phone in
            json.name("number")
            json.string(phone.number)
            json.name("kind")
            json.string(phone.label)
        }
        json.name("urls")
        json.beginArray()
        for link in person.links { json.string(link.value.uri) }
        json.endArray()
        json.name("tags")
        encode(person.tags, into: &json)
        json.name("connected_on")
        json.date(person.connectedOn)
        json.name("last_confirmed")
        json.date(person.lastConfirmed)
        encodeFurther(person, companies, holds, into: &json, &texts)
        json.endObject()
    }

    private static func encodeFurther(
        _ person: Person, _ companies: [Held<String>], _ holds: ExportContext.Holds?, into json: inout JSONWriter,
        _ texts: inout PersonTexts
    ) {
        json.name("standing")
        json.string(person.standing.rawValue)
        json.name("former_companies")
        encodeNamed(companies.dropFirst(), into: &json, &texts) { $0 }
        json.name("former_titles")
        encodeNamed(person.titles.dropFirst(), into: &json, &texts) { $0 }
        json.name("former_names")
        encodeNamed(person.names.dropFirst(), into: &json, &texts, \.display)
        json.name("nicknames")
        encode(person.nicknames, into: &json)
        json.name("notes")
        encode(person.notes, into: &json)
        json.name("birthday")
        json.string(person.birthday?.value.description)
        if !person.otherBirthdays.isEmpty {
            json.name("other_birthdays")
            json.beginArray()
            for day in person.otherBirthdays { json.string(day.value.description) }
            json.endArray()
        }
        if !person.retired.isEmpty {
            json.name("former_values")
            encode(person.retired, into: &json, &texts) { json, retired in
                json.name("field")
                json.string(retired.field.rawValue)
                json.name("value")
                json.string(retired.words)
            }
        }
        json.name("links")
        encode(person.links, holds?.links, into: &json, &texts) { json, link in
            json.name("uri")
            json.string(link.uri)
            json.name("service")
            json.string(link.service)
            json.name("label")
            json.string(link.label)
        }
        json.name("addresses")
        encode(person.addresses, into: &json, &texts, encode)
        json.name("provenance")
        json.beginObject()
        json.name("name")
        texts.write(person.names.first?.provenance ?? [], into: &json)
        json.name("company")
        texts.write(companies.first?.provenance ?? [], into: &json)
        json.name("title")
        texts.write(person.titles.first?.provenance ?? [], into: &json)
        json.endObject()
        if let holds {
            json.name("holds")
            json.beginObject()
            encode("company", holds.company, into: &json)
            encode("title", holds.title, into: &json)
            json.endObject()
        }
        if !person.extra.isEmpty {
            json.name("about")
            json.beginObject()
            json.members(person.extra)
            json.endObject()
        }
    }

    private static func encode(_ json: inout JSONWriter, _ address: PostalAddress) {
        json.name("street")
        json.string(address.street)
        json.name("box")
        json.string(address.box)
        json.name("locality")
        json.string(address.locality)
        json.name("region")
        json.string(address.region)
        json.name("postcode")
        json.string(address.postcode)
        json.name("country")
        json.string(address.country)
        json.name("full")
        json.string(address.full)
        json.name("label")
        json.string(address.label)
    }

    private static func encode(_ name: StaticString, _ probability: Double?, into json: inout JSONWriter) {
        guard let probability else { return }
        json.name(name)
        json.number(probability)
    }

    /// Values as objects, each with its provenance at the end.
    private static func encode<Value>(
        _ values: [Held<Value>],
        _ holds: [Double?]? = nil,
        into json: inout JSONWriter,
        _ texts: inout PersonTexts,
        _ encodeMembers: (inout JSONWriter, Value) -> Void
    ) {
        json.beginArray()
        for (place, held) in values.enumerated() {
            json.beginObject()
            encodeMembers(&json, held.value)
            if let holds, place < holds.count { encode("holds", holds[place], into: &json) }
            json.name("provenance")
            texts.write(held.provenance, into: &json)
            json.endObject()
        }
        json.endArray()
    }

    /// Former values as objects of a name and its provenance.
    private static func encodeNamed<Value>(
        _ values: ArraySlice<Held<Value>>,
        into json: inout JSONWriter,
        _ texts: inout PersonTexts,
        _ name: (Value) -> String
    ) {
        json.beginArray()
        for held in values {
            json.beginObject()
            json.name("name")
            json.string(name(held.value))
            json.name("provenance")
            texts.write(held.provenance, into: &json)
            json.endObject()
        }
        json.endArray()
    }

    private static func encode(_ texts: [Held<String>], into json: inout JSONWriter) {
        json.beginArray()
        for text in texts { json.string(text.value) }
        json.endArray()
    }
}

/// What is the same from person to person, kept: the text of the provenance written last, which nearly all values of a person, and of the
/// next one, have; and what titles say, of which many people have the same.
struct PersonTexts: Sendable {
    /// So many titles are kept; what is behind them is read each time.
    private static let mostPositions = 4_096

    private var positions: [String: ExportContext.Position] = [:]
    private var written: [Provenance] = []
    private var text: [UInt8] = Array("[]".utf8)

    /// What a title says.
    mutating func position(of title: String, _ read: (String) -> ExportContext.Position) -> ExportContext.Position {
        if let known = positions[title] { return known }
        let position = read(title)
        if positions.count < Self.mostPositions { positions[title] = position }
        return position
    }

    /// Writes an array of one object a source.
    mutating func write(_ provenances: [Provenance], into json: inout JSONWriter) {
        guard !json.isIndented else { return Self.encode(provenances, into: &json) }
        if provenances != written {
            var writer = JSONWriter()
            Self.encode(provenances, into: &writer)
            (written, text) = (provenances, writer.takeBytes())
        }
        json.encoded(text)
    }

    private static func encode(_ provenances: [Provenance], into json: inout JSONWriter) {
        json.beginArray()
        for provenance in provenances {
            json.beginObject()
            json.name("source")
            json.string(provenance.source)
            json.name("snapshot")
            json.id(provenance.snapshot)
            json.name("first_seen")
            json.date(provenance.firstSeen)
            json.name("last_confirmed")
            json.date(provenance.lastConfirmed)
            if let basis = provenance.basis {
                json.name("basis")
                json.string(basis.rawValue)
            }
            json.endObject()
        }
        json.endArray()
    }
}
