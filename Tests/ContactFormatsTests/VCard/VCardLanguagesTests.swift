import ContactModel
import Testing

@testable import ContactFormats

/// RFC 9555's two ways of saying in vCard what only JSContact has: translations (§2.3.1, §2.3.10) and the order of components (§3.3.1).
@Suite("Languages and order between vCard and JSContact")
struct VCardLanguagesTests {
    @Test(
        "Lines with one ALTID and different languages are a value and its translations",
        arguments: Examples.translations)
    func translations(lines: String, language: String, patches: [String: JSONValue]) throws {
        let card = try one((lines.contains("FN") ? "" : "FN:Ada\n") + lines)
        #expect(card.extra["localizations"] == .object([language: .object(patches)]))
        #expect(
            card.titles.count + card.notes.count + card.organizations.count + card.addresses.count + (card.name.family == nil ? 0 : 1) == 1)
        let written = String(decoding: VCards.write([card], .v4), as: UTF8.self)
        #expect(!written.contains("JSPROP") && !written.contains("JSPTR"), "\(written)")
        #expect(written.contains("LANGUAGE=\(language)"))
        #expect(try VCards.read(written) == [card])
    }

    @Test("What no line can say of a translation is carried, and comes back with the rest")
    func carried() throws {
        let json = """
            {"uid":"1","name":{"full":"Ada"},"titles":{"k7":{"name":"Partner"}},"localizations":{\
            "de":{"titles/k7/name":"Partnerin","keywords":{"Recht":true}},"fr":{"titles/k7":{"name":"Associée"}}}}
            """
        let card = try #require(JSContact.decode(json.utf8))
        let localizations = JSONValue.object([
            "de": .object(["titles/t1/name": .string("Partnerin"), "keywords": .object(["Recht": .bool(true)])]),
            "fr": .object(["titles/t1": .object(["name": .string("Associée")])]),
        ])
        // Patches name entries by the keys they have here.
        #expect(card.extra["localizations"] == localizations)
        for version in [VCardVersion.v21, .v3, .v4] {
            #expect(
                try VCards.read(String(decoding: VCards.write([card], version), as: UTF8.self)).first?.extra["localizations"]
                    == localizations)
        }
        let written = String(decoding: VCards.write([card], .v4), as: UTF8.self)
        #expect(written.contains("TITLE;ALTID=1;LANGUAGE=de:Partnerin"), "\(written)")
    }

    @Test(
        "Alternatives that are no translations stay as they are",
        arguments: [
            "TITLE;ALTID=1:Partner\nTITLE;ALTID=1:Counsel", "TITLE;ALTID=1;LANGUAGE=en:Partner\nTITLE;ALTID=2;LANGUAGE=de:Partnerin",
            "TITLE;ALTID=1;LANGUAGE=en:Partner\nTITLE;ALTID=1;LANGUAGE=en:Counsel",
            "ADR;ALTID=1;TYPE=work:;;Rue 1;Genève;;;\nADR;ALTID=1;TYPE=home;LANGUAGE=de:;;Gasse 1;Genf;;;",
        ])
    func alternatives(lines: String) throws {
        let card = try one((lines.contains("FN") ? "" : "FN:Ada\n") + lines)
        #expect(card.extra["localizations"] == nil)
        #expect(card.titles.count + card.addresses.count == 2)
        #expect(try VCards.read(String(decoding: VCards.write([card], .v4), as: UTF8.self)) == [card])
    }

    @Test("The translations of a second name are none of the first")
    func secondNames() throws {
        let names = "N;ALTID=1:Ex;Ada;;;\nN;ALTID=1;LANGUAGE=de:Beispiel;Ada;;;\nN;ALTID=2:Ex;Bo;;;\nN;ALTID=2;LANGUAGE=fr:Exemple;Bo;;;"
        let card = try one("FN:Ada Ex\n" + names)
        #expect(card.name.given == "Ada")
        #expect(card.extra["localizations"]?.objectValue?.keys.sorted() == ["de"])
        #expect(card.extra["vCardProps"]?.arrayValue?.count == 2)
    }

    @Test("JSCOMPS tells the order of components and what stands between them")
    func order() throws {
        let card = try one(
            """
            FN:Yamada Taro
            N;JSCOMPS=";0;1":Yamada;Taro;;;
            ADR;JSCOMPS="s,\\, ;10;s, ;11;3":;;54321 Oak St;Reston;;;;;;;54321;Oak St;;;;;;
            """)
        #expect(card.name.given == "Taro")
        #expect(card.nameSurplus["components"] == .array([component("surname", "Yamada"), component("given", "Taro")]))
        #expect(card.nameSurplus["isOrdered"] == .bool(true))
        #expect(card.nameSurplus["defaultSeparator"] == nil)
        let address = card.surplus(.addresses, at: 0)
        #expect(
            address["components"]
                == .array([
                    component("number", "54321"), component("separator", " "), component("name", "Oak St"), component("locality", "Reston"),
                ]))
        #expect(address["defaultSeparator"] == .string(", "))
        let written = String(decoding: VCards.write([card], .v4), as: UTF8.self).replacing("\r\n ", with: "")
        #expect(written.contains("N;JSCOMPS=\";0;1\":Yamada;Taro"), "\(written)")
        #expect(written.contains("ADR;JSCOMPS=\"s,\\, ;10;s, ;11;3\":"), "\(written)")
        #expect(!written.contains("JSPTR"))
        for version in [VCardVersion.v21, .v3, .v4] {
            #expect(try VCards.read(String(decoding: VCards.write([card], version), as: UTF8.self)) == [card])
        }
    }

    @Test(
        "An order JSContact tells goes out as JSCOMPS and comes back",
        arguments: [
            #"{"kind":"surname","value":"Li"},{"kind":"given","value":"Bo"}"#,
            #"{"kind":"given","value":"Ana"},{"kind":"given","value":"Lía"},{"kind":"separator","value":"; "},{"kind":"surname","value":"Paz"},{"kind":"surname2","value":"Gil"}"#,
            #"{"kind":"title","value":"Dr"},{"kind":"surname","value":"Ex"},{"kind":"credential","value":"MBA"},{"kind":"generation","value":"Jr."},{"kind":"separator","value":"\\\", "},{"kind":"credential","value":"CPA"}"#,
        ])
    func orderOut(components: String) throws {
        let json = #"{"uid":"1","name":{"components":["# + components + #"],"isOrdered":true,"defaultSeparator":" ","full":"X"}}"#
        let card = try #require(JSContact.decode(json.utf8))
        let written = String(decoding: VCards.write([card], .v4), as: UTF8.self)
        #expect(written.contains("JSCOMPS=") && !written.contains("JSPTR"), "\(written)")
        #expect(try VCards.read(written) == [card])
    }

    @Test("An order that names what is not there is kept as a parameter", arguments: ["", "0;1", ";9", ";0", ";0;x", "s;0;1", ";0,4;1"])
    func broken(order: String) throws {
        let card = try one("FN:A B\nN;JSCOMPS=\"\(order)\":B;A;;;")
        #expect(card.name.family == "B" && card.name.given == "A")
        #expect(card.nameSurplus["isOrdered"] == nil)
        #expect(card.nameSurplus["vCardParams"]?["jscomps"] == .string(order))
        #expect(try VCards.read(String(decoding: VCards.write([card], .v4), as: UTF8.self)) == [card])
    }

    @Test("Places of birth and death stand with their days, and without one as they are", arguments: [VCardVersion.v3, .v4])
    func places(version: VCardVersion) throws {
        let card = try one(
            "FN:A\nBIRTHPLACE:1 Main Street\\, Any Town\nBDAY:19531015\nDEATHDATE:19960415\nDEATHPLACE;VALUE=uri:geo:46.77,-102.76")
        #expect(card.surplus(.anniversaries, at: 0)["place"] == .object(["full": .string("1 Main Street, Any Town")]))
        let death = card.extra["anniversaries"]?.objectValue?.values.first { $0["kind"] == .string("death") }
        #expect(death?["place"] == .object(["coordinates": .string("geo:46.77,-102.76")]))
        #expect(card.extra["vCardProps"] == nil)
        let written = String(decoding: VCards.write([card], version), as: UTF8.self)
        #expect(written.contains("BIRTHPLACE:1 Main Street") && written.contains("DEATHPLACE") && !written.contains("JSPTR"), "\(written)")
        #expect(try VCards.read(written) == [card])
        let placeOnly = try one("FN:A\nBIRTHPLACE:Any Town")
        #expect(placeOnly.extra["vCardProps"] != nil)
        #expect(try VCards.read(String(decoding: VCards.write([placeOnly], version), as: UTF8.self)) == [placeOnly])
    }

    private func one(_ lines: String) throws -> Card {
        try #require(try VCards.read("BEGIN:VCARD\nVERSION:4.0\n\(lines)\nEND:VCARD\n").first)
    }

    private func component(_ kind: String, _ value: String) -> JSONValue { Examples.component(kind, value) }
}

