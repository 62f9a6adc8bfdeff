import Actions
import Foundation
import Testing
import TestSupport
import Vault
import WebApp

@Suite("The German site", .fewAtOnce)
struct GermanPagesTests {
    /// People about whom the review has much to say.
    private static let faulty: [[String]] = [
        ["ANNA", "MUSTER", "anna@gmial.com", "Self-employed", "Helping teams turn chaos into clarity!", "12 Mar 2015"],
        ["Bo", "X", "info@muster.example", "Muster GmbH", "", "3 Nov 2014"], ["Dr. Eva", "Probe MBA", "", "", "Ärztin", "3 Nov 2024"],
        ["max", "example", "max@mailinator.com", "Muster Gmbh", "Koch", "3 Nov 2024"],
        ["Ivo", "Ivo", "ivo@", "Muster GmbH", "Koch", "3 Nov 2024"],
        ["Zoë 🚀", "MÃ¼ller", "zoe@gmail.com", "Muster GmbH", "I love people and coffee", "3 Nov 2024"],
        ["Kim (she/her)", "kim@muster.example", "kim@muster.example", "Muster GmbH", "Koch", "3 Nov 2024"],
        ["Mia", "Ada", "mia.ada@muster.example", "Muster GmbH", "Koch", "3 Nov 2024"],
        ["Jan", "Ada", "", "Muster GmbH", "Koch", "3 Nov 2024"],
        ["Tom", "Example", "tom.example@muster.example", "Muster GmbH", "", "4 Nov 2024"],
    ]

    private static let vCards =
        [
            "FN:Lena Kurz|N:Kurz;Lena;;;|TEL:+49 12|EMAIL:lena@nowhere.invalid",
            "FN:Nina Lang|N:Lang;Nina;;;|TEL:07911123456|TEL:+999 1234567",
        ]
        .map { "BEGIN:VCARD\r\nVERSION:3.0\r\n\($0.replacing("|", with: "\r\n"))\r\nEND:VCARD\r\n" }.joined()

    private static let paths =
        AccessibilityTests.paths + [
            "/people?q=has%3Anothing", "/people?q=moved%3Asoon", "/hand-over?to=mailchimp&q=", "/hand-over?to=google-csv&q=",
            "/hand-over?to=zoho&q=&all=1", "/hand-over?to=salesforce-contact&q=", "/safe-keeping/erase?person=Nobody+At+All",
        ]

    @Test("No page shows an English sentence that has a German one, nor one that has none")
    func pages() async throws {
        let visitor = try await Visitor { vault, folder in
            try AccessibilityTests.fill(vault, folder)
            try Contacts.importRows(Self.faulty, named: "More.csv", to: vault, folder)
            _ = try ImportFiles(paths: [try folder.write("phones.vcf", Self.vCards)]).run(in: vault)
        }
        let english = EnglishTexts()
        var seen: Set<String> = []
        func check(_ page: String, _ path: String) {
            #expect(page.contains("<html lang=\"de\""), "\(path)")
            // What stands on every page is looked at once.
            let found = Self.texts(of: page).filter { seen.insert($0).inserted }.map(Self.plain).filter(english.isEnglish)
            #expect(found.isEmpty, "\(path)")
        }
        _ = try await visitor.post("/settings/language", [("language", "de")])
        let review = try await visitor.get("/review").text
        let rules = Set(review.matches(of: /\/review\/rules\/[a-z-]+/).map { String($0.output) })
        #expect(rules.count > 8)
        let person = review.firstMatch(of: /\/people\/([0-9a-f-]{36})/).map { String($0.output.1) } ?? ""
        let guides = Service.all.map { "/guides/\($0.name)" }
        for path in Self.paths + rules.sorted() + guides {
            check(try await visitor.get(path.replacing("PERSON", with: person)).text, path)
        }
        let table = "Wer;Wo;Durchwahl\nAda Example;ada@muster.example;4711\nBo Muster;bo@muster.example;\"4712\nMia;kein Ort;4713\n"
        for (name, content) in [("Kunden.csv", table), ("Bild.png", "\u{89}PNG"), ("Leer.csv", ""), ("Brief.txt", "Sehr geehrte Damen")] {
            let job = visitor.place(try await visitor.upload([(name, content)]))
            let page = try await visitor.page(job, showing: "Das ist darin", "Nichts wurde eingelesen", "Was enthalten die Spalten?")
            check(page ?? "", name)
        }
        await visitor.leave()
    }

    /// What a reader sees or hears of a page: texts between tags, labels and titles, as they stand in HTML.
    private static func texts(of page: String) -> [String] {
        let visible = page.replacing(/<(script|style)[\s\S]*?<\/(script|style)>/, with: "").replacing(/<code[\s\S]*?<\/code>/, with: "")
        let between = visible.split(separator: "<").compactMap { $0.split(separator: ">", maxSplits: 1).dropFirst().first.map(String.init) }
        let labels = visible.matches(of: /(?:aria-label|title|placeholder|alt)="([^"]*)"/).map { String($0.output.1) }
        return (between + labels).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    }

    /// A text of HTML as it was before it was escaped.
    private static func plain(_ text: String) -> String {
        [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}

/// The page's English texts, to find them where German is spoken.
private struct EnglishTexts {
    private let german: Texts
    /// What the page says in German: “Tag” is a day there, not a tag.
    private let said: Set<String>
    /// Texts without values, and what texts with values begin and end with.
    private var whole: Set<String> = []
    private var framed: [(start: String, end: String)] = []

    init() {
        let (english, german) = (Texts(.english), Texts(.german))
        self.german = german
        said = Set(german.keys.map { german($0) })
        for key in english.keys where !said.contains(english(key)) {
            let text = english(key)
            let parts = text.split(separator: /\{\w+\}/, omittingEmptySubsequences: false).map(String.init)
            if parts.count == 1 {
                whole.insert(text)
            } else if let start = parts.first, let end = parts.last, (start + end).split(separator: " ").count > 2 {
                framed.append((start, end))
            }
        }
    }

    func isEnglish(_ text: String) -> Bool {
        if said.contains(text) { return false }
        if whole.contains(text) || german.phrase(text) != text { return true }
        if framed.contains(where: { text.hasPrefix($0.start) && text.hasSuffix($0.end) }) { return true }
        // What nobody translated: sentences held together by English words, and by no German ones.
        let words = Set(text.lowercased().split { !$0.isLetter })
        return text.hasSuffix(".") && words.count > 3 && !words.isDisjoint(with: ["the", "is", "are", "of", "has", "have", "it", "with"])
            && words.isDisjoint(with: ["der", "die", "das", "und", "ist", "sind", "ein", "eine", "nicht"])
    }
}
