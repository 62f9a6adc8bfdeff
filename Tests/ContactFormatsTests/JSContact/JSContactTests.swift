import ContactFormats
import ContactModel
import Testing

struct JSContactTests {
    @Test func `a LinkedIn connection has this compact form`() {
        let card = Card(
            name: PersonName(given: "Ada", family: "Example"),
            organizations: [Organization("Example Ltd")],
            titles: ["Engineer"],
            links: [Link("https://www.linkedin.com/in/ada-example", service: "LinkedIn")],
            connectedOn: CalendarDate(year: 2020, month: 1, day: 2)
        )
        let expected = """
            {"name":{"components":[{"kind":"given","value":"Ada"},{"kind":"surname","value":"Example"}]},\
            "organizations":{"o1":{"name":"Example Ltd"}},"titles":{"t1":{"name":"Engineer"}},\
            "onlineServices":{"s1":{"service":"LinkedIn","uri":"https://www.linkedin.com/in/ada-example"}},\
            "holdfast.example:connectedOn":"2020-01-02"}
            """
        #expect(String(decoding: JSContact.encode(card), as: UTF8.self) == expected)
        #expect(JSContact.decode(expected.utf8) == card)
    }

    @Test func `an empty card is an empty object`() {
        #expect(JSContact.encode(Card()) == Array("{}".utf8))
        #expect(JSContact.decode("{}".utf8) == Card())
    }

    @Test(arguments: ["", "[]", "null", "{", "{}x", "{\"emails\":{\"e1\":{\"address\":}}}", "{\"emails\":{\"e1\":{\"address\":\"a\"}"])
    func `what is no JSON object is no card`(text: String) {
        #expect(JSContact.decode(text.utf8) == nil)
    }

    @Test(arguments: 0..<40) func `every card comes back as it was`(seed: UInt64) {
        var random = CardGenerator(seed: seed)
        for _ in 0..<100 {
            let card = random.card()
            let bytes = JSContact.encode(card)
            let decoded = JSContact.decode(bytes)
            #expect(decoded == card)
            #expect(decoded.map { JSContact.encode($0) } == bytes)
            #expect(JSONValue(parsing: bytes) != nil)
        }
    }

