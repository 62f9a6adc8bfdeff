import Actions
import ContactModel
import Foundation
import Testing
import TestSupport
import Vault

@Suite("What is held of a person beyond the fields", .fewAtOnce)
struct HeldBeyondFieldsTests {
    static let photo = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    private static let svg = Data("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".utf8).base64EncodedString()

    static let rich =
        [
            "BEGIN:VCARD", "VERSION:4.0", "FN:Rita Rich", "N:Rich;Rita;;;", "EMAIL;TYPE=work:rita.rich@kestrel.example",
            "IMPP:xmpp:rita@chat.example", "ROLE:Project lead", "ANNIVERSARY:20090808", "LANG:fr",
            "RELATED;TYPE=spouse:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "KEY:data:application/pgp-keys;base64,AAAA", "TZ:+0200",
            "GEO:geo:48.2,16.3", "ORG:Kestrel Ltd;Legal;Team A", "CATEGORIES:friend,golf", "X-PRIVATE-HINT:likes cats",
            "HOBBY;LEVEL=high:reading", "PHOTO:data:image/png;base64,\(photo)", "PHOTO:data:image/png;base64,\(svg)", "END:VCARD",
        ].joined(separator: "\r\n") + "\r\n"

    /// Kept in quotes of one page, and of two that don't exist.
    private func visiting(_ body: (Visitor, String) async throws -> Void) async throws {
        let visitor = try await Visitor { vault, folder in
            let options = ImportOptions(source: "Telephone", exportedOn: CalendarDate(iso: "2024-05-14"))
            _ = try ImportFiles(paths: [try folder.write("rich.vcf", Self.rich)], options: options).run(in: vault)
        }
        let id = try ImportPagesTests.vault(visitor) { try FindPerson("Rita Rich").run(in: $0).id.description }
        try await body(visitor, id)
        await visitor.leave()
    }

    /// Labels and values as the page has them, in two languages.
    static let shown: [(english: String, german: String, value: String)] = [
        ("Role", "Funktion", "Project lead"), ("Department", "Abteilung", "Legal, Team A"),
        ("Messenger", "Nachrichtendienst", "xmpp:rita@chat.example"), ("Related person", "Nahestehende Person", "urn:uuid:f81d4fae"),
        ("Time zone", "Zeitzone", "+0200"), ("Place on the map", "Ort auf der Karte", "48.2, 16.3"), ("Hobby", "Hobby", "reading"),
        ("X-PRIVATE-HINT", "X-PRIVATE-HINT", "likes cats"), ("Photo", "Foto", "<img class=\"held-picture\""),
    ]

