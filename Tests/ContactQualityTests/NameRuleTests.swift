import ContactModel
import ContactQuality
import Testing

@Suite struct NameRuleTests {
    /// What the rules about names say of one.
    private func found(_ given: String?, _ family: String?) -> [Finding] {
        let rules: [any Rule] = [
            NameSwapped(), NameRepeated(), NameHonorific(), NameCredentials(), NamePronouns(), NameSymbols(), NameStyled(), NameGarbled(),
            NameContact(),
        ]
        return RuleBook(rules).findings(for: ReviewSubject(name: PersonName(given: given, family: family)))
    }

    @Test(
        "what is no part of a name is found",
        arguments: [
            ("Ada", "Example, PhD", "name-credentials"), ("Ada", "Example, MBA, PMP", "name-credentials"),
            ("Ada", "Example MBA", "name-credentials"), ("Ada", "Example (CFA)", "name-credentials"),
            ("Ada", "Example, Esq.", "name-credentials"), ("Ada", "Example, CISSP®", "name-credentials"),
            ("Ada", "Example, LL.M.", "name-credentials"), ("Ada", "Example, MA", "name-credentials"),
            ("Ada", "Example, Jr.", "name-credentials"), ("Ada 🚀", "Example", "name-symbols"), ("Ada", "Example ★", "name-symbols"),
            ("→ Ada", "Example", "name-symbols"), ("Ada", "Example™", "name-symbols"), ("Ada", "Example ✔️", "name-symbols"),
            ("Ada", "Example (she/her)", "name-pronouns"), ("Ada", "Example they/them", "name-pronouns"),
            ("Ada", "Beispiel (sie/ihr)", "name-pronouns"), ("Ada", "Exemple (elle)", "name-pronouns"),
            ("Ada", "Ejemplo [ella]", "name-pronouns"), ("Ada (he/him/his)", "Example", "name-pronouns"),
            ("𝓐𝓭𝓪", "Example", "name-styled"), ("Ⓐⓓⓐ", "Example", "name-styled"), ("Ａｄａ", "Example", "name-styled"),
            ("ᴀᴅᴀ", "Example", "name-styled"), ("Ada", "𝐄𝐱𝐚𝐦𝐩𝐥𝐞", "name-styled"),
            ("Ada", "MÃ¼ller", "name-garbled"), ("RenÃ©", "Example", "name-garbled"), ("Ada", "M\u{FFFD}ller", "name-garbled"),
            ("\u{410}da", "Example", "name-garbled"), ("Ada\u{200B}", "Example", "name-garbled"), ("Ada\n", "Example", "name-garbled"),
            ("Ada", "Example ada@example.com", "name-contact"), ("Ada", "Example +1 212 555 0100", "name-contact"),
            ("Ada www.example.com", "Example", "name-contact"), ("Dr. Ada", "Example", "name-honorific"),
            ("Prof. Ada", "Example", "name-honorific"), ("Frau Ada", "Beispiel", "name-honorific"),
            ("Mme Ada", "Exemple", "name-honorific"),
            ("Dr.", "Example", "name-honorific"), ("Example", "Example", "name-repeated"), ("Example", "Wolfgang", "name-swapped"),
            ("MUSTER", "Giulia", "name-swapped"), ("Example,", "Jennifer", "name-swapped"),
        ]
    )
    func flawed(given: String, family: String, rule: String) {
        let findings = found(given, family)
        #expect(findings.map(\.rule) == [rule])
        for finding in findings {
            #expect(finding.evidence.hasSuffix(".") && finding.settle.hasSuffix(".") && finding.value != nil)
            #expect(finding.probability > 0.5 && finding.probability <= 1)
        }
    }

    @Test(
        "names are left alone, however they are written",
        arguments: [
            ("Ada", "Example"), ("Ada Maria", "van der Example"), ("D'Arcy", "O’Example"), ("Jean-Luc", "Exemple-Muster"), ("Ada", "Ma"),
            ("Yo-Yo", "Ma"), ("Kim", "Do"), ("明", "李"), ("太郎", "見本"), ("길동", "홍"), ("Олег", "Пример"), ("محمد", "مثال"),
            ("Ada", "Müller"), ("Zoë", "Åsberg"), ("Søren", "Ærø"), ("Ada", "Örn"), ("Þóra", "Dæmi"), ("Łukasz", "Przykład"),
            ("Mary", "Beth"), ("Elton", "John"), ("Anna", "Laura"), ("Don", "Example"), ("Ada", "Example III"), ("Ada (Addie)", "Example"),
            ("A.", "Example"), ("Ada", "da Ba"), ("Ãngela", "Example"), ("Ο", "Παράδειγμα"), ("Mc", "Example"), ("Ada", "St. Example"),
            ("José", "Ejemplo y Muestra"), ("Ada", "Example-Sample"),
        ]
    )
    func sound(given: String, family: String) {
        #expect(found(given, family).map(\.rule) == [])
    }

    @Test("letters for show are shown in ordinary ones, and broken ones mended")
    func mended() {
        #expect(found("𝓐𝓭𝓪", "Example").first?.evidence.contains("“Ada”") == true)
        #expect(found("ᴀᴅᴀ", "Example").first?.evidence.contains("“ada”") == true)
        #expect(found("Ada", "MÃ¼ller").first?.evidence.contains("“Müller”") == true)
        #expect(found("Ada", "O’Exampleâ€™s").first?.evidence.contains("“O’Example") == false)
        #expect(found("Ada", "Dâ€™Example").first?.evidence.contains("“D’Example”") == true)
    }

    @Test("no name and a name in one piece are looked at too")
    func oneName() {
        #expect(found(nil, nil).isEmpty)
        let subject = ReviewSubject(name: PersonName(full: "Ada Example, PhD"))
        #expect(RuleBook([NameCredentials()]).findings(for: subject).map(\.rule) == ["name-credentials"])
    }
}
