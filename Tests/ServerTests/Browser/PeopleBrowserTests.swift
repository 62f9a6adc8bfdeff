import Actions
import Foundation
import Testing
import TestSupport
import Vault

@Suite("The list of people in a browser", .serialized, .fewAtOnce, .enabled(if: Browser.isInstalled))
struct PeopleBrowserTests {
    private func browsing(
        _ rows: [[String]], _ look: Browser.Look = Browser.Look(), _ body: (Browser, Visitor) async throws -> Void
    ) async throws {
        try await Browser.visit(look, prepare: { try Contacts.importRows(rows, to: $0, $1) }) { browser, visitor, site in
            try await browser.open(site + "/people")
            try await body(browser, visitor)
        }
    }

    @Test("Typing finds people letter by letter, accents and small mistakes forgiven")
    func search() async throws {
        try await browsing(Contacts.few) { browser, _ in
            #expect(try await browser.texts(".person-link .name").count == 7)
            try await browser.keys("/")
            try await browser.keys("w", "e", "i", "s", "s", "k")
            try await browser.wait(for: "Weißkopf") { try await browser.texts(".person-link .name") == ["Jürgen Weißkopf"] }
            #expect(try await browser.location().hasSuffix("?q=weissk"))
            try await browser.type("okafro", into: "#search")
            try await browser.wait(for: "Okafor") { try await browser.texts(".person-link .name") == ["Amara Okafor"] }
            #expect(try await browser.text("p[data-respelt]").contains("okafor"))
            try await browser.type("colour:red", into: "#search")
            try await browser.wait(for: "a sentence") { try await browser.text("p[data-problem]").contains("colour:") }
            try await browser.type("garcia", into: "#search")
            try await browser.wait(for: "García") { try await browser.texts(".person-link .name") == ["José García-Peña"] }
        }
    }

    @Test("Keys alone move, select, tag and take back; a range comes with Shift")
    func keyboard() async throws {
        try await browsing(Contacts.few) { browser, _ in
            try await browser.keys("j", "j", "j", "k", "x")
            try await browser.wait(for: "one selected") { try await browser.text("[data-bulk-count]") == "1 selected" }
            try await browser.keys("j", "j")
            try await browser.keys("X", held: [Browser.Key.shift])
            try await browser.wait(for: "three selected") { try await browser.text("[data-bulk-count]") == "3 selected" }
            try await browser.screenshot("people-selected")
            try await browser.type("vip", into: "#bulk-tag")
            try await browser.keys(Browser.Key.enter)
            try await browser.wait(for: "the toast") { try await browser.text(".toast").contains("“vip” is on 3 people.") }
            #expect(try await browser.texts(".person-tags .pill").count == 3)
            #expect(try await browser.value("return document.activeElement.className") == "person-link", "one goes on in the list")
            try await browser.keys("u")
            try await browser.wait(for: "no tags") { try await browser.texts(".person-tags .pill").isEmpty }
            try await browser.keys(Browser.Key.escape)
            #expect(try await browser.texts(".toast").isEmpty, "Escape puts the message away")
            try await browser.keys("?")
            try await browser.wait(for: "the keys") { try await browser.value("return document.getElementById('keys').open") == "true" }
            try await browser.keys(Browser.Key.escape)
            try await browser.keys("j")
            try await browser.keys(Browser.Key.enter)
            try await browser.wait(for: "a person") { try await browser.location().contains("/people/") }
        }
    }