    @Test("Every value of a card stands on the page and in the report, under a word in the reader's language, with where it comes from")
    func page() async throws {
        try await visiting { visitor, id in
            for (language, more) in [("en", "More"), ("de", "Weiteres")] {
                let headers = ["Accept-Language": language]
                let page = try await visitor.get("/people/\(id)", headers: headers).text
                let report = try await visitor.get("/people/\(id)/report", headers: headers).text
                let start = try #require(page.firstRange(of: ">\(more)</h2>"))
                for one in Self.shown {
                    #expect(page[start.upperBound...].contains(">\(language == "en" ? one.english : one.german)</h3>"), "\(one)")
                    #expect(page[start.upperBound...].contains(one.value) && report.contains(one.value), "\(one)")
                    #expect(report.contains(">\(language == "en" ? one.english : one.german)</dt>"), "\(one)")
                }
                #expect(
                    page.contains(language == "en" ? "French" : "Französisch")
                        && page.contains(language == "en" ? "8 Aug 2009" : "8. Aug. 2009"))
                #expect(
                    page.contains(language == "en" ? "a key, 3 B" : "ein Schlüssel, 3 B")
                        && page.contains(language == "en" ? ">spouse<" : ">Ehepartner<"))
                #expect(page[start.upperBound...].contains(language == "en" ? "Telephone, 14 May 2024" : "Telephone, 14. Mai 2024"))
                for raw in ["base64,", "PartialDate", "&quot;kind&quot;", "{&quot;", "vCardProps"] {
                    #expect(!report.contains(raw) && !page.contains(raw), "\(raw)")
                }
            }
        }
    }

    @Test("A photo is served as the picture it is; what may hold a script is a file to keep, and nothing else is there")
    func photo() async throws {
        try await visiting { visitor, id in
            let page = try await visitor.get("/people/\(id)").text
            #expect(page.contains("<img class=\"monogram large\" src=\"/people/\(id)/photo\"") && page.contains("photo?of=media%2Fp1"))
            #expect(!page.contains("photo?of=media%2Fp2"))
            let photo = try await visitor.get("/people/\(id)/photo")
            #expect(photo.status == 200 && photo.headers["content-type"] == "image/png" && photo.body == Data(base64Encoded: Self.photo))
            #expect(photo.headers["x-content-type-options"] == "nosniff" && photo.headers["cache-control"] == "no-store")
            #expect(photo.headers["content-security-policy"] == "default-src 'none'; sandbox")
            #expect(try await visitor.get("/people/\(id)/photo?of=media%2Fp2").status == 404)
            let file = try await visitor.get("/people/\(id)/data?of=media%2Fp2")
            #expect(file.headers["content-type"] == "application/octet-stream" && file.headers["x-content-type-options"] == "nosniff")
            #expect(file.headers["content-disposition"]?.hasPrefix("attachment") == true && file.text.contains("<svg"))
            #expect(try await visitor.get("/people/\(id)/data?of=cryptoKeys%2Fk1").body.count == 3)
            for path in ["photo?of=none", "data?of=titles%2Fr1", "data?of=..%2F..", "data?of="] {
                #expect(try await visitor.get("/people/\(id)/\(path)").status == 404, "\(path)")
            }
        }
    }

    @Test("What may be handed on tells that it goes along, and it can be kept back")
    func handedOn() async throws {
        try await visiting { visitor, id in
            let page = try await visitor.get("/people/\(id)").text
            #expect(page.contains("The vCard takes along what stands under “More” too: Photo, Role, Department"))
            #expect(try await visitor.get("/people/\(id)/card.vcf").text.contains("likes cats"))
            _ = try await visitor.post("/people/\(id)/share", [("withheld", "further")])
            let card = try await visitor.get("/people/\(id)/card.vcf").text
            for text in ["likes cats", "PHOTO", "Team A", "ROLE", "xmpp:"] { #expect(!card.contains(text), "\(text)") }
            #expect(card.contains("ORG:Kestrel Ltd") && card.contains("rita.rich@kestrel.example"))
            #expect(try await visitor.get("/people/\(id)").text.contains("value=\"further\" checked"))
            let report = try await visitor.get("/people/\(id)/report", headers: ["Accept-Language": "de"]).text
            #expect(report.contains("zurückgehalten: Weiteres") && report.contains("Wird nicht weitergegeben: Was unter „Weiteres“ steht."))
        }
    }

    @Test("Programs are given the same: the values with their origins, the picture, the bytes")
    func programs() async throws {
        try await visiting { visitor, id in
            let portrait = try #require(
                try JSONSerialization.jsonObject(with: await visitor.get("/api/v1/people/\(id)/portrait").body) as? [String: Any])
            let further = try #require(portrait["further"] as? [[String: Any]])
            let hint = try #require(further.first { $0["name"] as? String == "X-PRIVATE-HINT" })
            #expect(hint["text"] as? String == "likes cats" && hint["kind"] as? String == "other")
            let origin = (hint["provenance"] as? [[String: Any]])?.first
            #expect(origin?["source"] as? String == "Telephone" && origin?["first_seen"] as? String == "2024-05-14")
            #expect(further.first?["kind"] as? String == "photo")
            #expect((further.first?["data"] as? [String: Any])?["media_type"] as? String == "image/png")
            let photo = try await visitor.get("/api/v1/people/\(id)/photo")
            #expect(photo.headers["content-type"] == "image/png" && photo.body == Data(base64Encoded: Self.photo))
            #expect(try await visitor.get("/api/v1/people/\(id)/data?of=cryptoKeys/k1").body.count == 3)
            #expect(try await visitor.get("/api/v1/people/\(id)/photo?of=media/p2").status == 404)
        }
    }

    @Test("What the keeper noted is words, and names nobody else")
    func noted() async throws {
        let visitor = try await Visitor { vault, folder in
            let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            let rows = [
                "Li,Wei,https://www.linkedin.com/in/li-1,li@a.example,Acme,CTO,17 Jul 2022\n",
                "Li,Wei,https://www.linkedin.com/in/li-2,,Probe AG,,18 Jul 2023\n",
            ]
            for (day, count) in [("2023-01-01", 1), ("2024-01-01", 2)] {
                let path = try folder.write("\(day)/Connections.csv", head + rows.prefix(count).joined())
                _ = try ImportFiles(paths: [path], options: ImportOptions(exportedOn: CalendarDate(iso: day))).run(in: vault)
            }
        }
        let ids = try ImportPagesTests.vault(visitor) { vault in
            let people = try ["li-2", "li-1"].map { try FindPerson("https://www.linkedin.com/in/\($0)").run(in: vault).id.description }
            _ = try KeepPeopleApart(people).run(in: vault)
            _ = try SayOfPerson([.tag("client")], of: people[0]).run(in: vault)
            return people
        }
        let report = try await visitor.get("/people/\(ids[0])/report").text
        #expect(report.contains("Kept apart from a namesake.") && report.contains("Tagged “client”."))
        #expect(!report.contains(ids[1]) && !report.contains("distinct"))
        #expect(report.contains("Connected with the keeper of this address book.") && !report.contains("You connected"))
        await visitor.leave()
    }
}
