import Actions
import ContactModel
import Foundation
import Testing
import TestSupport
import Vault

/// What can be checked by machine of WCAG 2.2 AA, on every page, in light and dark, wide and narrow.
@Suite("Everybody can use the page", .serialized, .fewAtOnce, .enabled(if: Browser.isInstalled))
struct AccessibilityTests {
    /// Where `scripts/fetch-axe` puts axe-core.
    private static let axe = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(".build/axe/axe.min.js")

    static let paths = [
        "/people", "/people?q=okafro", "/people?q=tag%3Anone", "/people?q=nosuch%3A", "/people/PERSON", "/people/PERSON/report",
        "/people/PERSON/erase", "/people/print?q=", "/duplicates", "/import", "/guides/linkedin", "/review", "/review?suggestions=all",
        "/review/suggested",
        "/review/rules/name-capitals", "/review/list?of=reachable", "/changes", "/changes?by=company", "/hand-over",
        "/hand-over?to=hubspot&q=&ready=1", "/hand-over/receipts", "/sources", "/log", "/settings", "/settings/security", "/safe-keeping",
        "/no/such/page",
    ]

    /// A page's faults as lines, found without any help: names, headings, landmarks, ids.
    private static let ownCheck = """
        const faults = [];
        const seen = element => element.offsetParent !== null || element.getClientRects().length > 0;
        const name = element => (element.getAttribute("aria-label") ?? "").trim()
          || (element.getAttribute("aria-labelledby") ?? "").split(" ").map(id => document.getElementById(id)?.textContent ?? "").join(" ").trim()
          || [...element.labels ?? []].map(label => label.textContent).join(" ").trim() || element.textContent.trim() || element.title;
        for (const control of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
          if (seen(control) && !name(control)) faults.push("no name: " + control.outerHTML.slice(0, 120));
        }
        if (document.querySelectorAll("h1").length !== 1) faults.push("there is not one h1");
        for (const landmark of ["main", "nav", "header", "form[role=search]"]) {
          if (!document.querySelector(landmark)) faults.push("no " + landmark);
        }
        const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
        for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push("twice: #" + id);
        if (!document.documentElement.lang) faults.push("no language");
        if (document.documentElement.scrollWidth > innerWidth) faults.push("wider than the window");
        // WCAG 2.2, 2.5.8. A box to tick is as large as its label; a link in a line of text may be as high as the line.
        for (const control of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
          const box = (control.closest("label") ?? control).getBoundingClientRect();
          const isInText = control.matches("a") && getComputedStyle(control).display === "inline";
          if (seen(control) && !control.closest(".visually-hidden") && !isInText && (box.height < 24 || box.width < 24)) {
            faults.push("too small: " + control.outerHTML.slice(0, 120));
          }
        }
        for (const part of document.querySelectorAll("main *, header *")) {
          const scrolls = part.closest(".table-scroll, .scroll, pre, svg, .clip, .person-tags, .visually-hidden");
          if (part.checkVisibility() && !scrolls && part.getBoundingClientRect().right > innerWidth + 1) {
            faults.push("beyond the window: " + part.outerHTML.slice(0, 120));
          }
        }
        return faults.join("\\n");
        """

    @Test(
        "Names, headings, landmarks, contrast, sizes",
        arguments: [(1280, false, "en"), (1280, true, "de"), (390, false, "de"), (390, true, "en"), (360, false, "de")])
    func pages(width: Int, isDark: Bool, language: String) async throws {
        let look = Browser.Look(width: width, height: 900, isDark: isDark, language: language)
        try await Browser.visit(look, prepare: Self.fill) { browser, visitor, site in
            let vault = try Vault(path: visitor.vaultPath)
            let person = try FindPerson("Jürgen Weißkopf").run(in: vault).id.description
            try vault.close()
            let axe = try? String(contentsOf: Self.axe, encoding: .utf8)
            for path in Self.paths.map({ $0.replacing("PERSON", with: person) }) {
                try await browser.open(site + path)
                #expect(try await browser.value(Self.ownCheck) == "", "\(path)")
                if let axe { #expect(try await browser.faults(by: axe) == [], "\(path) at \(width)\(isDark ? ", dark" : ""), \(language)") }
            }
        }
    }

    @Test("Printed, a review takes a few sheets, a person one, a list some forty lines a sheet, and nothing to press is on them")
    func paper() async throws {
        try await Browser.visit(prepare: Self.fill) { browser, visitor, site in
            let vault = try Vault(path: visitor.vaultPath)
            let person = try FindPerson("Jürgen Weißkopf").run(in: vault).id.description
            try vault.close()
            for (path, name, most) in [
                ("/review", "review", 4), ("/people/\(person)", "person", 1), ("/people", "people", 3),
                ("/people/print", "people-print", 9), ("/changes", "changes", 14),
            ] {
                try await browser.open(site + path)
                let sheets = try await browser.sheets(name)
                #expect((1...most).contains(sheets), "\(path) takes \(sheets)")
            }
        }
    }

    /// Two lists, and a network that fills every page.
    static func fill(_ vault: Vault, _ folder: TemporaryFolder) throws {
        try DuplicatesTests.fill(vault, folder)
        try FlowBrowserTests.sample(vault, folder)
    }
}

extension Browser {
    /// What axe-core finds against WCAG 2.2 A and AA, a line for each rule and element.
    func faults(by axe: String) async throws -> [String] {
        let found = try await value(
            """
            \(axe);
            return axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then(result =>
              result.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.html.slice(0, 160) + " " + (n.any[0]?.message ?? ""))).join("\\n"));
            """)
        return found.isEmpty ? [] : found.components(separatedBy: "\n")
    }
}
