import Actions
import Foundation
import Testing
import TestSupport
import Vault

@Suite("A person and duplicates in a browser", .serialized, .fewAtOnce, .enabled(if: Browser.isInstalled))
struct PersonBrowserTests {
    private func browsing(_ look: Browser.Look = Browser.Look(), _ body: (Browser, String) async throws -> Void) async throws {
        try await Browser.visit(look, prepare: DuplicatesTests.fill) { browser, _, site in try await body(browser, site) }
    }

    @Test("e opens what can be put right; Enter saves it, and the notice takes it back")
    func edit() async throws {
        try await browsing { browser, site in
            try await browser.open(site + "/people?q=mensah")
            try await browser.keys("j")
            try await browser.keys("e")
            try await browser.wait(for: "the form") { try await browser.value("return document.activeElement.name") == "given" }
            try await browser.keys(Browser.Key.escape)
            try await browser.keys("e")
            try await browser.wait(for: "the company") { try await browser.value("return document.activeElement.name") == "company" }
            try await browser.type("Neue Bank AG", into: "#edit-company")
            try await browser.keys(Browser.Key.enter)
            try await browser.wait(for: "the notice") { try await browser.text(".toast").contains("is set to “Neue Bank AG”") }
            #expect(try await browser.texts(".value-text").contains("Neue Bank AG"))
            #expect(!(try await browser.location().contains("done=")))
            try await browser.press(".toast .button")
            try await browser.wait(for: "the old one") { try await browser.text(".toast").contains("Taken back") }
            #expect(!(try await browser.texts(".value-text").contains("Neue Bank AG")))
        }
    }

    @Test("A press on the pencil or the plus puts the caret into the field", arguments: ["edit", "plus"])
    func caret(icon: String) async throws {
        try await browsing { browser, site in
            try await browser.open(site + "/people?q=mensah")
            try await browser.press(".person-link")
            try await browser.wait(for: "the person") { try await browser.location().contains("/people/") }
            let edit = ".value-group > .value-edit:has(> summary use[href$=\"#\(icon)\"])"
            try await browser.press("\(edit) > summary")
            let field = "document.querySelector('\(edit)[open]')?.querySelector('input:not([type=hidden]), textarea')"
            try await browser.wait(for: "the caret") {
                try await browser.value("return Boolean(\(field)) && document.activeElement === \(field)") == "true"
            }
            try await browser.press("\(edit) > summary")
            #expect(try await browser.value("return Boolean(\(field))") == "false", "another press closes it")
        }
    }

    @Test("A duplicate is merged by key, and taken back by key")
    func merge() async throws {
        try await browsing { browser, site in
            try await browser.open(site + "/duplicates")
            let first = try await browser.text(".page-head .number")
            try await browser.screenshot("duplicates-1280")
            try await browser.keys("s")
            try await browser.wait(for: "the notice") { try await browser.text(".toast").contains("They are one person now.") }
            #expect(try await browser.text(".page-head .number") != first)
            try await browser.keys("u")
            try await browser.wait(for: "the pair again") { try await browser.text(".page-head .number") == first }
        }
    }

    @Test("Two selected in the list are merged with m")
    func mergeInList() async throws {
        try await browsing { browser, site in
            try await browser.open(site + "/people?q=okafor")
            #expect(try await browser.texts(".person-row").count == 2)
            try await browser.keys("j", "x", "j", "x")
            try await browser.wait(for: "two selected") { try await browser.text("[data-bulk-count]") == "2 selected" }
            try await browser.keys("m")
            try await browser.wait(for: "one") { try await browser.texts(".person-row").count == 1 }
        }
    }

    @Test("Every size and light has its picture", arguments: [(1280, false), (1280, true), (390, false), (390, true)])
    func pictures(width: Int, isDark: Bool) async throws {
        try await browsing(Browser.Look(width: width, height: width < 600 ? 844 : 1400, isDark: isDark)) { browser, site in
            let name = "\(width)\(isDark ? "-dark" : "")"
            try await browser.open(site + "/people?q=weisskopf")
            try await browser.press(".person-link")
            try await browser.wait(for: "the person") { try await browser.text("h1").contains("Weißkopf") }
            try await browser.screenshot("person-\(name)")
            #expect(try await browser.value("return document.documentElement.scrollWidth <= innerWidth") == "true")
            try await browser.open(site + "/duplicates")
            try await browser.screenshot("duplicates-\(name)")
            if width < 768 {
                let picture = "document.querySelector('.pair-picture.narrow svg').getBoundingClientRect()"
                let fits = try await browser.value("return String(\(picture).height > 80 && \(picture).right <= window.innerWidth)")
                #expect(fits == "true", "the evidence has a picture that fits a phone")
            }
            #expect(try await browser.value("return document.documentElement.scrollWidth <= innerWidth") == "true")
        }
    }
}