/// What is said in two languages, and the patches it becomes.
private enum Examples {
    static let translations: [(lines: String, language: String, patches: [String: JSONValue])] = [
        (
            "TITLE;ALTID=1;LANGUAGE=en:Novelist\nTITLE;ALTID=1;LANGUAGE=fr:Écrivain", "fr",
            ["titles/t1/name": JSONValue.string("Écrivain")]
        ),
        ("NOTE;ALTID=a:Met in Bern\nNOTE;ALTID=a;LANGUAGE=de:In Bern getroffen", "de", ["notes/n1/note": .string("In Bern getroffen")]),
        (
            "ORG;ALTID=1:Example;Law\nORG;ALTID=1;LANGUAGE=ja:例;法務", "ja",
            [
                "organizations/o1/name": .string("例"),
                "organizations/o1/units": .array([.object(["name": .string("法務")])]),
            ]
        ),
        (
            "ADR;ALTID=1;TYPE=work:;;Rue 1;Genève;;;Suisse\nADR;ALTID=1;TYPE=work;LANGUAGE=de:;;Gasse 1;Genf;;;Schweiz", "de",
            [
                "addresses/a1/components": .array([
                    component("name", "Gasse 1"), component("locality", "Genf"), component("country", "Schweiz"),
                ])
            ]
        ),
        (
            "N;ALTID=1:Yamada;Taro;;;\nN;ALTID=1;LANGUAGE=ja:山田;太郎;;;\nFN;ALTID=1;LANGUAGE=ja:山田太郎\nFN;ALTID=1:Taro Yamada", "ja",
            ["name/components": .array([component("given", "太郎"), component("surname", "山田")]), "name/full": .string("山田太郎")]
        ),
    ]

    static func component(_ kind: String, _ value: String) -> JSONValue {
        .object(["kind": .string(kind), "value": .string(value)])
    }
}
