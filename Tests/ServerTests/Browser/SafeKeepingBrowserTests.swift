import Actions
import ContactModel
import Foundation
import Testing
import TestSupport
import Vault

@Suite("Safe-keeping and who gets in, in a browser", .serialized, .fewAtOnce, .enabled(if: Browser.isInstalled))
struct SafeKeepingBrowserTests {
    @Test("A password is set, refused beside its field where it is none, asked for, and signed out of", arguments: [true, false])
    func password(hasScripts: Bool) async throws {
        try await Browser.visit(Browser.Look(hasScripts: hasScripts), prepare: DuplicatesTests.fill) { browser, _, site in
            func set(_ password: String, again: String) async throws {
                try await browser.open(site + "/settings/security")
                try await browser.type(password, into: "#new")
                try await browser.type(again, into: "#again")
                try await browser.press("form[action='/settings/security/password'] .button.primary")
            }
            try await set("password1234", again: "password1234")
            try await browser.wait(for: "why it can't be") { try await browser.text("#new-flaw").contains("among the first") }
            try await set("four words in a row", again: "four other words in a row")
            try await browser.wait(for: "why it can't be") { try await !browser.text("#new-flaw").isEmpty }
            try await set("four words in a row", again: "four words in a row")
            try await browser.wait(for: "the door") { try await browser.location().contains("/sign-in") }
            try await browser.open(site + "/people")
            #expect(try await browser.location().contains("/sign-in"), "nobody gets past it")
            try await browser.type("four words in a line", into: "#password")
            try await browser.press("form[action='/sign-in'] .button.primary")
            try await browser.wait(for: "a no") { try await !browser.text(".notice.bad").isEmpty }
            try await browser.type("four words in a row", into: "#password")
            try await browser.press("form[action='/sign-in'] .button.primary")
            try await browser.wait(for: "the people") { try await browser.text("h1") == "People" }
            try await browser.open(site + "/settings/security")
            try await browser.press("form[action='/settings/security/sessions'] .button.small")
            try await browser.open(site + "/people")
            try await browser.wait(for: "the door") { try await browser.location().contains("/sign-in") }
        }
    }

    @Test("The vault is checked, an import's file is found where it was kept, and somebody is erased for good")
    func safeKeeping() async throws {
        try await Browser.visit(prepare: FlowBrowserTests.sample) { browser, visitor, site in
            try await browser.open(site + "/safe-keeping")
            try await browser.press("form[action='/safe-keeping/verify'] button")
            try await browser.wait(for: "the verdict") { try await browser.text(".notice.good").hasPrefix("Sound") }
            try await browser.open(site + "/sources")
            #expect(try await !browser.texts("a[href$='/original']").isEmpty)
            let person = try ImportPagesTests.vault(visitor) { try #require(try ListPeople(PeopleFilter([])).first(in: $0)) }
            try await browser.open(site + "/safe-keeping")
            try await browser.type(person.id.description, into: "#person")
            try await browser.press("form[action='/safe-keeping/erase'] .button")
            try await browser.wait(for: "the question") { try await browser.text(".name") == person.displayName }
            try await browser.press("input[name=sure]")
            try await browser.press("form[action='/safe-keeping/erase'] .button.danger")
            try await browser.wait(for: "the end of it") { try await visitor.get("/people/\(person.id)").status == 404 }
            #expect(try await browser.text("h1") == "Safe-keeping")
        }
    }
}

extension ListPeople {
    /// The first of them.
    fileprivate func first(in vault: Vault) throws -> Person? {
        var found: Person?
        try run(in: vault) { person in
            found = person
            return false
        }
        return found
    }
}
