import Actions
import ContactModel
import Foundation
import Testing
import TestSupport
import Vault

@Suite("Import, hand-over, changes and review in a browser", .serialized, .fewAtOnce, .enabled(if: Browser.isInstalled))
struct FlowBrowserTests {
    /// Fills a vault with the sample network.
    static func sample(_ vault: Vault, _ folder: TemporaryFolder) throws {
        let written = try SampleNetwork(today: Clock.system.today).write(into: folder.path(""))
        _ = try ImportFiles(paths: written.map(\.path)).run(in: vault)
    }

    @Test("A first file is chosen, looked at, put right, taken in and taken back", arguments: [true, false])
    func firstImport(hasScripts: Bool) async throws {
        try await Browser.visit(Browser.Look(hasScripts: hasScripts)) { browser, visitor, site in
            try await browser.open(site + "/")
            #expect(try await browser.text("h1") == "Your contacts, kept by you")
            try await browser.screenshot("import-first-1280")
            let path = visitor.folder.path("Kunden.csv")
            try
                "Wer;Wo;Durchwahl\nAda Example;ada@muster.example;4711\nBo Muster;bo@muster.example;4712\nMia Probe;mia@muster.example;4713\n"
                .write(toFile: path, atomically: true, encoding: .utf8)
            try await browser.choose(path, in: "input[type=file]")
            if !hasScripts { try await browser.press("[data-drop-form] .button.primary") }
            try await browser.wait(for: "the preview") { try await browser.text("h1") == "This is what is in it" }
            #expect(try await browser.texts(".list .name").contains("Ada Example"))
            try await browser.screenshot("import-preview-1280")
            try await browser.press("select[name='map-0-2'] option[value='department']")
            try await browser.press(".card:last-of-type .button.primary")
            try await browser.wait(for: "the summary") { try await browser.text("h1") == "Your contacts are in" }
            try await browser.screenshot("import-done-1280")
            #expect(try await browser.text(".lead").hasPrefix("3 people are in"))
            try await browser.press("form[action='/log/undo'] button")
            try await browser.wait(for: "the log") { try await browser.text("h1") == "Log" }
            #expect(try ImportPagesTests.peopleCount(visitor) == 0)
        }
    }

    @Test("What an import did is explored from its numbers, with and without scripts", arguments: [true, false])
    func exploring(hasScripts: Bool) async throws {
        func connections(_ company: String) -> String {
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                + "Ada,Example,https://www.linkedin.com/in/ada-example,,\(company),Partner,14 Feb 2024\n"
                + "Bo,Muster,https://www.linkedin.com/in/bo-muster,,Probe AG,Analyst,15 Feb 2024\n"
        }
        try await Browser.visit(
            Browser.Look(hasScripts: hasScripts),
            prepare: { vault, folder in
                let path = try folder.write("2024/Connections.csv", connections("Muster GmbH"))
                _ = try ImportFiles(paths: [path], options: ImportOptions(exportedOn: CalendarDate(iso: "2024-05-14"))).run(in: vault)
            },
            { browser, visitor, site in
                let newcomer = "Cy,Probe,https://www.linkedin.com/in/cy-probe,,,,1 Feb 2026\n"
                let path = try visitor.folder.write("Connections.csv", connections("Beispiel AG") + newcomer)
                try await browser.open(site + "/import")
                try await browser.choose(path, in: "input[type=file]")
                if !hasScripts { try await browser.press("[data-drop-form] .button.primary") }
                try await browser.wait(for: "the preview") { try await browser.text("h1") == "This is what is in it" }
                #expect(try await browser.text(".was") == "Muster GmbH")
                try await browser.press(".card:last-of-type .button.primary")
                try await browser.wait(for: "the summary") { try await browser.text("h1") == "Your contacts are in" }
                #expect(try await browser.value("return document.activeElement.tagName + window.scrollY") == "H10")
                #expect(try await browser.texts("a.figure strong") == ["1", "1", "1"])
                try await browser.press("li:nth-child(2) > a.figure")
                try await browser.wait(for: "who changed") { try await browser.text("h1") == "People" }
                #expect(try await browser.texts(".person-link .name") == ["Ada Example"])
            })
    }

    @Test("A table without a heading is put right, read as something else and back, with and without scripts", arguments: [true, false])
    func firstRow(hasScripts: Bool) async throws {
        try await Browser.visit(Browser.Look(hasScripts: hasScripts)) { browser, visitor, site in
            let path = try visitor.folder.write(
                "Liste.csv",
                "Anna Beispiel,unbekannt,Berlin\nBo Muster,bo@muster.example,Hamburg\nMia Probe,mia@muster.example,Bonn\n")
            try await browser.open(site + "/import")
            try await browser.choose(path, in: "input[type=file]")
            if !hasScripts { try await browser.press("[data-drop-form] .button.primary") }
            try await browser.wait(for: "the preview") { try await browser.text("h1") == "This is what is in it" }
            #expect(!(try await browser.texts(".list .name").contains("Anna Beispiel")), "the first row was taken for a heading")
            try await browser.screenshot("import-first-row-1280")
            try await browser.press("input[name='first-0'][value=person]")
            try await browser.press(".card .button[formaction$='/preview']")
            try await browser.wait(for: "all three") { try await browser.texts(".list .name").contains("Anna Beispiel") }
            try await browser.press("details:has(#as-0) summary")
            try await browser.press("#as-0 option[value=vcard]")
            try await browser.press("details:has(#as-0) .button")
            try await browser.wait(for: "why not") { try await browser.text("[role=alert]").contains("can’t be read as “vCards”") }
            try await browser.screenshot("import-other-kind-1280")
            try await browser.press("#as-0 option[value='']")
            try await browser.press("details:has(#as-0) .button")
            try await browser.wait(for: "the preview again") { try await browser.texts(".list .name").contains("Anna Beispiel") }
            try await browser.press(".card:last-of-type .button.primary")
            try await browser.wait(for: "the summary") { try await browser.text("h1") == "Your contacts are in" }
            #expect(try await browser.text(".lead").hasPrefix("3 people are in"))
        }
    }

