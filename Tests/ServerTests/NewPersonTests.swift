import Actions
import ContactModel
import Foundation
import TestSupport
import Testing
import Vault

@Suite("Adding somebody on the page and by REST", .fewAtOnce)
struct NewPersonTests {
    private static func visiting(_ body: (Visitor) async throws -> Void) async throws {
        let visitor = try await Visitor { try Contacts.importRows(Contacts.few, to: $0, $1) }
        try await body(visitor)
        await visitor.leave()
    }

    @Test("The list leads to the form, which works without scripts, in both languages")
    func form() async throws {
        try await Self.visiting { visitor in
            let list = try await visitor.get("/people").text
            #expect(list.contains(#"href="/people/new" aria-keyshortcuts="a""#) && list.contains("<kbd>a</kbd>"))
            let form = try await visitor.get("/people/new")
            #expect(form.status == 200 && form.text.contains("<h1>Add somebody</h1>"))
            for field in ["given", "family", "company", "title", "email", "phone", "url", "address-street", "birthday", "tags", "note"] {
                #expect(form.text.contains("name=\"\(field)\""), "\(field)")
            }
            let german = try await visitor.get("/people/new", headers: ["Accept-Language": "de"]).text
            #expect(german.contains("<h1>Jemanden hinzufügen</h1>"))
        }
    }

