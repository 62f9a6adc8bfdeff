import Testing
import TestSupport

@Suite("By keyboard alone", .serialized, .fewAtOnce, .enabled(if: Browser.isInstalled))
struct KeyboardBrowserTests {
    /// What has the focus and shows nothing of it, or has no size; empty where all is well. A label may show it for the field in it, a day's
    /// field for its parts.
    private static let unseen = """
        const here = document.activeElement;
        const shows = element => element !== null && getComputedStyle(element).outlineStyle !== "none"
          && parseFloat(getComputedStyle(element).outlineWidth) > 0;
        const box = here.getBoundingClientRect();
        const isSeen = shows(here) || shows(here.closest("label")) || here.matches("input[type=date]");
        return here === document.body || isSeen && box.width > 0 && box.height > 0 ? "" : here.outerHTML.slice(0, 160);
        """

    @Test(
        "Tab goes through everything there is to press, and shows where it is", arguments: [false, true],
        ["/people", "/duplicates", "/import", "/changes", "/hand-over?to=hubspot&q=", "/settings/security", "/safe-keeping"])
    func tabs(isDark: Bool, path: String) async throws {
        try await Browser.visit(Browser.Look(isDark: isDark), prepare: DuplicatesTests.fill) { browser, _, site in
            try await browser.open(site + path)
            var (faults, places): ([String], Set<String>) = ([], [])
            for _ in 0..<60 {
                try await browser.keys(Browser.Key.tab)
                let fault = try await browser.value(Self.unseen)
                if !fault.isEmpty { faults.append(fault) }
                let here = "const all = [...document.querySelectorAll('*')]; return all.indexOf(document.activeElement)"
                let place = try await browser.value(here)
                if try await browser.value("return document.activeElement.tagName") == "BODY" { break }
                places.insert(place)
            }
            #expect(faults.isEmpty, "\(faults)")
            #expect(places.count > 15)
        }
    }

    @Test("The first Tab leads past the navigation, and ? shows the keys and leads back")
    func ways() async throws {
        try await Browser.visit(prepare: DuplicatesTests.fill) { browser, _, site in
            func focus(_ script: String) async throws -> String { try await browser.value("return document.activeElement\(script)") }
            try await browser.open(site + "/sources")
            try await browser.keys(Browser.Key.tab)
            #expect(try await focus(".className") == "skip")
            try await browser.keys(Browser.Key.enter)
            try await browser.wait(for: "the content") { try await browser.value("return document.activeElement.id") == "main" }
            try await browser.keys(Browser.Key.tab)
            let first = try await focus(".textContent")
            #expect(first == "Import")
            try await browser.keys("?")
            try await browser.wait(for: "the keys") { try await browser.value("return document.getElementById('keys').open") == "true" }
            #expect(try await browser.value("return String(Boolean(document.activeElement.closest('dialog')))") == "true")
            try await browser.keys(Browser.Key.escape)
            #expect(try await browser.value("return document.getElementById('keys').open") == "false")
            #expect(try await focus(".textContent") == first)
            try await browser.keys("/")
            #expect(try await focus(".id") == "search")
            try await browser.keys(Browser.Key.escape)
            #expect(try await focus(".id") == "")
        }
    }

    @Test("Duplicates are gone through by key, on and back without a word")
    func pairs() async throws {
        try await Browser.visit(prepare: DuplicatesTests.fill) { browser, _, site in
            try await browser.open(site + "/duplicates")
            let first = try await browser.text(".page-head .number")
            try await browser.keys("j")
            try await browser.wait(for: "the next") { try await browser.text(".page-head .number") != first }
            #expect(try await browser.texts(".toast").isEmpty, "nothing was said")
            try await browser.keys("k")
            try await browser.wait(for: "the first again") { try await browser.text(".page-head .number") == first }
        }
    }
}