    @Test("A long list scrolls through, and all that match are tagged as one step and taken back")
    func many() async throws {
        try await browsing(Contacts.many(1_500)) { browser, visitor in
            #expect(try await browser.text("[data-summary]") == "1,500 people")
            try await browser.wait(for: "the window") {
                try await browser.value("return document.documentElement.classList.contains('is-windowed')") == "true"
            }
            _ = try await browser.value("scrollTo(0, document.body.scrollHeight * 0.6); return 1")
            try await browser.wait(for: "the middle") {
                try await browser.value("return Boolean(document.querySelector('[data-position=\"900\"]'))") == "true"
            }
            #expect(Int(try await browser.value("return document.querySelectorAll('.person-row').length")) ?? 999 < 120)
            try await browser.type("even", into: "#search")
            try await browser.wait(for: "half of them") { try await browser.text("[data-summary]") == "750 people" }
            try await browser.press(".person-row .person-mark")
            try await browser.press(".bulk-all")
            #expect(try await browser.text("[data-bulk-all-words]") == "All 750 matching")
            try await browser.type("half", into: "#bulk-tag")
            try await browser.press(".bulk button[value=tag]")
            try await browser.wait(for: "the toast") { try await browser.text(".toast").contains("“half” is on 750 people.") }
            let vault = try Vault(path: visitor.vaultPath)
            #expect(try BrowsePeople(PeopleFilter(["tag:half"]), limit: 1).run(in: vault).isCountComplete == false)
            #expect(try ShowLog().run(in: vault).filter { $0.decision.kind == .edit }.count == 1)
            try await browser.press(".toast .button")
            try await browser.wait(for: "Taken back") { try await browser.text(".toast").contains("Taken back") }
            #expect(try BrowsePeople(PeopleFilter(["tag:half"])).run(in: vault).people.isEmpty)
            try vault.close()
        }
    }

    @Test("A search is kept where it is typed; who has to be looked at one by one is counted once nobody types")
    func keepingAndCounting() async throws {
        try await browsing(Contacts.many(1_500)) { browser, _ in
            #expect(try await browser.value("return document.querySelector('[data-keep]').hidden") == "true")
            try await browser.type("company:even", into: "#search")
            try await browser.wait(for: "everybody counted") { try await browser.text("[data-summary]") == "750 people" }
            #expect(try await browser.text("[data-bulk-all-words]") == "All 750 matching")
            _ = try await browser.value("scrollTo(0, document.body.scrollHeight); return 1")
            try await browser.wait(for: "the last of them") {
                try await browser.value("return Boolean(document.querySelector('[data-position=\"750\"][aria-setsize=\"750\"]'))") == "true"
            }
            try await browser.type("The even ones", into: "#view-name")
            try await browser.press("[data-keep] button")
            try await browser.wait(for: "the chip") { try await browser.text("[data-chips] [aria-current]").contains("The even ones") }
            #expect(try await browser.value("return document.querySelector('[data-keep]').hidden") == "true")
            try await browser.type("company:odd", into: "#search")
            try await browser.wait(for: "a search nobody keeps") {
                try await browser.value("return document.querySelector('[data-keep]').hidden") == "false"
            }
            #expect(try await browser.texts("[data-chips] [aria-current]").isEmpty)
        }
    }

    @Test("Every size and light has its picture", arguments: [(1280, false), (1280, true), (390, false)])
    func pictures(width: Int, isDark: Bool) async throws {
        try await browsing(Contacts.few, Browser.Look(width: width, height: 844, isDark: isDark)) { browser, _ in
            try await browser.screenshot("people-\(width)\(isDark ? "-dark" : "")")
            // Nothing is wider than the window.
            #expect(try await browser.value("return document.documentElement.scrollWidth <= innerWidth") == "true")
        }
    }

    @Test("Without scripts the list is read, searched and paged through")
    func withoutScripts() async throws {
        try await browsing(Contacts.many(250), Browser.Look(hasScripts: false)) { browser, visitor in
            #expect(try await browser.texts(".person-link .name").count == 40)
            try await browser.press("a[rel=next]")
            #expect(try await browser.texts(".person-link .name").first == "Person0041 Example")
            try await browser.type("odd", into: "#search")
            try await browser.keys(Browser.Key.enter)
            try await browser.wait(for: "the other half") { try await browser.text("[data-summary]") == "125 people" }
            try await browser.screenshot("people-without-scripts")
        }
    }
}
