import Actions
import ContactModel
import Testing
import TestSupport
import Vault

@Suite("Where one goes on after a deed", .serialized, .fewAtOnce, .enabled(if: Browser.isInstalled))
struct NoticeBrowserTests {
    /// The id of the element that has the focus, or of the nearest around it that has one.
    private static func place(_ browser: Browser) async throws -> String {
        try await browser.value("return document.activeElement.closest('[id]')?.id ?? ''")
    }

    private static func person(_ visitor: Visitor, _ name: String) throws -> String {
        let vault = try Vault(path: visitor.vaultPath)
        defer { try? vault.close() }
        return try FindPerson(name).run(in: vault).id.description
    }

    @Test("On a person's page one stays where the form is, with and without scripts", arguments: [true, false])
    func person(hasScripts: Bool) async throws {
        try await Browser.visit(Browser.Look(hasScripts: hasScripts), prepare: DuplicatesTests.fill) { browser, visitor, site in
            try await browser.open("\(site)/people/\(try Self.person(visitor, "Kofi Mensah"))")
            try await browser.type("client", into: "#new-tag")
            try await browser.press("button[value=tag]")
            try await browser.wait(for: "the tag") { try await browser.text(".toast").contains("“client”") }
            try await browser.wait(for: "its place, #tags") { try await Self.place(browser) == "tags" }
            try await browser.type("Met in May", into: "#note")
            try await browser.press("#note ~ div button")
            try await browser.wait(for: "the note") { try await browser.text(".toast").contains("The note on ") }
            try await browser.wait(for: "its place, #notes") { try await Self.place(browser) == "notes" }
            _ = try await browser.value("document.querySelector('#value-company > details').open = true; return ''")
            try await browser.type("Neue Bank AG", into: "#edit-company")
            try await browser.press("#value-company form .primary")
            try await browser.wait(for: "the company") { try await browser.text(".toast").contains("“Neue Bank AG”") }
            try await browser.wait(for: "its place, #value-company") { try await Self.place(browser) == "value-company" }
            try await browser.press(".timeline form button")
            try await browser.wait(for: "taken back") { try await browser.text(".toast").contains("Taken back") }
            try await browser.wait(for: "its place, #timeline") { try await Self.place(browser) == "timeline" }
        }
    }

    @Test("After a word on a pair one is at the next, and where nothing else leads on, at the notice", arguments: [true, false])
    func pairs(hasScripts: Bool) async throws {
        try await Browser.visit(Browser.Look(hasScripts: hasScripts), prepare: DuplicatesTests.fill) { browser, _, site in
            try await browser.open(site + "/duplicates")
            for verdict in ["unsure", "different"] {
                try await browser.press("button[value=\(verdict)]")
                try await browser.wait(for: "the notice") { try await !browser.texts(".toast").isEmpty }
                try await browser.wait(for: "its place, #pair") { try await Self.place(browser) == "pair" }
                #expect(try await browser.value("return String(scrollY)") == "0", "the page's head stays in sight")
            }
            try await browser.press(".toast .button")
            try await browser.wait(for: "taken back") { try await browser.text(".toast").contains("Taken back") }
            try await browser.wait(for: "its place, #notice") { try await Self.place(browser) == "notice" }
            try await browser.keys(Browser.Key.tab)
            #expect(try await browser.value("return String(Boolean(document.activeElement.closest('.toast, main')))") == "true")
            try await browser.open(site + "/log")
            try await browser.press(".list-row form button")
            try await browser.wait(for: "the log") { try await browser.text(".toast").contains("Taken back") }
            try await browser.wait(for: "its place, #notice") { try await Self.place(browser) == "notice" }
        }
    }

    @Test("Once a check is done one is where it was asked for, though the page loaded itself anew")
    func check() async throws {
        try await Browser.visit(prepare: DuplicatesTests.fill) { browser, _, site in
            try await browser.open(site + "/safe-keeping")
            try await browser.press("form[action='/safe-keeping/verify'] button")
            try await browser.wait(for: "the outcome") { try await !browser.texts(".notice.good").isEmpty }
            try await browser.wait(for: "its place") { try await Self.place(browser) == "check" }
        }
    }

    @Test("A notice stays until it is put away, by its button or by Escape; u takes back what it tells of")
    func staying() async throws {
        try await Browser.visit(prepare: DuplicatesTests.fill) { browser, _, site in
            try await browser.hastenLongWaits()
            try await browser.open(site + "/duplicates")
            try await browser.keys("d")
            try await browser.wait(for: "the notice") { try await browser.text(".toast").contains("kept apart") }
            #expect(
                try await browser.value("return String(document.querySelector('[data-dismisses]').getBoundingClientRect().height >= 24)")
                    == "true")
            try await browser.press("[data-dismisses]")
            #expect(try await browser.texts(".toast").isEmpty)
            try await browser.keys("n")
            try await browser.wait(for: "the next notice") { try await browser.text(".toast").contains("put aside") }
            try await browser.keys(Browser.Key.escape)
            #expect(try await browser.texts(".toast").isEmpty)
            try await browser.keys("n")
            try await browser.wait(for: "another notice") { try await browser.text(".toast").contains("put aside") }
            try await browser.keys("u")
            try await browser.wait(for: "taken back") { try await browser.text(".toast").contains("Taken back") }
        }
    }
}
