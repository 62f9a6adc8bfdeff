import ContactFormats
import ContactModel
import Testing

@Suite("LDIF and schema.org")
struct OpenFormatTests {
    @Test("An LDIF entry is Thunderbird's, folded at 76 bytes, with base64 where a text is not safe")
    func ldif() {
        let text = ExportFormat.ldif.text(ofCards: [.awkward, Card(name: PersonName(given: "Ada", family: "Example"))])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("dn:: "))
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } })
        for line in [
            "objectclass: inetOrgPerson", "objectclass: mozillaAbPersonAlpha", "mail: zoe@home.example",
            "mozillaSecondEmail: zoe.oneill@example.com", "telephoneNumber: +49 30 0123", "mobile: 0049 170 1", "homePhone: 030 2",
            "facsimileTelephoneNumber: 030 3", "street: 1 Example Street", "mozillaWorkStreet2: Floor 2", "postalCode: 03012", "c: CH",
            "mozillaHomePostalCode: 50667", "birthyear: 1990", "birthmonth: 5", "birthday: 4", "businessCategory: law", "ou: Law, Tax",
        ] { #expect(lines.contains { $0 == line }, "\(line)") }
        #expect(text.contains("\n\ndn: cn=Ada Example\n") && text.hasSuffix("givenName: Ada\nsn: Example\ncn: Ada Example\n"))
    }

    @Test(
        "A name is escaped in the distinguished name",
        arguments: [
            ("a,b", #"a\,b"#), ("#a", ##"\#a"##), (" a ", #"\ a\ "#), (#"a"b\c"#, #"a\"b\\c"#), ("a+b;c<d>e=f", #"a\+b\;c\<d\>e\=f"#),
        ])
    func distinguishedName(name: String, escaped: String) {
        let text = ExportFormat.ldif.text(ofCards: [Card(name: PersonName(family: name), emails: [EmailAddress("a@example.com")])])
        #expect(text.contains("dn: cn=\(escaped),mail=a@example.com\n"))
    }

    @Test("Values that begin with a blank, a colon or a less-than sign, and those with line breaks or NUL, are base64")
    func unsafe() {
        for value in [" a", ":a", "<a", "a ", "a\nb", "a\rb", "a\u{0}b", "ä"] {
            let text = ExportFormat.ldif.text(ofCards: [Card(name: PersonName(family: "x"), titles: [value])])
            #expect(text.contains("\ntitle:: "), "\(value)")
        }
        #expect(ExportFormat.ldif.text(ofCards: [Card(name: PersonName(family: "x"), titles: ["a:<b"])]).contains("\ntitle: a:<b\n"))
    }

    @Test("Without a family name the whole name is the mandatory sn, without any name the address")
    func noFamilyName() {
        let one = ExportFormat.ldif.text(ofCards: [Card(name: PersonName(given: "Madonna"))])
        #expect(one.contains("\nsn: Madonna\ncn: Madonna\n") && !one.contains("givenName"))
        let none = ExportFormat.ldif.text(ofCards: [Card(emails: [EmailAddress("a@example.com")])])
        #expect(none.contains("dn: cn=a@example.com,mail=a@example.com\n") && none.contains("\nsn: a@example.com\n"))
        #expect(ExportFormat.ldif.text(ofCards: [Card()]).contains("\ncn: ?\n"))
    }

    @Test(
        "A name of East Asia keeps its parts, and stands in one piece as it is written",
        arguments: [
            (ExportFormat.vcard4, ["\r\nN:王;小明;;;\r\n", "\r\nFN:王小明\r\n"]),
            (.jsonl, ["\"name\":\"王小明\",\"given\":\"小明\",\"family\":\"王\""]), (.linkedInCSV, ["小明,王,"]), (.csv, ["王小明", "小明", "王"]),
            (.schemaOrg, ["\"name\":\"王小明\"", "\"givenName\":\"小明\"", "\"familyName\":\"王\""]),
        ])
    func familyFirst(format: ExportFormat, texts: [String]) {
        for full in [nil, "王小明"] {
            let text = format.text(ofCards: [Card(name: PersonName(given: "小明", family: "王", full: full))])
            for part in texts {
                #expect(text.replacing("\": \"", with: "\":\"").contains(part), "\(part) of \(full ?? "parts alone"): \(text)")
            }
        }
    }

    @Test("schema.org is one document, empty too, however many people")
    func schemaOrg() throws {
        for count in [0, 1, 3] {
            let text = ExportFormat.schemaOrg.text(ofCards: Array(repeating: .awkward, count: count))
            let document = try #require(JSONValue(parsing: text.utf8))
            #expect(document["@context"] == .string("https://schema.org"))
            #expect(document["@graph"]?.arrayValue?.count == count)
        }
    }

    @Test("No text can end the script element the document is put into")
    func script() throws {
        let text = ExportFormat.schemaOrg.text(ofCards: [Card(name: PersonName(full: "</script><b>"))])
        #expect(!text.contains("<") && JSONValue(parsing: text.utf8)?["@graph"]?.arrayValue?[0]["name"] == .string("</script><b>"))
    }

    @Test("A person in schema.org's words; what is the owner's own affair stays out")
    func schemaOrgPerson() throws {
        let text = ExportFormat.schemaOrg.text(ofCards: [.awkward])
        let person = try #require(JSONValue(parsing: text.utf8)?["@graph"]?.arrayValue?.first)
        let expected = """
            {"@type":"Person","@id":"urn:uuid:0190b3c4-0000-7000-8000-000000000001","name":"Dr Zoë B. O'Néill, \\"Zo\\" Jr.",\
            "honorificPrefix":"Dr","givenName":"Zoë","additionalName":"B.","familyName":"O'Néill, \\"Zo\\"","honorificSuffix":"Jr.",\
            "alternateName":"Zo","email":["zoe@home.example","zoe.oneill@example.com","third@example.org"],\
            "telephone":["+49 30 0123","0049 170 1","030 2"],"faxNumber":"030 3","jobTitle":"Partner\\nand more",\
            "worksFor":{"@type":"Organization","name":"=Example & Söhne; \\"Best\\" GmbH",\
            "department":{"@type":"Organization","name":"Law, Tax"}},\
            "address":[{"@type":"PostalAddress","streetAddress":"1 Example Street\\nFloor 2","addressLocality":"Bern","addressRegion":"BE",\
            "postalCode":"03012","addressCountry":"CH"},{"@type":"PostalAddress","streetAddress":"2 Home Road","addressLocality":"Köln",\
            "postalCode":"50667","addressCountry":"DE"}],"url":"https://zoe.example/?a=1,2",\
            "sameAs":"https://www.linkedin.com/in/zo%C3%AB","birthDate":"1990-05-04"}
            """
        #expect(person == JSONValue(parsing: expected.utf8))
        #expect(!text.contains("Met in Bern") && !text.contains("law"))
    }
}
