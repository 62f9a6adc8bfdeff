import Actions
import Foundation
import Testing
import TestSupport
import Vault

@Suite("The list of people")
struct PeoplePageTests {
    @Test("An empty vault answers with a page in the reader's language")
    func empty() async throws {
        let visitor = try await Visitor()
        let english = try await visitor.get("/people")
        #expect(english.status == 200)
        #expect(english.text.contains("<html lang=\"en\">"))
        let german = try await visitor.get("/people", headers: ["Accept-Language": "de"])
        #expect(german.text.contains("0 Personen"))
        await visitor.leave()
    }
}