    @Test("What those who are ready must have is chosen, and suggestions are narrowed down, without scripts")
    func choosing() async throws {
        try await Browser.visit(Browser.Look(hasScripts: false), prepare: Self.sample) { browser, _, site in
            try await browser.open(site + "/hand-over")
            try await browser.press("input[name=ready]")
            try await browser.press("details:has(#rule-email) summary")
            try await browser.press("#rule-email option[value='not needed']")
            try await browser.press("input[name=rule-require-phone]")
            try await browser.press("input[value=csv]")
            try await browser.press("form[action='/hand-over'] > .cluster .button.primary")
            try await browser.wait(for: "the check") { try await browser.text("#fitness-title").contains("CSV for programs gets") }
            #expect(try await browser.value("return document.querySelector('#rule-email').value") == "not needed")
            #expect(try await browser.value("return String(document.querySelector('[name=rule-require-phone]').checked)") == "true")
            try await browser.screenshot("hand-over-rules-1280")
            try await browser.open(site + "/review/suggested")
            try await browser.screenshot("suggestions-1280")
            try await browser.press("#min option[value='0.9']")
            try await browser.press("form[action='/review/suggested'] .button")
            try await browser.wait(for: "the likeliest") {
                try await browser.value("return new URL(location).searchParams.get('min') || ''") == "0.9"
            }
            let percents = try await browser.texts("li .number")
            #expect(percents.allSatisfy { Int($0.prefix { $0.isNumber }) ?? 0 >= 90 })
        }
    }

    @Test("The sample is one click away, and fills the pages")
    func sampleNetwork() async throws {
        try await Browser.visit { browser, visitor, site in
            try await browser.open(site + "/import")
            try await browser.press("form[action='/import/sample'] button")
            try await browser.wait(for: "the sample") { try await browser.text("h1") == "The sample network is in" }
            for (path, name) in [
                ("/changes", "changes"), ("/review", "review"), ("/sources", "sources"), ("/safe-keeping", "safe-keeping"),
            ] {
                try await browser.open(site + path)
                try await browser.screenshot("\(name)-1280")
            }
            #expect(try ImportPagesTests.peopleCount(visitor) > 200)
        }
    }

    @Test("A hand-over is checked and downloaded, and its receipt is there")
    func handOver() async throws {
        try await Browser.visit(prepare: Self.sample) { browser, visitor, site in
            try await browser.open(site + "/hand-over")
            try await browser.screenshot("hand-over-1280")
            try await browser.type("Kanzlei Muster", into: "#recipient")
            try await browser.press("input[value=hubspot]")
            try await browser.press("form[action='/hand-over'] .button.primary")
            try await browser.wait(for: "the check") { try await browser.text("#fitness-title").contains("HubSpot gets") }
            try await browser.screenshot("hand-over-check-1280")
            try await browser.press("form[action='/hand-over/file'] .button.primary")
            try await browser.wait(for: "the receipt") {
                try ImportPagesTests.vault(visitor) { try !ListHandOvers().run(in: $0).isEmpty }
            }
            try await browser.wait(for: "it on the page") {
                try await browser.texts("[data-receipts] tbody").joined().contains("Kanzlei Muster")
            }
            #expect(try await browser.text("#fitness-title").contains("HubSpot gets"), "the page was not left")
            try await browser.open(site + "/hand-over/receipts")
            #expect(try await browser.text("tbody").contains("Kanzlei Muster"))
        }
    }

    @Test("On a phone and in the dark nothing is wider than the window", arguments: [false, true])
    func small(isDark: Bool) async throws {
        try await Browser.visit(Browser.Look(width: 390, height: 844, isDark: isDark, language: "de"), prepare: Self.sample) {
            browser, _, site in
            for (path, name) in [
                ("/import", "import"), ("/changes", "changes"), ("/hand-over?to=mailchimp&q=", "hand-over"), ("/review", "review"),
                ("/hand-over?to=mailchimp&q=&ready=1&rule-email=any", "hand-over-rules"), ("/review/suggested", "suggestions"),
                ("/sources", "sources"), ("/safe-keeping", "safe-keeping"), ("/settings", "settings"), ("/log", "log"),
                ("/guides/linkedin", "guide"),
            ] {
                try await browser.open(site + path)
                try await browser.screenshot("\(name)-390\(isDark ? "-dark" : "")")
                let excess = try await browser.value("return String(document.documentElement.scrollWidth - window.innerWidth)")
                #expect((Int(excess) ?? 1) <= 0, "\(path) is \(excess) px too wide")
            }
        }
    }
}
