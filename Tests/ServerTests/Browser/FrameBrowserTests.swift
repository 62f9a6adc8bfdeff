import Actions
import Foundation
import Testing
import TestSupport
import Vault

@Suite("What surrounds a page, in a browser", .serialized, .fewAtOnce, .enabled(if: Browser.isInstalled))
struct FrameBrowserTests {
    @Test("Light and dark have a way back to the system's, and say which it is", arguments: [false, true])
    func theme(isDark: Bool) async throws {
        try await Browser.visit(Browser.Look(isDark: isDark), prepare: DuplicatesTests.fill) { browser, _, site in
            try await browser.open(site + "/people")
            func state() async throws -> [String] {
                try await browser.value(
                    """
                    const button = document.querySelector("[data-theme-button]");
                    return [button.getAttribute("aria-label"), button.title, document.querySelector("[data-told]").textContent,
                      document.documentElement.dataset.theme ?? "", localStorage.getItem("theme") ?? ""].join("|");
                    """
                ).split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
            }
            #expect(try await state() == ["Light or dark: as the system", "Light or dark: as the system", "", "", ""])
            for theme in isDark ? ["light", "dark"] : ["dark", "light"] {
                try await browser.press("[data-theme-button]")
                let words = "Light or dark: \(theme)"
                #expect(try await state() == [words, words, words, theme, theme])
                try await browser.open(site + "/people")
                #expect(try await state() == [words, words, "", theme, theme], "it stays on the next page")
            }
            try await browser.press("[data-theme-button]")
            let words = "Light or dark: as the system"
            #expect(try await state() == [words, words, words, "", ""])
        }
    }

    @Test("On a phone every room is in sight or behind More", arguments: ["en", "de"], [390, 320])
    func rooms(language: String, width: Int) async throws {
        let look = Browser.Look(width: width, height: 844, language: language)
        try await Browser.visit(look, prepare: DuplicatesTests.fill) { browser, _, site in
            /// How many rooms are there, how many in sight, and how many stand beyond the window or are cut off.
            func rooms() async throws -> String {
                try await browser.value(
                    """
                    const links = [...document.querySelectorAll(".rail li a")];
                    const seen = [...document.querySelectorAll(".rail li > *")].filter(one => one.checkVisibility());
                    const cut = seen.filter(one => {
                      const box = one.getBoundingClientRect();
                      return box.left < -0.5 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5 || one.scrollWidth > one.clientWidth + 1;
                    });
                    const rail = document.querySelector(".rail ul");
                    return [links.length, links.filter(one => one.checkVisibility()).length, cut.length, rail.scrollWidth > rail.clientWidth].join();
                    """)
            }
            try await browser.open(site + "/people")
            #expect(try await rooms() == "8,4,0,false")
            try await browser.press("[data-more-rooms]")
            #expect(try await rooms() == "8,8,0,false")
            try await browser.screenshot("rooms-\(language)-\(width)")
            try await browser.keys(Browser.Key.escape)
            #expect(try await rooms() == "8,4,0,false")
            #expect(try await browser.value("return String(document.activeElement.hasAttribute('data-more-rooms'))") == "true")
            try await browser.press("[data-more-rooms]")
            try await browser.press(".rail a[href='/settings']")
            try await browser.wait(for: "the settings") { try await browser.location().hasSuffix("/settings") }
            #expect(try await rooms() == "8,4,0,false")
        }
    }
}
