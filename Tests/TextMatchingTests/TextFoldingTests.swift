import Testing
import TextMatching

@Suite struct TextFoldingTests {
    @Test(arguments: [
        ("", ""), ("Ada", "ada"), ("  Ada   EXAMPLE ", "ada example"), ("Ada,Example (CEO)", "ada example ceo"),
        ("ada.example+x_y@mail-host.example", "ada.example+x_y@mail-host.example"), ("O'Neill", "o'neill"), ("O’Neill", "o'neill"),
        ("OʼNeill", "o'neill"), ("O´Neill", "o'neill"), ("O`Neill", "o'neill"), ("Jean–Luc", "jean-luc"), ("Jean\u{2011}Luc", "jean-luc"),
        ("Zoë", "zoe"), ("Zoe\u{308}", "zoe"), ("Müller", "muller"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("GROẞ", "gross"),
        ("Søren Kierkegård", "soren kierkegard"), ("Æsa Œuvre", "aesa oeuvre"), ("Łukasz Đorđe", "lukasz dorde"),
        ("Þór Guðrún", "thor gudrun"),
        ("ışık IŞIK İpek", "isik isik ipek"), ("Nguyễn Văn Ất", "nguyen van at"), ("Çağrı Öztürk", "cagri ozturk"),
        ("Ŀleida Paral·lel", "lleida parallel"),
        ("𝓐𝓭𝓪 𝔼𝕩𝕒𝕞𝕡𝕝𝕖", "ada example"), ("Ａｄａ１２", "ada12"), ("ⒶⒹⒶ", "ada"), ("ﬁnance ²", "finance 2"), ("½", "1 2"),
        ("Ada 🚀 Example", "ada example"), ("Ada🚀Example", "ada example"), ("👩‍💻", ""), ("🇩🇪 Ada 👍🏽", "ada"), ("1️⃣ Ada", "1 ada"),
        ("PMP® Acme™", "pmp acmetm"), ("Анна Ёлкина", "анна елкина"), ("Андрей", "андреи"), ("ΟΔΥΣΣΕΎΣ", "οδυσσευσ"),
        ("Οδυσσεύς", "οδυσσευσ"),
        ("عَدَا مثال", "عدا مثال"), ("שָׁלוֹם", "שלום"), ("\u{202B}עדה\u{202C}", "עדה"), ("می\u{200C}خواهم", "میخواهم"), ("٣٤۵", "345"),
        ("山田 太郎", "山田 太郎"), ("ガギ", "ガギ"), ("ｶﾞｷﾞ", "ガギ"), ("か\u{3099}", "が"),
        ("한국", "한국"), ("\u{1112}\u{1161}\u{11AB}국", "한국"), ("हिन्दी", "हिन्दी"), ("A\u{AD}da", "ada"), ("a\u{A0}b", "a b"), ("\u{85}x\u{9D}", "x"),
        ("ŉ", "'n"), ("Ǆ", "dz"), ("\u{FFFD}Ada", "ada"), ("Ada_1", "ada_1"),
    ])
    func `spellings of one thing fold to the same`(text: String, folded: String) {
        #expect(scalars(TextFolding.folded(text)) == scalars(folded))
        #expect(scalars(TextFolding.folded(folded)) == scalars(folded), "folding is idempotent")
    }

    @Test func `every scalar folds, to something that folds to itself`() {
        for value in UInt32(0)..<0x3_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = TextFolding.folded("a" + String(scalar) + "b")
            let twice = TextFolding.folded(once)
            if !once.utf8.elementsEqual(twice.utf8) { Issue.record("U+\(String(value, radix: 16)): \(once) \(twice)") }
        }
    }

    @Test(arguments: [
        ("O'Neill", ["oneill"]), ("Jean-Luc  Müller", ["jean", "luc", "muller"]), ("J.R.R. Example", ["j", "r", "r", "example"]),
        ("Example, PhD", ["example", "phd"]), ("", []), ("'", []), ("🚀", []), ("D’Arc", ["darc"]), ("山田 太郎", ["山田", "太郎"]),
    ])
    func `names come in words`(name: String, tokens: [String]) {
        #expect(TextFolding.nameTokens(name) == tokens)
    }
}

@Suite struct SearchTextTests {
    @Test(arguments: [
        ("", ""), ("Ada Example", "ada example"), ("Müller", "muller mueller"), ("Mu\u{308}ller", "muller mueller"),
        ("MÜLLER", "muller mueller"),
        ("Hans Müller GmbH", "hans muller gmbh hans mueller gmbh"), ("Søren", "soren soeren"), ("Åse", "ase aase"), ("Zoë", "zoe"),
        ("Straße", "strasse"), ("山田太郎", "山 田 太 郎"),
        ("山田 Taro", "山 田 taro"), ("Sony株式会社", "sony 株 式 会 社"), ("トヨタ", "ト ヨ タ"), ("김철수", "김 철 수"), ("ada@example.com", "ada@example.com"),
        ("محمد الحداد", "محمد الحداد محمد حداد"), ("والحداد للتجارة", "والحداد للتجاره حداد تجاره"), ("بيت-الحداد", "بيت-الحداد بيت-حداد"),
        ("والد الله ال الف", "والد الله ال الف"), ("علی کریمی", "علي كريمي"), ("على كريمى", "علي كريمي"), ("فاطمة", "فاطمه"),
        ("ٱحمد أحمد آمنة", "احمد احمد امنه"),
        ("Müller الحداد", "muller الحداد mueller الحداد muller حداد"),
    ])
    func `text goes into the index with what it may be looked for by`(text: String, indexed: String) {
        #expect(scalars(SearchText.searchText(text)) == scalars(indexed))
    }

    @Test(arguments: [
        ("", []),
        ("  \" \" ", []),
        ("Ada", [SearchTerm(words: ["ada"], isPrefix: true)]),
        ("Ada ", [SearchTerm(words: ["ada"], isPrefix: false)]),
        ("Zoë Mül", [SearchTerm(words: ["zoe"], isPrefix: false), SearchTerm(words: ["mul"], isPrefix: true)]),
        ("\"Hans Müller\" gm", [SearchTerm(words: ["hans", "muller"], isPrefix: false), SearchTerm(words: ["gm"], isPrefix: true)]),
        ("„Hans Müller“", [SearchTerm(words: ["hans", "muller"], isPrefix: false)]),
        ("ada@exam", [SearchTerm(words: ["ada", "exam"], isPrefix: true)]),
        ("山田", [SearchTerm(words: ["山", "田"], isPrefix: true)]),
        ("O'Nei", [SearchTerm(words: ["o", "nei"], isPrefix: true)]),
        ("الح", [SearchTerm(words: ["الح"], isPrefix: true)]), ("الحد", [SearchTerm(words: ["حد"], isPrefix: true)]),
        ("\"محمد الحداد\" کریم", [SearchTerm(words: ["محمد", "حداد"], isPrefix: false), SearchTerm(words: ["كريم"], isPrefix: true)]),
        ("🚀 * OR (", [SearchTerm(words: ["or"], isPrefix: false)]),
    ])
    func `what a person types becomes phrases`(query: String, terms: [SearchTerm]) {
        #expect(SearchText.searchTerms(query) == terms)
    }
}