    @Test("What is sent becomes a person, whose page says so and offers to take it back")
    func added() async throws {
        try await Self.visiting { visitor in
            let sent = try await visitor.post(
                "/people/new",
                [
                    ("given", "Ada"), ("family", "Example"), ("company", " Example Ltd "), ("title", ""), ("email", "ada@example.com"),
                    ("email", "ada@home.example"), ("phone", ""), ("address-street", "Musterweg 1"), ("address-town", "Berlin"),
                    ("tags", "fair, clients ,"), ("note", "Met in\r\nHamburg."),
                ], on: "/people/new")
            #expect(sent.status == 200 || sent.status == 303)
            let ada = try ImportPagesTests.vault(visitor) { try FindPerson("Ada Example").run(in: $0) }
            #expect(ada.emails.map(\.value.address) == ["ada@example.com", "ada@home.example"])
            #expect(ada.companies.map(\.value) == ["Example Ltd"] && ada.titles.isEmpty && ada.tags.map(\.value) == ["clients", "fair"])
            #expect(ada.notes.map(\.value) == ["Met in\nHamburg."] && ada.addresses.first?.value.locality == "Berlin")
            let step = try ImportPagesTests.vault(visitor) { try #require(try ShowLog().run(in: $0).last?.decision.step) }
            let page = try await visitor.get("/people/\(ada.id)?done=\(step)").text
            #expect(page.contains("Ada Example is added.") && page.contains("You added this person by hand."))
            let german = try await visitor.get("/people/\(ada.id)?done=\(step)", headers: ["Accept-Language": "de"]).text
            #expect(german.contains("Ada Example ist hinzugefügt.") && german.contains("Von Hand"))
            #expect(try await visitor.get("/log").text.contains("Added "))
            #expect(try await visitor.get("/imports/\(step)").status == 200)
            _ = try await visitor.post("/undo", [("step", "\(step)"), ("to", "/people")])
            #expect(try await visitor.get("/people/\(ada.id)").status == 404)
        }
    }

    @Test("Who was here already is said, with the source")
    func known() async throws {
        try await Self.visiting { visitor in
            _ = try await visitor.post("/people/new", [("given", "Kofi"), ("family", "Mensah"), ("email", "kofi@bank.example")])
            let (step, kofi) = try ImportPagesTests.vault(visitor) { vault in
                (try #require(try ShowLog().run(in: vault).last?.decision.step), try FindPerson("kofi").run(in: vault).id)
            }
            let page = try await visitor.get("/people/\(kofi)?done=\(step)").text
            #expect(page.contains("Kofi Mensah was here already (LinkedIn); what you added stands with it now."))
        }
    }

    @Test("What can't be is said beside its field, with what was typed still there")
    func refused() async throws {
        try await Self.visiting { visitor in
            let fields = [("given", "Ada"), ("email", "fine@example.com"), ("email", "no & address"), ("tags", "fair"), ("note", "Hello")]
            let answer = try await visitor.post("/people/new", fields)
            #expect(answer.status == 422)
            let page = answer.text
            #expect(page.contains(#"value="Ada""#) && page.contains(#"value="fine@example.com""#) && page.contains(#"value="fair""#))
            #expect(page.contains(">\nHello</textarea>"))
            let place = try #require(
                page.firstMatch(of: /id="new-email-2"[^>]*value="no &amp; address"[^>]*aria-invalid="true"[^>]*aria-describedby="([^"]*)"/))
            #expect(page.contains("id=\"\(place.output.1)\" role=\"alert\">“no &amp; address” is no e-mail address."))
            #expect(page.matches(of: /role="alert">/).count == 1 && page.contains(#"<details class="more" open>"#))
            let nobody = try await visitor.post("/people/new", [("title", "Partner")])
            #expect(nobody.status == 422 && nobody.text.contains("Nothing says who it is.") && nobody.text.contains(#"value="Partner""#))
            #expect(try await visitor.get("/people").text.contains("7 people"))
        }
    }

    @Test("Under Sources all who were added are one line, and never due")
    func sources() async throws {
        try await Self.visiting { visitor in
            for name in ["Ada", "Ben", "Carla"] { _ = try await visitor.post("/people/new", [("given", name), ("family", "Example")]) }
            let page = try await visitor.get("/sources").text
            #expect(page.contains(">3 people added</a>") && page.contains("people you added"))
            #expect(page.matches(of: /By hand/).count == 1 && !page.contains("by-hand-20"))
        }
    }

    private static func send(_ visitor: Visitor, _ body: String) async throws -> Visitor.Answer {
        try await visitor.send("POST", "/api/v1/people", headers: ["Content-Type": "application/json"], body: Data(body.utf8))
    }

    @Test("By REST too: 201 with where the person is and their mark, and a problem for what can't be")
    func rest() async throws {
        try await Self.visiting { visitor in
            let body =
                #"{"name":"Ada Example","email":["ada@example.com","ada@home.example"],"phone":"+44 7700 900123","tags":["fair"],"note":"x"}"#
            let made = try await Self.send(visitor, body)
            #expect(made.status == 201, "\(made.text)")
            let object = try #require(try JSONSerialization.jsonObject(with: made.body) as? [String: Any])
            let id = try #require(object["person"] as? String)
            #expect(object["step"] is Int && object["name"] as? String == "Ada Example" && (object["known"] as? [Any])?.isEmpty == true)
            let place = try #require(made.headers["location"])
            #expect(place == "/api/v1/people/\(id)")
            let person = try await visitor.get(place)
            #expect(person.status == 200 && person.headers["etag"] == made.headers["etag"] && made.headers["etag"] != nil)
            #expect(person.text.contains("ada@home.example") && person.text.contains("By hand"))
            let known = try await Self.send(visitor, #"{"given":"Kofi","email":"kofi@bank.example"}"#)
            #expect(known.status == 201 && known.text.contains(#""source":"LinkedIn""#))
            for (body, status) in [
                ("{}", 400), (#"{"shoe":"1"}"#, 400), (#"{"name":1}"#, 400), (#"{"name":["Ada"]}"#, 400),
                (#"{"given":"Ada","email":[]}"#, 400),
                (#"{"name":"Ada","tags":[" "]}"#, 400), (#"{"name":"Ada","birthday":["1980-05-14"]}"#, 400), (#"{"title":"Partner"}"#, 409),
                (#"{"name":"Ada","email":"nonsense"}"#, 409), (#"{"name":"Ada","given":"Ada"}"#, 409),
            ] {
                let answer = try await Self.send(visitor, body)
                #expect(answer.status == status, "\(body): \(answer.text)")
                #expect(answer.headers["content-type"]?.contains("problem+json") == true, "\(body)")
            }
            #expect(try await visitor.get("/api/v1/people/count").text.contains("\"total\":8"))
        }
    }
}
