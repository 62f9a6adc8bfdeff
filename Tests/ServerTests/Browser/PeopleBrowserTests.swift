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

    @Test("A condition that can't be read yet is told alone, without the people and the number of another search")
    func halfACondition() async throws {
        try await browsing(Contacts.few) { browser, _ in
            try await browser.type("okafor", into: "#search")
            try await browser.wait(for: "Okafor") { try await browser.text("[data-summary]") == "1 person" }
            for half in ["company:", "foo:bar"] {
                try await browser.type(half, into: "#search")
                try await browser.wait(for: "a sentence") {
                    try await browser.text("p[data-problem]").contains(half.prefix(while: { $0 != ":" }))
                }
                #expect(try await browser.texts(".person-link .name").isEmpty, "\(half)")
                #expect(try await browser.text("[data-summary]").isEmpty, "\(half)")
                #expect(
                    try await browser.value("return document.querySelector('[data-empty]').hidden") == "true",
                    "nobody is said to be missing")
                try await browser.type("example", into: "#search")
                try await browser.wait(for: "people again") { try await !browser.texts(".person-link .name").isEmpty }
                #expect(try await browser.text("p[data-problem]").isEmpty)
            }
        }
    }

    @Test("Where everybody has to be looked at, it is said until all were; a condition typed as a word keeps its hint")
    func lookingAtEverybody() async throws {
        try await browsing(Contacts.many(1_500)) { browser, _ in
            let summary = "document.querySelector('[data-summary]')"
            _ = try await browser.value(
                """
                window.said = [];
                new MutationObserver(() => said.push(\(summary).textContent)).observe(\(summary), { childList: true });
                return 1
                """)
            try await browser.type("-company:odd -company:even", into: "#search")
            try await browser.wait(for: "everybody looked at") {
                let (place, count) = (try await browser.location(), try await browser.text("[data-summary]"))
                return place.hasSuffix("-company%3Aeven") && count == "0 people"
            }
            let said = try await browser.value("return said.join('|')")
            #expect(said.contains("Looking …") && !said.contains("More than 0"), "\(said)")
            #expect(try await browser.value("return document.querySelector('[data-empty]').hidden") == "false")
            try await browser.type("stale", into: "#search")
            try await browser.wait(for: "the hint") { try await browser.text("p[data-respelt]").contains("is:stale") }
        }
    }

    @Test("What is typed is asked for at once, one question at a time, and the last text is what is shown")
    func oneQuestionAtATime() async throws {
        try await browsing(Contacts.many(1_500)) { browser, _ in
            _ = try await browser.value(
                """
                window.asked = []; window.underWay = 0; window.most = 0;
                const plain = window.fetch;
                window.fetch = async (path, ...rest) => {
                  const { pathname, searchParams } = new URL(path, location.href);
                  if (pathname !== "/people/rows" || searchParams.get("offset") !== "0") return plain(path, ...rest);
                  asked.push(searchParams.get("q"));
                  underWay += 1; most = Math.max(most, underWay);
                  try { return await plain(path, ...rest); } finally { underWay -= 1; }
                };
                const field = document.querySelector("#search");
                window.first = undefined;
                for (const text of ["p", "pe", "per", "person0", "person07", "person077", "person0777"]) {
                  field.value = text;
                  field.dispatchEvent(new Event("input", { bubbles: true }));
                  first ??= asked.length;
                }
                return 1
                """)
            try await browser.wait(for: "the last of it") { try await browser.texts(".person-link .name").first == "Person0777 Example" }
            #expect(try await browser.value("return first") == "1", "asked with the first letter")
            #expect(try await browser.value("return asked.join(' ')") == "p person0777")
            #expect(try await browser.value("return most") == "1")
        }
    }

    @Test(
        "Names are shown and found as those who bear them write them",
        arguments: [
            (["小明", "王"], "王小明", "王小", ["王小明", "小明 王"]), (["민수", "김"], "김민수", "김민", ["김민수", "민수 김"]),
            (["太郎", "山田"], "山田 太郎", "山太", ["山田太郎", "太郎"]), (["محمد", "الحداد"], "محمد الحداد", "ما", ["حداد", "الحداد"]),
        ])
    func scripts(halves: [String], shown: String, letters: String, typed: [String]) async throws {
        try await browsing(Contacts.few + [halves + ["", "", "", "1 Jan 2020"]]) { browser, _ in
            for text in typed {
                try await browser.type(text, into: "#search")
                try await browser.wait(for: shown) { try await browser.texts(".person-link .name") == [shown] }
            }
            #expect(try await browser.text(".person-row .monogram") == letters)
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