    @Test(arguments: 0..<20) func `damaged cards never trap and settle at once`(seed: UInt64) {
        var random = CardGenerator(seed: seed)
        for _ in 0..<200 {
            var bytes = JSContact.encode(random.card())
            for _ in 0..<3 {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = Array(#"{}[]",:1ntx\0"#.utf8).randomElement(using: &random) ?? 0
            }
            guard let card = JSContact.decode(bytes) else { continue }
            let once = JSContact.encode(card)
            #expect(JSContact.decode(once).map { JSContact.encode($0) } == once)
        }
    }

    @Test func `a complete card says what it is`() throws {
        let card = Card(name: PersonName(full: "Ada Example"), emails: [EmailAddress("ada@example.com", label: "work")])
        var writer = JSONWriter()
        JSContact.encode(card, into: &writer, completeWith: "urn:uuid:00000000-0000-7000-8000-000000000001")
        let expected = """
            {"@type":"Card","version":"1.0","uid":"urn:uuid:00000000-0000-7000-8000-000000000001",\
            "name":{"full":"Ada Example"},"emails":{"e1":{"address":"ada@example.com","label":"work"}}}
            """
        let bytes = writer.takeBytes()
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
        var decoded = try #require(JSContact.decode(bytes))
        #expect(decoded.extra.removeValue(forKey: "uid") == .string("urn:uuid:00000000-0000-7000-8000-000000000001"))
        #expect(decoded == card)
        decoded.extra["uid"] = .string("another")
        JSContact.encode(decoded, into: &writer, completeWith: "urn:uuid:00000000-0000-7000-8000-000000000001")
        #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == expected)
    }

    @Test func `another program's card is read, and what it says beyond comes back`() throws {
        let text = """
            {"@type":"Card","version":"1.0","uid":"x-1","kind":"individual","language":"de",
             "name":{"@type":"Name","isOrdered":true,"components":[
               {"@type":"NameComponent","kind":"title","value":"Dr."},{"kind":"given","value":"María"},{"kind":"surname","value":"Ejemplo"},
               {"kind":"surname2","value":"Muestra"},{"kind":"generation","value":"Jr."},{"kind":"separator","value":" "}]},
             "emails":{"mail":{"@type":"EmailAddress","address":"maria@example.org","contexts":{"work":true},"pref":1},"odd":{"pref":2}},
             "phones":{"b":{"number":"tel:+49-30-1","features":{"voice":true}}, "p1":null},
             "organizations":{"O":{"name":"Beispiel","units":[{"name":"Recht"},{"name":"Nord"}]},"P":{"units":[{"name":"x","sortAs":"y"}]}},
             "titles":{"q":{"kind":"role","name":"Partner","organizationId":"O"}},
             "addresses":{"home":{"components":[{"kind":"number","value":"7"},{"kind":"name","value":"Musterweg"},
               {"kind":"locality","value":"Berlin"},{"kind":"landmark","value":"am Tor"}],"countryCode":"DE","full":"Musterweg 7"}},
             "anniversaries":{"w":{"kind":"wedding","date":{"year":2010}},"b":{"kind":"birth","date":{"month":4,"day":1}},
               "z":{"kind":"birth","date":{"@type":"Timestamp","utc":"1990-01-01T00:00:00Z"}}},
             "onlineServices":{"a":{"service":"LinkedIn","uri":"https://www.linkedin.com/in/maria-ejemplo","user":"maria"},"b":{"user":"@m"}},
             "links":{"c":{"uri":"https://maria.example","kind":"contact"}},
             "keywords":{"vip":true,"not":false},"notes":{"n":{"note":"Gruß","created":"2020-01-01T00:00:00Z"}},
             "nicknames":{"k":{"name":"Mari","pref":1}},"media":{"m":{"kind":"photo","uri":"data:,"}},
             "holdfast.example:connectedOn":"gestern"}
            """
        let card = try #require(JSContact.decode(text.utf8))
        #expect(card.name == PersonName(prefix: "Dr.", given: "María", family: "Ejemplo Muestra", suffix: "Jr."))
        #expect(card.emails == [EmailAddress("maria@example.org")])
        #expect(card.phones == [PhoneNumber("tel:+49-30-1")])
        #expect(card.organizations == [Organization("Beispiel", units: ["Recht", "Nord"]), Organization(nil)])
        #expect(card.titles == ["Partner"])
        #expect(card.addresses == [PostalAddress(street: "7 Musterweg", locality: "Berlin", full: "Musterweg 7")])
        #expect(card.birthday == PartialDate(month: 4, day: 1))
        #expect(card.links == [Link("https://www.linkedin.com/in/maria-ejemplo", service: "LinkedIn"), Link("https://maria.example")])
        #expect(card.keywords == ["vip"])
        #expect(card.notes == ["Gruß"])
        #expect(card.nicknames == ["Mari"])
        #expect(card.connectedOn == nil)
        #expect(card.extra["uid"] == .string("x-1"))
        #expect(card.extra["emails"] == JSONValue(parsing: #"{"e1":{"contexts":{"work":true},"pref":1},"odd":{"pref":2}}"#.utf8))
        #expect(card.extra["phones"] == JSONValue(parsing: #"{"p1":{"features":{"voice":true}},"_p1":null}"#.utf8))
        #expect(card.extra["links"] == JSONValue(parsing: #"{"l2":{"kind":"contact"}}"#.utf8))

        let encoded = try #require(JSONValue(parsing: JSContact.encode(card)))
        #expect(
            encoded["emails"]
                == JSONValue(parsing: #"{"e1":{"address":"maria@example.org","contexts":{"work":true},"pref":1},"odd":{"pref":2}}"#.utf8))
        #expect(encoded["titles"]?["t1"] == JSONValue(parsing: #"{"kind":"role","name":"Partner","organizationId":"o1"}"#.utf8))
        #expect(encoded["organizations"]?["o2"]?["units"]?.arrayValue?.first?["sortAs"] == .string("y"))
        #expect(encoded["addresses"]?["a1"]?["countryCode"] == .string("DE"))
        #expect(encoded["anniversaries"]?["w"]?["kind"] == .string("wedding"))
        #expect(encoded["onlineServices"]?["b"]?["user"] == .string("@m"))
        #expect(encoded["keywords"]?["not"] == .bool(false))
        #expect(encoded["notes"]?["n1"]?["created"] == .string("2020-01-01T00:00:00Z"))
        #expect(encoded["holdfast.example:connectedOn"] == .string("gestern"))
        #expect(encoded["media"]?["m"]?["kind"] == .string("photo"))
        #expect(JSContact.decode(JSContact.encode(card)) == card)
    }

    @Test(arguments: [
        #"{"emails":5}"#, #"{"name":"Ada"}"#, #"{"links":[{"uri":"https://a.example"}]}"#, #"{"keywords":null}"#,
        #"{"anniversaries":{"a1":{"date":{"day":1},"kind":"birth"}}}"#, #"{"onlineServices":{"s1":{"uri":"https://a.example"}}}"#,
        #"{"name":{"components":{"given":"Ada"}}}"#, #"{"organizations":{"o1":{"units":[1]}}}"#, #"{"notes":{"n1":{"note":1}}}"#,
    ])
    func `a property of an unexpected shape stays as it is`(text: String) throws {
        let card = try #require(JSContact.decode(text.utf8))
        #expect(String(decoding: JSContact.encode(card), as: UTF8.self) == text)
    }

    @Test(arguments: [
        #"{"emails":{"e1":{"address":"ada@example.com","label":"x","label":5}}}"#,
        #"{"emails":{"e1":{"address":5,"address":"ada@example.com"}}}"#,
        #"{"emails":{"e1":{"address":"ada@example.com"},"e1":{"address":"b@example.com"}}}"#,
        #"{"emails":{"e1":5},"emails":{"e1":{"address":"ada@example.com"}}}"#, #"{"emails":{"e1":{"address":"a@example.com"}},"emails":5}"#,
        #"{"name":{"full":"Ada","full":5}}"#, #"{"name":{"components":[{"kind":"given","value":"Ada"}],"components":5}}"#,
        #"{"name":{"full":"Ada"},"name":7}"#, #"{"organizations":{"o1":{"name":"Example","name":1,"units":[{"name":"x"}],"units":2}}}"#,
        #"{"onlineServices":{"s1":{"service":"LinkedIn","uri":"https://a.example","uri":1,"service":2,"label":"l","label":3}}}"#,
        #"{"links":{"l1":{"uri":"https://a.example","uri":1}}}"#, #"{"titles":{"t1":{"name":"Partner","name":1}}}"#,
        #"{"addresses":{"a1":{"full":"x","full":1,"components":[{"kind":"locality","value":"Ulm"}],"components":2}}}"#,
        #"{"anniversaries":{"a1":{"kind":"birth","kind":1,"date":{"day":1,"month":2},"date":5}}}"#, #"{"keywords":{"a":true,"a":5}}"#,
        #"{"notes":{"n1":{"note":1,"note":"x"}},"notes":{"n1":{"note":"y"}}}"#,
    ])
    func `of members with one name no two are written`(text: String) throws {
        let card = try #require(JSContact.decode(text.utf8))
        let written = JSContact.encode(card)
        #expect(JSContact.decode(written) == card)
        #expect(JSONValue(parsing: written)?.serialized().count == written.count)
    }

    @Test func `our own properties carry our prefix`() {
        let card = Card(addresses: [PostalAddress(label: "home")], connectedOn: CalendarDate(year: 2020, month: 1, day: 2))
        let value = JSONValue(parsing: JSContact.encode(card))
        #expect(value?[Card.extensionPrefix + "connectedOn"] == .string("2020-01-02"))
        #expect(value?["addresses"]?["a1"]?[Card.extensionPrefix + "label"] == .string("home"))
        #expect(JSContact.decode(JSContact.encode(card)) == card)
    }

    @Test func `a keyword that repeats is written once`() {
        #expect(JSContact.encode(Card(keywords: ["b", "a", "b"])) == Array(#"{"keywords":{"b":true,"a":true}}"#.utf8))
    }

    @Test func `many links keep their common order`() {
        let links = (1...30).map { Link("https://\($0).example", service: $0.isMultiple(of: 3) ? "Example" : nil) }
        #expect(JSContact.decode(JSContact.encode(Card(links: links)))?.links == links)
    }
}
